import type { OrderState, Transition } from './order-states.js'

/** Why the table says no. HELD is told apart by whose claim it is: ALREADY_DONE or FOREIGN_CLAIM. */
export type TableRefusal = 'WRONG_STATE' | 'ALREADY_DONE' | 'CANCELLED' | 'NOT_CLAIMED' | 'HELD'

/** Where a transition leads from a state, or why it does not; RESUME_STATE is what the held order remembers. */
export type Cell = { readonly to: OrderState | 'RESUME_STATE' } | { readonly no: TableRefusal }

const to = <T extends OrderState | 'RESUME_STATE'>(target: T) => ({ to: target }) as const
/** Not in this state. */
const wrong = { no: 'WRONG_STATE' } as const
/** The order is there or beyond. */
const done = { no: 'ALREADY_DONE' } as const
/** The order is cancelled. */
const gone = { no: 'CANCELLED' } as const
/** Only for a claim's holder, and nobody holds it. */
const unclaimed = { no: 'NOT_CLAIMED' } as const
/** Somebody holds it. */
const held = { no: 'HELD' } as const

/**
 * Every state by every transition, with no default: a new state or transition does not compile until each of its cells
 * is decided. The marketplace's facts win over ours (goods that it has sorted have left, whatever we thought), so ACCEPT
 * and COMPLETE lead out of every open state; its cancel after the hand-over leaves nothing to do here but a return.
 */
// prettier-ignore
export const transitionTable: Readonly<Record<OrderState, Readonly<Record<Transition, Cell>>>> = {
  NEW: {
    RELEASE: to('RELEASED'), CLAIM: wrong, UNCLAIM: wrong, PICK: wrong, PACK: wrong, STAGE: wrong, HAND_OVER: wrong,
    HOLD: to('ON_HOLD'), RESUME: wrong, REPORT_SHORTAGE: wrong, RESOLVE_SHORTAGE: wrong, CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  RELEASED: {
    RELEASE: done, CLAIM: to('CLAIMED'), UNCLAIM: unclaimed, PICK: unclaimed, PACK: wrong, STAGE: wrong, HAND_OVER: wrong,
    HOLD: to('ON_HOLD'), RESUME: wrong, REPORT_SHORTAGE: unclaimed, RESOLVE_SHORTAGE: wrong, CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  CLAIMED: {
    RELEASE: done, CLAIM: held, UNCLAIM: to('RELEASED'), PICK: to('PICKED'), PACK: wrong, STAGE: wrong, HAND_OVER: wrong,
    HOLD: to('ON_HOLD'), RESUME: wrong, REPORT_SHORTAGE: to('SHORT'), RESOLVE_SHORTAGE: wrong, CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: to('RELEASED'), MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  PICKED: {
    RELEASE: done, CLAIM: wrong, UNCLAIM: wrong, PICK: done, PACK: to('PACKED'), STAGE: wrong, HAND_OVER: wrong,
    HOLD: to('ON_HOLD'), RESUME: wrong, REPORT_SHORTAGE: to('SHORT'), RESOLVE_SHORTAGE: wrong, CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: to('PICKED'), PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  PACKED: {
    RELEASE: done, CLAIM: wrong, UNCLAIM: wrong, PICK: done, PACK: done, STAGE: to('STAGED'), HAND_OVER: wrong,
    HOLD: to('ON_HOLD'), RESUME: wrong, REPORT_SHORTAGE: to('SHORT'), RESOLVE_SHORTAGE: wrong, CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: to('PACKED'), PUT_INTO_BOX: to('PACKED'),
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  STAGED: {
    RELEASE: done, CLAIM: wrong, UNCLAIM: wrong, PICK: done, PACK: done, STAGE: done, HAND_OVER: to('HANDED_OVER'),
    HOLD: to('ON_HOLD'), RESUME: wrong, REPORT_SHORTAGE: wrong, RESOLVE_SHORTAGE: wrong, CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: to('STAGED'), PUT_INTO_BOX: to('STAGED'),
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  HANDED_OVER: {
    RELEASE: done, CLAIM: wrong, UNCLAIM: wrong, PICK: done, PACK: done, STAGE: done, HAND_OVER: done,
    HOLD: wrong, RESUME: wrong, REPORT_SHORTAGE: wrong, RESOLVE_SHORTAGE: wrong, CANCEL: wrong, CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('DONE'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: to('RESHIP'),
  },
  ACCEPTED: {
    RELEASE: done, CLAIM: wrong, UNCLAIM: wrong, PICK: done, PACK: done, STAGE: done, HAND_OVER: done,
    HOLD: wrong, RESUME: wrong, REPORT_SHORTAGE: wrong, RESOLVE_SHORTAGE: wrong, CANCEL: wrong, CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('DONE'), ACCEPT: done, COMPLETE: to('DONE'), REQUEST_RESHIP: to('RESHIP'),
  },
  DONE: {
    RELEASE: done, CLAIM: wrong, UNCLAIM: wrong, PICK: done, PACK: done, STAGE: done, HAND_OVER: done,
    HOLD: wrong, RESUME: wrong, REPORT_SHORTAGE: wrong, RESOLVE_SHORTAGE: wrong, CANCEL: wrong, CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: done, ACCEPT: done, COMPLETE: done, REQUEST_RESHIP: wrong,
  },
  SHORT: {
    RELEASE: done, CLAIM: wrong, UNCLAIM: wrong, PICK: wrong, PACK: wrong, STAGE: wrong, HAND_OVER: wrong,
    HOLD: wrong, RESUME: wrong, REPORT_SHORTAGE: done, RESOLVE_SHORTAGE: to('RELEASED'), CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  ON_HOLD: {
    RELEASE: wrong, CLAIM: wrong, UNCLAIM: wrong, PICK: wrong, PACK: wrong, STAGE: wrong, HAND_OVER: wrong,
    HOLD: done, RESUME: to('RESUME_STATE'), REPORT_SHORTAGE: wrong, RESOLVE_SHORTAGE: wrong, CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  CANCEL_REQUESTED: {
    RELEASE: wrong, CLAIM: wrong, UNCLAIM: wrong, PICK: wrong, PACK: wrong, STAGE: wrong, HAND_OVER: wrong,
    HOLD: wrong, RESUME: wrong, REPORT_SHORTAGE: wrong, RESOLVE_SHORTAGE: wrong, CANCEL: done, CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  CANCELLED: {
    RELEASE: gone, CLAIM: gone, UNCLAIM: gone, PICK: gone, PACK: gone, STAGE: gone, HAND_OVER: gone,
    HOLD: gone, RESUME: gone, REPORT_SHORTAGE: gone, RESOLVE_SHORTAGE: gone, CANCEL: done, CONFIRM_PUT_BACK: to('CANCELLED'),
    ATTACH_LABEL: gone, PUT_INTO_BOX: gone,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: done, ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: wrong,
  },
  RESHIP: {
    RELEASE: done, CLAIM: wrong, UNCLAIM: wrong, PICK: done, PACK: done, STAGE: to('STAGED'), HAND_OVER: wrong,
    HOLD: to('ON_HOLD'), RESUME: wrong, REPORT_SHORTAGE: to('SHORT'), RESOLVE_SHORTAGE: wrong, CANCEL: to('CANCELLED'), CONFIRM_PUT_BACK: wrong,
    ATTACH_LABEL: wrong, PUT_INTO_BOX: wrong,
    EXPIRE_CLAIM: wrong, MARKETPLACE_CANCEL: to('CANCELLED'), ACCEPT: to('ACCEPTED'), COMPLETE: to('DONE'), REQUEST_RESHIP: done,
  },
}
