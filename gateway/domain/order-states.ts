/** States of fulfilment, in the order of the work. They are ours: the marketplace's statuses live in the mirror. */
export const ORDER_STATES = [
  'NEW',
  'RELEASED',
  'CLAIMED',
  'PICKED',
  'PACKED',
  'STAGED',
  'HANDED_OVER',
  'ACCEPTED',
  'DONE',
  'SHORT',
  'ON_HOLD',
  'CANCEL_REQUESTED',
  'CANCELLED',
  'RESHIP',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** What a person can do with an order. */
export const ORDER_COMMANDS = [
  'RELEASE',
  'CLAIM',
  'UNCLAIM',
  'PICK',
  'PACK',
  'STAGE',
  'HAND_OVER',
  'HOLD',
  'RESUME',
  'REPORT_SHORTAGE',
  'RESOLVE_SHORTAGE',
  'CANCEL',
  'CONFIRM_PUT_BACK',
  'ATTACH_LABEL',
  'PUT_INTO_BOX',
] as const
export type OrderCommand = (typeof ORDER_COMMANDS)[number]

/** What happens to an order with no person's command: a lease runs out, or the marketplace tells a fact. */
export const SYSTEM_TRANSITIONS = [
  'EXPIRE_CLAIM',
  'MARKETPLACE_CANCEL',
  'ACCEPT',
  'COMPLETE',
  'REQUEST_RESHIP',
] as const
export type SystemTransition = (typeof SYSTEM_TRANSITIONS)[number]

export type Transition = OrderCommand | SystemTransition

/** Facts of an order's life, each an event of the log. */
export const ORDER_EVENT_TYPES = [
  'IMPORTED',
  'RELEASED',
  'CLAIMED',
  'UNCLAIMED',
  'CLAIM_EXPIRED',
  'PICKED',
  'PACKED',
  'STAGED',
  'HANDED_OVER',
  'HELD',
  'RESUMED',
  'SHORTAGE_REPORTED',
  'SHORTAGE_RESOLVED',
  'CANCELLED',
  'PUT_BACK_CONFIRMED',
  'ACCEPTED',
  'COMPLETED',
  'RESHIP_REQUESTED',
  'MARKETPLACE_STATUS_CHANGED',
  'DEADLINE_CHANGED',
  'SURPLUS_PICKED',
  'SURPLUS_CLOSED',
  'LABEL_ATTACHED',
  'BOXED',
] as const
export type OrderEventType = (typeof ORDER_EVENT_TYPES)[number]

/** The event that tells of a transition; a marketplace's cancel after the hand-over only completes the order. */
export const eventOf: Readonly<Record<Transition, OrderEventType>> = {
  RELEASE: 'RELEASED',
  CLAIM: 'CLAIMED',
  UNCLAIM: 'UNCLAIMED',
  PICK: 'PICKED',
  PACK: 'PACKED',
  STAGE: 'STAGED',
  HAND_OVER: 'HANDED_OVER',
  HOLD: 'HELD',
  RESUME: 'RESUMED',
  REPORT_SHORTAGE: 'SHORTAGE_REPORTED',
  RESOLVE_SHORTAGE: 'SHORTAGE_RESOLVED',
  CANCEL: 'CANCELLED',
  CONFIRM_PUT_BACK: 'PUT_BACK_CONFIRMED',
  ATTACH_LABEL: 'LABEL_ATTACHED',
  PUT_INTO_BOX: 'BOXED',
  EXPIRE_CLAIM: 'CLAIM_EXPIRED',
  MARKETPLACE_CANCEL: 'CANCELLED',
  ACCEPT: 'ACCEPTED',
  COMPLETE: 'COMPLETED',
  REQUEST_RESHIP: 'RESHIP_REQUESTED',
}

const closed = {
  NEW: false,
  RELEASED: false,
  CLAIMED: false,
  PICKED: false,
  PACKED: false,
  STAGED: false,
  HANDED_OVER: true,
  ACCEPTED: true,
  DONE: true,
  SHORT: false,
  ON_HOLD: false,
  CANCEL_REQUESTED: false,
  CANCELLED: true,
  RESHIP: false,
} as const satisfies Readonly<Record<OrderState, boolean>>

/** Whether the order is on the board. A cancelled one stays there until its unit is back on the shelf. */
export const isLive = (order: { readonly state: OrderState; readonly putBackRequired: boolean }): boolean =>
  !closed[order.state] || (order.state === 'CANCELLED' && order.putBackRequired)

/** States in which an order can be closed. */
export const CLOSED_STATES: readonly OrderState[] = ORDER_STATES.filter((state) => closed[state])

/** States that a live order can have. */
export const LIVE_STATES: readonly OrderState[] = ORDER_STATES.filter((state) =>
  isLive({ state, putBackRequired: true }),
)
