import type { Language } from '../ui/preferences'
import { en } from './messages.en'
import { type AppMessages, ru } from './messages.ru'

/** What the home page says, by language. */
export const appMessages: Readonly<Record<Language, AppMessages>> = { ru, en }
