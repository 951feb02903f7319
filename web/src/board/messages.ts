import type { Language } from '../ui/preferences'
import { en } from './messages.en'
import { type BoardMessages, ru } from './messages.ru'

export type { BoardMessages }

/** What the board says, by language. */
export const boardMessages: Readonly<Record<Language, BoardMessages>> = { ru, en }
