import type { PublicCell } from '../../domain/stock/public-stock.js'
import type { Tx } from '../transaction.js'
import type { StorageDeps } from '../deps.js'
import { cellJson } from './stock-sql.js'

/** Cells of a warehouse by what people say or scan: the code, else the barcode. */
export const findCells = async (
  db: Tx | StorageDeps['pool'],
  warehouseId: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, PublicCell>> => {
  if (texts.length === 0) return new Map()
  const { rows } = await db.query<{ cell: PublicCell }>({
    name: 'find-cells',
    text: `SELECT ${cellJson} AS cell FROM storage_cell c WHERE c.warehouse_id = $1 AND (c.code = ANY($2) OR c.barcode = ANY($2))`,
    values: [warehouseId, [...new Set(texts)]],
  })
  const cells = rows.map(({ cell }) => cell)
  return new Map([
    ...cells.map((cell) => [cell.barcode, cell] as const),
    ...cells.map((cell) => [cell.code, cell] as const),
  ])
}

/** Sizes of an account by what people say or scan: a barcode, else the marketplace's id of the size; all that fit. */
export const findItems = async (
  tx: Tx,
  sellerAccountId: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await tx.query<{ text: string; ids: readonly string[] }>({
    name: 'find-items',
    text: `SELECT t.text, coalesce(nullif(
             ARRAY(SELECT s.id FROM sku_barcode b JOIN sku s ON s.id = b.sku_id WHERE b.barcode = t.text AND s.seller_account_id = $1 ORDER BY s.id), '{}'),
             ARRAY(SELECT s.id FROM sku s WHERE s.seller_account_id = $1 AND t.text ~ '^[0-9]{1,18}$'
               AND s.chrt_id = CASE WHEN t.text ~ '^[0-9]{1,18}$' THEN t.text::bigint END)) AS ids
           FROM unnest($2::text[]) AS t(text)`,
    values: [sellerAccountId, [...new Set(texts)]],
  })
  return new Map(rows.map(({ text, ids }) => [text, ids]))
}

/** Cells where a size lies, in walk order. */
export const cellsWith = async (
  tx: Tx | StorageDeps['pool'],
  warehouseId: string,
  skuId: string,
): Promise<readonly PublicCell[]> => {
  const { rows } = await tx.query<{ cell: PublicCell }>({
    name: 'cells-with',
    text: `SELECT ${cellJson} AS cell FROM stock_level l JOIN storage_cell c ON c.id = l.cell_id
           WHERE l.sku_id = $2 AND l.on_hand > 0 AND c.warehouse_id = $1 ORDER BY c.walk_order, c.id LIMIT 20`,
    values: [warehouseId, skuId],
  })
  return rows.map(({ cell }) => cell)
}
