import { type Refusal, refusal } from '../../domain/refusal.js'
import type { StockPlace } from '../../domain/stock/movement.js'
import type { LockedOrder } from '../order/lock-orders.js'
import type { Tx } from '../transaction.js'
import { findCells } from './find-places.js'
import { type MovedBy, openStockBook } from './stock-book.js'

/** The cell that was scanned beside a unit, or why it is none. */
export const findCell = async (
  tx: Tx,
  { id, warehouseId, state }: LockedOrder,
  text: string,
): Promise<{ readonly cellId: string } | { readonly refusal: Refusal }> => {
  const scanned = text.trim()
  const cell = (await findCells(tx, warehouseId, [scanned])).get(scanned)
  if (cell) return { cellId: cell.id }
  const message = `No cell of the warehouse has the code or barcode ${scanned}: scan the cell again.`
  return { refusal: refusal('UNKNOWN_CELL', message, { orderId: id, orderState: state }) }
}

/** A unit of an order that leaves a cell or comes into one, and the cell that was scanned with it. */
export interface MovedUnit {
  readonly order: LockedOrder
  readonly cellId: string | undefined
}

/** Where units were taken from when nobody scanned the cell: the first in walk order that still has one. */
const likelySources = async (
  tx: Tx,
  orders: readonly LockedOrder[],
): Promise<(order: LockedOrder) => string | undefined> => {
  const { rows } = await tx.query<StockPlace & { readonly warehouseId: string; readonly onHand: number }>({
    name: 'likely-sources',
    text: `SELECT c.warehouse_id AS "warehouseId", c.id AS "cellId", l.sku_id AS "skuId", l.on_hand AS "onHand"
           FROM stock_level l JOIN storage_cell c ON c.id = l.cell_id
           WHERE l.sku_id = ANY($1::uuid[]) AND l.on_hand > 0 AND c.warehouse_id = ANY($2::uuid[]) ORDER BY c.walk_order, c.id`,
    values: [orders.map(({ skuId }) => skuId), orders.map(({ warehouseId }) => warehouseId)],
  })
  const left = new Map(rows.map((row) => [row, row.onHand]))
  return ({ warehouseId, skuId }) => {
    const [source, units] =
      [...left].find(([row, count]) => row.warehouseId === warehouseId && row.skuId === skuId && count > 0) ?? []
    if (source) left.set(source, (units ?? 0) - 1)
    return source?.cellId
  }
}

/** Where the units of orders were taken from. */
const pastSources = async (
  tx: Tx,
  orders: readonly LockedOrder[],
): Promise<(order: LockedOrder) => string | undefined> => {
  const { rows } = await tx.query<{ readonly orderId: string; readonly cellId: string }>({
    name: 'past-sources',
    text: `SELECT DISTINCT ON (order_id) order_id AS "orderId", cell_id AS "cellId" FROM stock_movement
           WHERE order_id = ANY($1::uuid[]) AND kind = 'PICKED' ORDER BY order_id, id DESC`,
    values: [orders.map(({ id }) => id)],
  })
  const cells = new Map(rows.map(({ orderId, cellId }) => [orderId, cellId]))
  return ({ id }) => cells.get(id)
}

/**
 * Books units of orders out of cells, or back into them; the scanned cell goes before the one that the claim was told, and that
 * before what the ledger thinks. Where none says anything nothing is booked: stock of which no cell is known is not in the ledger.
 */
export const bookUnits = async (
  tx: Tx,
  command: 'PICK' | 'CONFIRM_PUT_BACK',
  units: readonly MovedUnit[],
  by: Omit<MovedBy, 'warehouseId'>,
): Promise<void> => {
  const told = ({ order, cellId }: MovedUnit) => cellId ?? (command === 'PICK' ? order.claim?.cellId : undefined)
  const untold = units.filter((unit) => !told(unit)).map(({ order }) => order)
  const sources = command === 'PICK' ? likelySources : pastSources
  const guess = untold.length > 0 ? await sources(tx, untold) : () => undefined
  const placed = units.flatMap((unit) => {
    const cellId = told(unit) ?? guess(unit.order)
    return cellId === undefined ? [] : [{ ...unit.order, cellId }]
  })
  for (const [warehouseId, own] of Map.groupBy(placed, (unit) => unit.warehouseId)) {
    const book = await openStockBook(
      tx,
      own.map(({ cellId, skuId }) => ({ cellId, skuId })),
    )
    for (const unit of own)
      if (command === 'PICK') book.take('PICKED', unit, 1, unit.id)
      else book.add('PUT_BACK', unit, 1, unit.id)
    await book.write({ ...by, warehouseId })
  }
}
