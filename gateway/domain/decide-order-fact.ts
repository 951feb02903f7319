import { applyTransition, type Change } from './apply-transition.js'
import { isLeaseLive, type MirrorFacts, type OrderFacts } from './order-facts.js'
import { transitionMeantBy } from './wb-status.js'

/** Who stands in the log for the warehouse's own jobs and for the marketplace; no person may use these names. */
export const SYSTEM_ACTOR = 'system'
export const MARKETPLACE_ACTOR = 'marketplace'

/** The order given back to the floor when its lease has run out; undefined when it has not. */
export const decideExpiry = (order: OrderFacts, now: Date): Change | undefined =>
  order.claim !== null && !isLeaseLive(order.claim, now)
    ? applyTransition(order, 'EXPIRE_CLAIM', { actor: SYSTEM_ACTOR, device: null, now })
    : undefined

const sameMirror = (a: MirrorFacts, b: MirrorFacts) =>
  a.supplierStatus === b.supplierStatus && a.wbStatus === b.wbStatus && a.isCancellable === b.isCancellable

/**
 * What a status of the marketplace makes of the order: a transition where the table has one, else only the mirror moves.
 * Undefined when the mirror says so already.
 */
export const decideMirrorChange = (order: OrderFacts, mirror: MirrorFacts, now: Date): Change | undefined => {
  if (sameMirror(order.marketplace, mirror)) return undefined
  const transition = transitionMeantBy(mirror)
  const known = { ...order, marketplace: mirror }
  const reason = `marketplace: ${mirror.supplierStatus} / ${mirror.wbStatus}`
  const change =
    transition && applyTransition(known, transition, { actor: MARKETPLACE_ACTOR, device: null, now, reason })
  return change
    ? { ...change, before: order }
    : {
        before: order,
        next: { ...known, version: order.version + 1 },
        event: 'MARKETPLACE_STATUS_CHANGED',
        claimEnds: null,
        labelsEnd: false,
      }
}
