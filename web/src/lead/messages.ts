import type { Language } from '../ui/preferences'
import { en } from './messages.en'
import { type LeadMessages, ru } from './messages.ru'

/** What the lead's page says, by language. */
export const leadMessages: Readonly<Record<Language, LeadMessages>> = { ru, en }
