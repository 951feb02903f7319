import { v5 as uuidFrom } from 'uuid'
import { seedWarehouses } from '../../prisma/seed/warehouses.js'
import { firstPlannedId } from './plan-history.js'
import { allRights } from '../domain/person/rights.js'
import type { PublicOrder } from '../domain/public-order.js'
import type { DemoStorage } from './demo-storage.js'
import { accepted } from './play-history.js'

/** A shift leaves some 3 % overdue; above this the demo has stood still, and its picture is of another day. */
const overdueShare = 0.15
/** A call takes at most 1,000, but a statement of a slow disk has 3 s. */
const callSize = 200

const wanted = seedWarehouses.reduce((sum, { liveOrders }) => sum + liveOrders, 0)

/** Whether these live orders are no believable picture any more: most overdue, or most gone. */
export const isStale = (live: readonly PublicOrder[], now: Date): boolean => {
  const overdue = live.filter(({ deadlineAt }) => Date.parse(deadlineAt) <= now.getTime()).length
  return live.length < wanted / 2 || overdue > live.length * overdueShare
}

/** The plan leaves nothing overdue for longer than this, in minutes. */
const longestOverdue = 60

const close = async (
  storage: DemoStorage,
  sellerAccountId: string,
  what: string,
  orders: readonly PublicOrder[],
): Promise<void> => {
  for (let start = 0; start < orders.length; start += callSize) {
    const statuses = orders
      .slice(start, start + callSize)
      .map(({ wbOrderId }) => ({ id: wbOrderId, supplierStatus: 'complete', wbStatus: 'sold', isCancellable: false }))
    // What is still live differs after a crash, so these calls differ too: the first order of each names it.
    const commandId = uuidFrom(`${what} ${statuses[0]?.id}`, sellerAccountId)
    const header = { commandId, actor: 'demo', rights: allRights }
    accepted(what, await storage.importOrderStatuses({ ...header, sellerAccountId, statuses }))
  }
}

/**
 * Closes the live orders of before a filling up to `until`, as the marketplace would tell of a day gone by: sold. Orders
 * of the filling itself, which an interrupted one has begun with, stay.
 */
export const closeStaleOrders = async (storage: DemoStorage, sellerAccountId: string, until: Date): Promise<void> => {
  const firstId = firstPlannedId(until)
  const live = await storage.readLiveOrders(sellerAccountId)
  const before = live.filter(({ wbOrderId }) => Number(wbOrderId) < firstId)
  await close(storage, sellerAccountId, `close before ${until.toISOString()}`, before)
}

/**
 * Closes what a filling up to `until` left behind: orders of the morning that somebody laid hands on before their turn
 * came, so that they did not go the planned way.
 */
export const closeStragglers = async (storage: DemoStorage, sellerAccountId: string, until: Date): Promise<void> => {
  const live = await storage.readLiveOrders(sellerAccountId)
  const latest = until.getTime() - longestOverdue * 60_000
  const left = live.filter(({ deadlineAt }) => Date.parse(deadlineAt) < latest)
  await close(storage, sellerAccountId, `close stragglers ${until.toISOString()}`, left)
}
