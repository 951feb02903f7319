import type { Language } from '../../ui/preferences'
import { en } from './messages.en'
import { type AuditMessages, ru } from './messages.ru'

export type { AuditMessages }

/** What the page of the audit trail says, by language. */
export const auditMessages: Readonly<Record<Language, AuditMessages>> = { ru, en }
