import { v7 as uuid } from 'uuid'
import type { StorageDeps } from '../deps.js'
import { inTransaction } from '../transaction.js'

/** A size of a product card with all that cards say of it, which orders do not. */
export interface CatalogueRow {
  readonly nmId: number
  readonly chrtId: number
  readonly article: string
  readonly title: string
  readonly size: string
  readonly barcodes: readonly string[]
}

const products = `
  INSERT INTO product (id, seller_account_id, nm_id, article, title)
  SELECT DISTINCT ON (r."nmId") r."productId", $1, r."nmId", r.article, r.title
  FROM jsonb_to_recordset($2::jsonb) AS r("productId" uuid, "nmId" bigint, article text, title text) ORDER BY r."nmId"
  ON CONFLICT (seller_account_id, nm_id) DO NOTHING`

const skus = `
  INSERT INTO sku (id, seller_account_id, product_id, chrt_id, size)
  SELECT DISTINCT ON (r."chrtId") r."skuId", $1, p.id, r."chrtId", r.size
  FROM jsonb_to_recordset($2::jsonb) AS r("skuId" uuid, "nmId" bigint, "chrtId" bigint, size text)
  JOIN product p ON p.seller_account_id = $1 AND p.nm_id = r."nmId" ORDER BY r."chrtId"
  ON CONFLICT (seller_account_id, chrt_id) DO NOTHING`

const barcodes = `
  INSERT INTO sku_barcode (sku_id, barcode)
  SELECT s.id, b.barcode
  FROM jsonb_to_recordset($2::jsonb) AS r("chrtId" bigint, barcodes jsonb)
  JOIN sku s ON s.seller_account_id = $1 AND s.chrt_id = r."chrtId"
  CROSS JOIN LATERAL jsonb_array_elements_text(r.barcodes) AS b(barcode)
  ORDER BY 1, 2 ON CONFLICT DO NOTHING`

/** Stores products and SKUs of an account with titles and sizes; those that are there already stay as they are. */
export const saveCatalogue = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  sellerAccountId: string,
  catalogue: readonly CatalogueRow[],
): Promise<void> => {
  const rows = JSON.stringify(catalogue.map((row) => ({ ...row, productId: uuid(), skuId: uuid() })))
  await inTransaction(pool, async (tx) => {
    for (const text of [products, skus, barcodes]) await tx.query(text, [sellerAccountId, rows])
  })
}
