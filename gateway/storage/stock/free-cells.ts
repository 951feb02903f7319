import type { StockPlace } from '../../domain/stock/movement.js'
import type { PublicCell } from '../../domain/stock/public-stock.js'
import type { Tx } from '../transaction.js'
import { openStockBook } from './stock-book.js'
import { cellJson } from './stock-sql.js'

/** A cell with units of a size that nobody has been sent for. */
export interface FreeCell {
  readonly cell: PublicCell
  readonly units: number
}

/**
 * Cells where there are free units of these sizes, by size and in walk order; their levels are locked, so that nobody else is sent for
 * the same units. A cell with a shortage that nobody has counted since is passed by.
 */
export const freeCells = async (
  tx: Tx,
  warehouseId: string,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FreeCell[]>> => {
  const { rows: places } = await tx.query<StockPlace>({
    name: 'places-of-skus',
    text: `SELECT l.cell_id AS "cellId", l.sku_id AS "skuId" FROM stock_level l JOIN storage_cell c ON c.id = l.cell_id
           WHERE l.sku_id = ANY($2::uuid[]) AND l.on_hand > 0 AND c.warehouse_id = $1`,
    values: [warehouseId, skuIds],
  })
  if (places.length === 0) return new Map()
  // Only a statement that begins after the locks sees what others have reserved under them.
  await openStockBook(tx, places)
  const { rows } = await tx.query<FreeCell & { readonly skuId: string }>({
    name: 'free-cells',
    text: `SELECT * FROM (
             SELECT l.sku_id AS "skuId", ${cellJson} AS cell, l.on_hand - (SELECT count(*)::int FROM claim k JOIN orders o ON o.id = k.order_id
               WHERE k.released_at IS NULL AND k.cell_id = l.cell_id AND o.sku_id = l.sku_id) AS units, c.walk_order, c.id
             FROM stock_level l JOIN storage_cell c ON c.id = l.cell_id
             WHERE (l.cell_id, l.sku_id) IN (SELECT p."cellId", p."skuId" FROM jsonb_to_recordset($1::jsonb) AS p("cellId" uuid, "skuId" uuid))
               AND NOT EXISTS (SELECT FROM recount r
                 WHERE r.cell_id = l.cell_id AND r.sku_id = l.sku_id AND r.closed_at IS NULL AND r.reason = 'SHORTAGE')) f
           WHERE units > 0 ORDER BY walk_order, id`,
    values: [JSON.stringify(places)],
  })
  return Map.groupBy(rows, ({ skuId }) => skuId)
}
