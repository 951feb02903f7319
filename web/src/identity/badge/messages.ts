import type { Language } from '../../ui/preferences'
import { en } from './messages.en'
import { type BadgeMessages, ru } from './messages.ru'

/** What the pages of badges say, by language. */
export const badgeMessages: Readonly<Record<Language, BadgeMessages>> = { ru, en }
