import type { StockPlace } from '../../domain/stock/movement.js'
import type { PublicStockLevel } from '../../domain/stock/public-stock.js'
import type { Tx } from '../transaction.js'
import { levelFrom, levelJson } from './stock-sql.js'

/** Levels of places in a command's transaction. */
export const readLevels = async (tx: Tx, places: readonly StockPlace[]): Promise<readonly PublicStockLevel[]> => {
  if (places.length === 0) return []
  const { rows } = await tx.query<{ level: PublicStockLevel }>({
    name: 'read-levels',
    text: `SELECT ${levelJson} AS level FROM ${levelFrom}
           WHERE (l.cell_id, l.sku_id) IN (SELECT p."cellId", p."skuId" FROM jsonb_to_recordset($1::jsonb) AS p("cellId" uuid, "skuId" uuid))`,
    values: [JSON.stringify(places)],
  })
  return rows.map(({ level }) => level)
}
