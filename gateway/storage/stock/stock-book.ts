import { v7 as uuid } from 'uuid'
import {
  type Movement,
  movementOfCounting,
  movementsOfTaking,
  type RecountReason,
  type StockPlace,
} from '../../domain/stock/movement.js'
import type { Tx } from '../transaction.js'

/** Who moves stock, when, and why. */
export interface MovedBy {
  readonly warehouseId: string
  readonly actor: string
  readonly device?: string | null
  readonly clientTime?: Date | null
  readonly commandId: string
  readonly cause?: string | null
  readonly now: Date
}

/** The ledger while a command works on it: places that are locked, and what is booked there so far. */
export interface StockBook {
  readonly add: (kind: 'RECEIVED' | 'PUT_BACK' | 'MOVED', place: StockPlace, quantity: number, orderId?: string) => void
  readonly take: (
    kind: 'PICKED' | 'MOVED' | 'WRITTEN_OFF',
    place: StockPlace,
    quantity: number,
    orderId?: string,
  ) => void
  readonly count: (place: StockPlace, counted: number) => void
  /** Writes what was booked; where something was found there is a recount to do, where somebody counted there is none any more. */
  readonly write: (by: MovedBy) => Promise<void>
}

const keyOf = ({ cellId, skuId }: StockPlace) => `${cellId} ${skuId}`

/** Locks places until the transaction ends, everybody in the same order, and opens the book on them. */
export const openStockBook = async (tx: Tx, places: readonly StockPlace[]): Promise<StockBook> => {
  const { rows } = await tx.query<StockPlace & { readonly onHand: number }>({
    name: 'lock-stock-levels',
    text: 'SELECT * FROM lock_stock_levels($1::jsonb)',
    values: [JSON.stringify(places)],
  })
  const onHand = new Map(rows.map((row) => [keyOf(row), row.onHand]))
  const booked: Movement[] = []
  const known = (place: StockPlace) => onHand.get(keyOf(place)) ?? 0
  const book = (movements: readonly Movement[]) => {
    for (const movement of movements) onHand.set(keyOf(movement), known(movement) + movement.quantity)
    booked.push(...movements)
  }
  return {
    add: (kind, { cellId, skuId }, quantity, orderId) => book([{ cellId, skuId, kind, quantity, orderId }]),
    take: (kind, { cellId, skuId }, quantity, orderId) => {
      const place = { cellId, skuId }
      book(movementsOfTaking(place, known(place), kind, { quantity, orderId }))
    },
    count: (place, counted) => book([movementOfCounting(place, known(place), counted)]),
    async write(by) {
      if (booked.length === 0) return
      await writeMovements(tx, booked, by)
      const found = booked.filter(({ kind }) => kind === 'FOUND')
      const counted = booked.filter(({ kind }) => kind === 'COUNTED')
      if (found.length > 0) await openRecounts(tx, found, 'FOUND', by)
      if (counted.length > 0) await closeRecounts(tx, counted, by)
    },
  }
}

const writeMovements = (tx: Tx, movements: readonly Movement[], by: MovedBy) => {
  const rows = movements.map(({ cellId, skuId, kind, quantity, orderId }, n) => ({
    n,
    id: uuid(),
    cellId,
    skuId,
    kind,
    quantity,
    orderId,
  }))
  const { warehouseId, cause = null, now, actor, device = null, clientTime = null, commandId } = by
  return tx.query({
    // In the order in which they were booked: the sum is checked after each.
    name: 'write-movements',
    text: `INSERT INTO stock_movement (id, warehouse_id, cell_id, sku_id, kind, quantity, order_id, cause, at, actor, device, client_time, command_id)
           SELECT m.id, $2, m."cellId", m."skuId", m.kind, m.quantity, m."orderId", $3, $4, $5, $6, $7, $8
           FROM jsonb_to_recordset($1::jsonb)
             AS m(n int, id uuid, "cellId" uuid, "skuId" uuid, kind stock_movement_kind, quantity int, "orderId" uuid)
           ORDER BY m.n`,
    values: [JSON.stringify(rows), warehouseId, cause, now, actor, device, clientTime, commandId],
  })
}

/** Leaves recounts to do; of one that is there already, a shortage becomes the reason: nobody is sent there then. */
export const openRecounts = async (
  tx: Tx,
  shown: readonly (StockPlace & { readonly orderId?: string | undefined })[],
  reason: RecountReason,
  { warehouseId, actor, now }: MovedBy,
): Promise<void> => {
  // A statement may not come upon a row of its own: each place once.
  const places = new Map(shown.map((place) => [keyOf(place), place]))
  const rows = [...places.values()].map(({ cellId, skuId, orderId }) => ({ id: uuid(), cellId, skuId, orderId }))
  await tx.query({
    name: 'open-recounts',
    text: `INSERT INTO recount (id, warehouse_id, cell_id, sku_id, reason, order_id, opened_by, opened_at)
           SELECT r.id, $2, r."cellId", r."skuId", $3::recount_reason, r."orderId", $4, $5
           FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "cellId" uuid, "skuId" uuid, "orderId" uuid) ORDER BY 3, 4
           ON CONFLICT (cell_id, sku_id) WHERE closed_at IS NULL DO UPDATE SET reason = excluded.reason WHERE excluded.reason = 'SHORTAGE'`,
    values: [JSON.stringify(rows), warehouseId, reason, actor, now],
  })
}

const closeRecounts = (tx: Tx, places: readonly StockPlace[], { actor, now }: MovedBy) =>
  tx.query({
    name: 'close-recounts',
    text: `UPDATE recount r SET closed_at = $2, closed_by = $3
           FROM jsonb_to_recordset($1::jsonb) AS p("cellId" uuid, "skuId" uuid)
           WHERE r.cell_id = p."cellId" AND r.sku_id = p."skuId" AND r.closed_at IS NULL`,
    values: [JSON.stringify(places), now, actor],
  })
