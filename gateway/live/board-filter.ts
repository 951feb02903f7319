import { inHandOf } from '../domain/in-hand.js'
import type { LogEvent } from './event.js'

/** Which orders of a warehouse a board shows. */
export interface BoardFilter {
  readonly states?: readonly string[] | null
  readonly skuId?: string | null
  readonly holder?: string | null
}

interface Subject {
  readonly state: string
  readonly putBackRequired: boolean
  readonly holder: string | null
  readonly skuId: string
}

const closed: ReadonlySet<string> = new Set(['HANDED_OVER', 'ACCEPTED', 'DONE'])

/** Whether an order is on a board at all (the SQL function is_live says the same). */
export const isLive = (order: Pick<Subject, 'state' | 'putBackRequired'>): boolean =>
  !closed.has(order.state) && (order.state !== 'CANCELLED' || order.putBackRequired)

/** Whether a live order passes the filter. */
export const matches = (filter: BoardFilter, order: Subject): boolean =>
  isLive(order) &&
  (!filter.states || filter.states.includes(order.state)) &&
  (!filter.skuId || filter.skuId === order.skuId) &&
  (!filter.holder || filter.holder === order.holder)

/** Whether the order passes the filter after the event, and whether it did before. */
export const membership = (
  filter: BoardFilter,
  event: LogEvent,
): { readonly before: boolean; readonly after: boolean } => {
  const { order, before } = event
  const skuId = order.sku.id
  return {
    before: before !== null && matches(filter, { ...before, skuId }),
    after: matches(filter, { ...order, skuId, holder: inHandOf(order) }),
  }
}
