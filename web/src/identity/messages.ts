import type { Language } from '../ui/preferences'
import { en } from './messages.en'
import { type IdentityMessages, ru } from './messages.ru'

export type { IdentityMessages }

/** What the pages of signing in, one's account and people say, by language. */
export const identityMessages: Readonly<Record<Language, IdentityMessages>> = { ru, en }
