import { type Refusal, refusal } from '../../domain/refusal.js'
import type { LockedOrder } from '../order/lock-orders.js'
import type { Tx } from '../transaction.js'
import { cellsWith, findCells } from './find-places.js'
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

/** Where a unit was taken from, when nobody scanned the cell: the told one, else the first that has the size. */
const likelySource = async (tx: Tx, { claim, warehouseId, skuId }: LockedOrder): Promise<string | undefined> =>
  claim?.cellId ?? (await cellsWith(tx, warehouseId, skuId))[0]?.id

/** Where the unit of an order was taken from. */
const sourceOf = async (tx: Tx, orderId: string): Promise<string | undefined> => {
  const { rows } = await tx.query<{ cellId: string }>({
    name: 'source-of-unit',
    text: `SELECT cell_id AS "cellId" FROM stock_movement WHERE order_id = $1 AND kind = 'PICKED' ORDER BY id DESC LIMIT 1`,
    values: [orderId],
  })
  return rows[0]?.cellId
}

/**
 * Books the unit of an order out of a cell, or back into one; the scanned cell goes before what the ledger thinks. Where neither
 * says anything nothing is booked: stock of which no cell is known is not in the ledger.
 */
export const bookUnit = async (
  tx: Tx,
  command: 'PICK' | 'CONFIRM_PUT_BACK',
  order: LockedOrder,
  scannedCellId: string | undefined,
  by: Omit<MovedBy, 'warehouseId' | 'orderId'>,
): Promise<void> => {
  const { id: orderId, warehouseId, skuId } = order
  const guess = () => (command === 'PICK' ? likelySource(tx, order) : sourceOf(tx, orderId))
  const cellId = scannedCellId ?? (await guess())
  if (cellId === undefined) return
  const place = { cellId, skuId }
  const book = await openStockBook(tx, [place])
  if (command === 'PICK') book.take('PICKED', place, 1)
  else book.add('PUT_BACK', place, 1)
  await book.write({ ...by, warehouseId, orderId })
}
