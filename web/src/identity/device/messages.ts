import type { Language } from '../../ui/preferences'
import { en } from './messages.en'
import { type DeviceMessages, ru } from './messages.ru'

/** What the pages of devices say, by language. */
export const deviceMessages: Readonly<Record<Language, DeviceMessages>> = { ru, en }
