import { followClaims, type Held } from './claims-feed'
import { pickedOf } from '../model/put-backs'
import { openStops, type Stop } from '../model/work'
import type { Phone } from './phone'
import { refreshWork } from './session'

/** What is shown is looked at anew so often, whatever the feed says. */
const EVERY = 5 * 60_000

const idsOf = (stops: readonly Stop[]): readonly string[] =>
  stops.flatMap(({ tasks }) => tasks.map(({ order }) => order.id))

/**
 * Keeps what is shown in step with the server while somebody works: hears of orders that leave their hands or come into
 * them, and asks anew when it does. Answers how to stop.
 */
export function followWork(phone: Phone, warehouseId: string, person: string): () => void {
  const seen = new Set<string>()
  const settled = new Set(phone.getState().entries.flatMap(({ seq, answer }) => (answer ? [seq] : [])))
  let heard = false
  let asking = false
  let again = false

  async function refresh(): Promise<void> {
    again = asking
    if (asking) return
    asking = true
    try {
      do {
        again = false
        await refreshWork(phone)
      } while (again)
    } finally {
      asking = false
    }
  }

  function onHeld({ orders, fresh }: Held): void {
    const { online, work, known, entries, gone } = phone.getState()
    // Before anything was heard the feed has not lost anything.
    if (fresh !== online && (fresh || heard)) phone.set({ online: fresh })
    // The signal is back: what waits goes now.
    if (fresh && !heard) phone.deliver()
    heard = fresh
    if (!orders || !work) return
    const acted = new Set(entries.map(({ act }) => act.orderId))
    const told = new Set(idsOf(work.stops))
    for (const id of orders.keys()) seen.add(id)
    const left = idsOf(openStops(work.stops, { entries, gone })).filter((id) => seen.has(id) && !orders.has(id))
    if (left.length > 0) phone.set({ gone: new Set([...gone, ...left]) })
    // A unit on the way to the table: cancelled, unless somebody else has packed it.
    const lost = pickedOf(known, entries).filter(({ order }) => seen.has(order.id) && !orders.has(order.id))
    for (const { order } of lost) seen.delete(order.id)
    const come = [...orders.keys()].some((id) => !told.has(id) && !acted.has(id))
    if (left.length > 0 || lost.length > 0 || come) void refresh()
  }

  /** What an act has changed beyond what was said in it: another cell, somebody else's pick. */
  function onDelivered(): void {
    const news = phone.getState().entries.filter(({ seq, answer }) => answer !== null && !settled.has(seq))
    for (const { seq } of news) settled.add(seq)
    if (news.some(({ act, answer }) => answer?.outcome !== 'AS_SAID' || act.kind === 'reportShortage')) void refresh()
  }

  const look = (): void => {
    if (!document.hidden) void refresh()
  }
  const feed = followClaims(warehouseId, person, onHeld)
  const timer = setInterval(look, EVERY)
  addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  void refresh()
  const stopHearing = phone.onDelivered(onDelivered)
  return () => {
    feed.close()
    stopHearing()
    clearInterval(timer)
    removeEventListener('online', look)
    document.removeEventListener('visibilitychange', look)
  }
}
