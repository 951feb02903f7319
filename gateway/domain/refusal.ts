import type { OrderCommand, OrderState } from './order-states.js'
import type { PublicSku } from './public-order.js'

/** Why a command was refused; the schema describes each. */
export type RefusalCode =
  | 'UNKNOWN_ORDER'
  | 'WRONG_STATE'
  | 'WRONG_ITEM'
  | 'NOT_CLAIMED'
  | 'FOREIGN_CLAIM'
  | 'CANCELLED'
  | 'ALREADY_DONE'
  | 'DUPLICATE_ID'
  | 'TOO_MANY'
  | 'NOTHING_TO_DO'
  | 'COMMAND_ID_REUSED'
  | 'INVALID_ORDER'
  | 'INVALID_STATUS'
  | 'INVALID_POLICY'
  | 'INVALID_NAME'
  | 'INVALID_TIME_ZONE'
  | 'UNKNOWN_SELLER_ACCOUNT'
  | 'UNKNOWN_WAREHOUSE'
  | 'NAME_TAKEN'
  | 'LOGIN_TAKEN'
  | 'WAREHOUSE_TAKEN'
  | 'BAD_CREDENTIALS'
  | 'CODE_REQUIRED'
  | 'TOO_MANY_TRIES'
  | 'BAD_LINK'
  | 'CONFIRM_IDENTITY'
  | 'INVALID_LOGIN'
  | 'WEAK_PASSWORD'
  | 'INVALID_TERM'
  | 'NOT_ALLOWED'
  | 'UNKNOWN_PERSON'
  | 'LAST_ADMIN'
  | 'PAIRING_PENDING'
  | 'SLOW_DOWN'
  | 'BAD_CODE'
  | 'UNKNOWN_DEVICE'
  | 'DEVICE_REQUIRED'
  | 'BADGE_LOCKED'
  | 'NOT_SET_UP'
  | 'BAD_GRANT'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'DEPENDS_ON_PARKED'
  | 'UNREADABLE_COMMAND'
  | 'PERSON_DISABLED'
  | 'GRANT_OVER'
  | 'DEVICE_REMOVED'
  | 'FAULT'
  | 'UNKNOWN_PARKED'
  | 'UNKNOWN_SURPLUS'
  | 'MARKING_REQUIRED'
  | 'LABEL_NOT_NEEDED'
  | 'LABEL_TAKEN'
  | 'INVALID_BOX'
  | 'INVALID_CELL'
  | 'UNKNOWN_CELL'
  | 'UNKNOWN_ITEM'
  | 'AMBIGUOUS_ITEM'
  | 'INVALID_QUANTITY'
  | 'NO_SHIFT'
  | 'SHIFT_ELSEWHERE'
  | 'NOT_AN_ITEM'
  | 'NOT_WAITING'

/** An expected «no» with what may be done instead. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly orderId: string | null
  readonly orderState: OrderState | null
  readonly availableCommands: readonly OrderCommand[]
  readonly holder: string | null
  /** ISO-8601. */
  readonly leaseExpiresAt: string | null
  readonly scannedBarcode: string | null
  readonly scannedSku: PublicSku | null
  readonly expectedBarcodes: readonly string[] | null
  /** Keys of marking without a valid code. */
  readonly missingMeta: readonly string[] | null
  /** Codes of the cells where the scanned item belongs, in walk order. */
  readonly cells: readonly string[] | null
  /** ISO-8601. */
  readonly retryAt: string | null
}

/** A refusal with the fields that it has something to say in. */
export const refusal = (
  code: RefusalCode,
  message: string,
  details: Partial<Omit<Refusal, 'code' | 'message'>> = {},
): Refusal => ({
  code,
  message,
  orderId: null,
  orderState: null,
  availableCommands: [],
  holder: null,
  leaseExpiresAt: null,
  scannedBarcode: null,
  scannedSku: null,
  expectedBarcodes: null,
  missingMeta: null,
  cells: null,
  retryAt: null,
  ...details,
})

/** What a use case answers: the success's fields, or a refusal of the whole call. */
export type Result<Success> = (Success & { readonly refusal?: never }) | { readonly refusal: Refusal }
