import { z } from 'zod'
import type { MirrorFacts } from './order-facts.js'
import type { SystemTransition } from './order-states.js'
import { cleanText } from './text.js'
import { describeIssues, wbId } from './wb-id.js'

/** A status of the marketplace for one of its orders. */
export interface WbOrderStatus extends MirrorFacts {
  readonly wbOrderId: string
}

/**
 * Statuses that mean «will not be sold this time», whoever cancelled. `canceled_by_client` (refused at the pick-up point)
 * and `defect` come after the hand-over as a rule; when they come before, a unit in our hands must go back to its shelf,
 * which the state table decides, not this list.
 */
const cancelledSupplier: ReadonlySet<string> = new Set(['cancel', 'cancel_carrier'])
const cancelledWb: ReadonlySet<string> = new Set([
  'canceled',
  'canceled_by_client',
  'declined_by_client',
  'canceled_by_carrier',
  'defect',
])

/** The marketplace or its carrier has the unit. `sent_to_carrier` is on its way only; `postponed_delivery` says nothing. */
const acceptedWb: ReadonlySet<string> = new Set(['sorted', 'ready_for_pickup', 'accepted_by_carrier'])

const doneWb: ReadonlySet<string> = new Set(['sold'])

/** Whether two statuses mean: cancelled. Statuses that we do not know never do. */
export const meansCancelled = (status: { readonly supplierStatus: string; readonly wbStatus: string }): boolean =>
  cancelledSupplier.has(status.supplierStatus) || cancelledWb.has(status.wbStatus)

/**
 * The transition that a mirror asks for, if any. RESHIP cannot be read from statuses: it is a list of its own
 * (`GET /api/v3/supplies/orders/reshipment`), so REQUEST_RESHIP waits for the marketplace sync.
 */
export const transitionMeantBy = (mirror: Omit<MirrorFacts, 'isCancellable'>): SystemTransition | undefined => {
  if (doneWb.has(mirror.wbStatus)) return 'COMPLETE'
  if (mirror.cancelled) return 'MARKETPLACE_CANCEL'
  return acceptedWb.has(mirror.wbStatus) ? 'ACCEPT' : undefined
}

const status = z
  .string({ error: 'must be a text' })
  .transform((text) => cleanText(text).trim())
  .refine((text) => text.length >= 1 && text.length <= 100, 'must have 1 to 100 characters')

const item = z.object({
  id: wbId,
  supplierStatus: status,
  wbStatus: status,
  isCancellable: z.boolean().nullish().catch(null),
})

/** An item of the statuses answer, read tolerantly, or what is wrong with it (one English sentence). */
export const readWbStatus = (value: unknown): WbOrderStatus | { readonly fault: string } => {
  const parsed = item.safeParse(value)
  if (!parsed.success) return { fault: describeIssues(parsed.error) }
  const { id, supplierStatus, wbStatus, isCancellable } = parsed.data
  const statuses = { supplierStatus, wbStatus }
  return { wbOrderId: id, ...statuses, isCancellable: isCancellable ?? null, cancelled: meansCancelled(statuses) }
}
