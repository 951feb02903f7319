import { ORDER_EVENT_TYPES, type OrderEventType } from './order-states.js'

/** What is done that is no order's life, each an entry of the audit trail. */
export const ENTRY_ACTIONS = [
  'SELLER_ACCOUNT_CREATED',
  'WAREHOUSE_CREATED',
  'SLA_POLICY_SET',
  'ORDERS_IMPORTED',
  'ORDER_STATUSES_IMPORTED',
  'PERSON_CREATED',
  'ROLES_SET',
  'PERSON_DISABLED',
  'PERSON_ENABLED',
  'SIGN_IN_RESET',
  'BADGE_ISSUED',
  'DEVICE_ADMITTED',
  'DEVICE_REMOVED',
  'SIGNED_IN',
  'SIGNED_OUT',
  'SESSION_ENDED',
  'SIGN_IN_LOCKED',
  'BADGE_LOCKED',
  'PASSWORD_SET',
  'AUTHENTICATOR_ENABLED',
  'AUTHENTICATOR_DISABLED',
  'ACCESS_TOKEN_CREATED',
  'ACCESS_TOKEN_REVOKED',
  'JOURNAL_OPENED',
  'COMMAND_DELIVERED',
  'COMMAND_PARKED',
  'PARKED_COMMAND_RESOLVED',
  'CELLS_SAVED',
  'STOCK_RECEIVED',
  'STOCK_MOVED',
  'STOCK_COUNTED',
  'STOCK_WRITTEN_OFF',
  'RECOUNT_REQUESTED',
  'SHIFT_STARTED',
  'SHIFT_ENDED',
] as const
export type EntryAction = (typeof ENTRY_ACTIONS)[number]

/** What the audit trail tells of: entries and order events alike. */
export type AuditAction = EntryAction | OrderEventType

/** What something was done to. */
export type AuditSubject =
  'SELLER_ACCOUNT' | 'WAREHOUSE' | 'ORDER' | 'PERSON' | 'DEVICE' | 'LOGIN' | 'CELL' | 'SHIFT' | 'JOURNAL'

/** Something done, as the audit trail shows it; instants are ISO-8601 texts. */
export interface PublicAuditEntry {
  readonly id: string
  readonly at: string
  readonly warehouseId: string | null
  readonly actor: string
  readonly device: string | null
  readonly clientTime: string | null
  readonly action: AuditAction
  readonly subject: AuditSubject
  readonly subjectId: string
  readonly details: Readonly<Record<string, unknown>>
  readonly commandId: string | null
}

const orderEvents: ReadonlySet<string> = new Set(ORDER_EVENT_TYPES)

/** Whether an action is one of the event log, not of the entries. */
export const isOrderEvent = (action: AuditAction): action is OrderEventType => orderEvents.has(action)
