import { v5 as uuidFrom } from 'uuid'
import { seedWarehouses } from '../../prisma/seed/warehouses.js'
import { firstPlannedId } from './plan-history.js'
import type { PublicOrder } from '../domain/public-order.js'
import type { DemoStorage } from './demo-storage.js'
import { accepted } from './play-history.js'

/** A shift leaves some 3 % overdue; above this the demo has stood still, and its picture is of another day. */
const overdueShare = 0.15
/** A call takes at most 1,000. */
const callSize = 500

const wanted = seedWarehouses.reduce((sum, { liveOrders }) => sum + liveOrders, 0)

/** Whether these live orders are no believable picture any more: most overdue, or most gone. */
export const isStale = (live: readonly PublicOrder[], now: Date): boolean => {
  const overdue = live.filter(({ deadlineAt }) => Date.parse(deadlineAt) <= now.getTime()).length
  return live.length < wanted / 2 || overdue > live.length * overdueShare
}

/**
 * Closes the live orders of before a filling up to `until`, as the marketplace would tell of a day gone by: sold. Orders
 * of the filling itself, which an interrupted one has begun with, stay.
 */
export const closeStaleOrders = async (storage: DemoStorage, sellerAccountId: string, until: Date): Promise<void> => {
  const firstId = firstPlannedId(until)
  const stale = (await storage.readLiveOrders(sellerAccountId)).filter(({ wbOrderId }) => Number(wbOrderId) < firstId)
  for (let start = 0; start < stale.length; start += callSize) {
    const statuses = stale
      .slice(start, start + callSize)
      .map(({ wbOrderId }) => ({ id: wbOrderId, supplierStatus: 'complete', wbStatus: 'sold', isCancellable: false }))
    // What is still live differs after a crash, so these calls differ too: the first order of each names it.
    const commandId = uuidFrom(`close ${until.toISOString()} ${statuses[0]?.id}`, sellerAccountId)
    accepted('closing', await storage.importOrderStatuses({ commandId, actor: 'demo', sellerAccountId, statuses }))
  }
}
