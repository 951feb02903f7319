import { followClaims, type Held } from './claims-feed'
import type { Phone } from './phone'
import { refreshWork } from './session'

/** What is shown is looked at anew so often, whatever the feed says. */
const EVERY = 5 * 60_000

/**
 * Keeps what is shown in step with the server while somebody works: hears of orders that leave their hands or come into
 * them, and asks anew when it does. Answers how to stop.
 */
export function followWork(phone: Phone, warehouseId: string, person: string): () => void {
  const seen = new Set<string>()
  const settled = new Set(phone.getState().entries.flatMap(({ seq, answer }) => (answer ? [seq] : [])))
  let heard = true
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
    const { online, work, entries, gone } = phone.getState()
    if (fresh !== online) phone.set({ online: fresh })
    // The signal is back: what waits goes now.
    if (fresh && !heard) phone.deliver()
    heard = fresh
    if (!orders || !work) return
    const acted = new Set(entries.map(({ act }) => act.orderId))
    const mine = new Set(
      work.stops.flatMap(({ tasks }) => tasks.filter((task) => !task.cancelled).map(({ order }) => order.id)),
    )
    for (const id of orders.keys()) seen.add(id)
    const left = [...mine].filter((id) => seen.has(id) && !orders.has(id) && !acted.has(id) && !gone.has(id))
    if (left.length > 0) phone.set({ gone: new Set([...gone, ...left]) })
    const come = [...orders.keys()].some((id) => !mine.has(id) && !acted.has(id))
    if (left.length > 0 || come) void refresh()
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
