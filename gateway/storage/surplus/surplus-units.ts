import { v7 as uuid } from 'uuid'
import type { Tx } from '../transaction.js'

/** Writes that somebody has a second unit of an order, to be put back. */
export const insertSurplus = async (
  tx: Tx,
  order: { readonly id: string; readonly warehouseId: string },
  by: { readonly name: string; readonly device: string | null },
  now: Date,
): Promise<void> => {
  await tx.query({
    name: 'insert-surplus',
    text: `INSERT INTO surplus_unit (id, warehouse_id, order_id, picked_by, device, picked_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [uuid(), order.warehouseId, order.id, by.name, by.device, now],
  })
}

/** Writes that a second unit is on its shelf again; or, with a reason, that there is none. */
export const closeSurplus = async (
  tx: Tx,
  id: string,
  closedBy: string,
  now: Date,
  reason: string | null,
): Promise<void> => {
  await tx.query({
    name: 'close-surplus',
    text: 'UPDATE surplus_unit SET closed_at = $2, closed_by = $3, reason = $4 WHERE id = $1',
    values: [id, now, closedBy, reason],
  })
}
