import type { Language } from '../ui/preferences'
import { en } from './messages.en'
import { type AppMessages, ru } from './messages.ru'

export type { AppMessages }

/** What the home page says, by language. */
export const appMessages: Readonly<Record<Language, AppMessages>> = { ru, en }
