import type { Language } from '../ui/preferences'
import { en } from './messages.en'
import { ru, type WorkMessages } from './messages.ru'

/** What the picker's phone says, by language. */
export const workMessages: Readonly<Record<Language, WorkMessages>> = { ru, en }
