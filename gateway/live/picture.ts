import { inHandOf } from '../domain/in-hand.js'
import { type BoardFilter, isLive, matches } from './board-filter.js'
import type { BoardRead, LiveOrder, LogEvent, StateCount } from './event.js'

/** Every live order of a warehouse in memory, kept in step with its log. */
export interface Picture {
  readonly seq: number
  /** Takes an event; one that the picture holds already changes nothing. */
  apply(event: LogEvent): void
  /** The orders of a filter, soonest deadline first. */
  orders(filter: BoardFilter): readonly LiveOrder[]
  counters(filter: BoardFilter): { readonly live: readonly StateCount[]; readonly closedToday: readonly StateCount[] }
  /** Whether the day whose closed orders it counts is over. */
  outdated(now: number): boolean
}

const closedBy: Readonly<Record<string, string>> = {
  HANDED_OVER: 'HANDED_OVER',
  ACCEPTED: 'ACCEPTED',
  COMPLETED: 'DONE',
  CANCELLED: 'CANCELLED',
}

const bySoonest = (a: LiveOrder, b: LiveOrder) =>
  a.deadlineAt < b.deadlineAt ? -1 : a.deadlineAt > b.deadlineAt ? 1 : a.id < b.id ? -1 : 1

const subject = (order: LiveOrder) => ({ ...order, skuId: order.sku.id, holder: inHandOf(order) })

/** A picture that begins as the board was read. */
export const createPicture = (read: BoardRead): Picture => {
  const orders = new Map(read.orders.map((order) => [order.id, order]))
  const closed = new Map(read.counters.closedToday.map(({ state, count }) => [state, count]))
  const states = read.counters.live.map(({ state }) => state)
  const dayEndsAt = Date.parse(read.dayEndsAt)
  let seq = read.seq
  return {
    get seq() {
      return seq
    },
    apply(event) {
      if (event.seq <= seq) return
      seq = event.seq
      if (isLive(event.order)) orders.set(event.orderId, event.order)
      else orders.delete(event.orderId)
      const state = closedBy[event.type]
      if (state !== undefined && event.before?.state !== state) closed.set(state, (closed.get(state) ?? 0) + 1)
    },
    orders: (filter) => [...orders.values()].filter((order) => matches(filter, subject(order))).sort(bySoonest),
    counters(filter) {
      const live = new Map(states.map((state) => [state, 0]))
      for (const order of orders.values())
        if (matches(filter, subject(order))) live.set(order.state, (live.get(order.state) ?? 0) + 1)
      const counts = (map: ReadonlyMap<string, number>) => [...map].map(([state, count]) => ({ state, count }))
      return { live: counts(live), closedToday: counts(closed) }
    },
    outdated: (now) => now >= dayEndsAt,
  }
}
