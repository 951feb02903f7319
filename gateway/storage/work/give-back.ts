import { applyTransition, type Cause, type Change } from '../../domain/apply-transition.js'
import { type LockedOrder, lockOrders } from '../order/lock-orders.js'
import type { Tx } from '../transaction.js'

/** The orders that somebody holds in a warehouse, locked: what was picked or taken away meanwhile is not among them. */
export const lockHeld = async (tx: Tx, warehouseId: string, holder: string): Promise<readonly LockedOrder[]> => {
  const { rows } = await tx.query<{ id: string }>({
    name: 'held-orders',
    text: `SELECT o.id FROM claim k JOIN orders o ON o.id = k.order_id
           WHERE k.holder = $2 AND k.released_at IS NULL AND o.warehouse_id = $1 AND o.state = 'CLAIMED'`,
    values: [warehouseId, holder],
  })
  const { orders } = await lockOrders(
    tx,
    rows.map(({ id }) => id),
    null,
  )
  return [...orders.values()].filter(({ state, claim }) => state === 'CLAIMED' && claim?.holder === holder)
}

/** Held orders given back to the floor. */
export const giveBack = (orders: readonly LockedOrder[], cause: Cause): readonly Change[] =>
  orders.flatMap((order) => applyTransition(order, 'UNCLAIM', cause) ?? [])
