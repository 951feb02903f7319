import { v7 as uuid } from 'uuid'
import type { WbOrder } from '../../domain/wb-order.js'
import type { Tx } from '../transaction.js'

const rowsOf = (orders: readonly WbOrder[]) =>
  JSON.stringify(
    orders.map(({ nmId, chrtId, article, barcodes }) => ({
      product_id: uuid(),
      sku_id: uuid(),
      nm_id: nmId,
      chrt_id: chrtId,
      article,
      barcodes,
    })),
  )

// Rows are inserted in one order by everybody, so that two imports never wait for each other in a ring.
const products = `
  INSERT INTO product (id, seller_account_id, nm_id, article)
  SELECT DISTINCT ON (r.nm_id) r.product_id, $1, r.nm_id, r.article
  FROM jsonb_to_recordset($2::jsonb) AS r(product_id uuid, nm_id bigint, article text) ORDER BY r.nm_id
  ON CONFLICT (seller_account_id, nm_id) DO NOTHING`

const skus = `
  INSERT INTO sku (id, seller_account_id, product_id, chrt_id)
  SELECT DISTINCT ON (r.chrt_id) r.sku_id, $1, p.id, r.chrt_id
  FROM jsonb_to_recordset($2::jsonb) AS r(sku_id uuid, nm_id bigint, chrt_id bigint)
  JOIN product p ON p.seller_account_id = $1 AND p.nm_id = r.nm_id ORDER BY r.chrt_id
  ON CONFLICT (seller_account_id, chrt_id) DO NOTHING`

// Until COMMIT nobody else may add a barcode to these SKUs, nor an order that would miss one: see `announceBarcodes`.
const lock = `
  SELECT id, chrt_id::text FROM sku WHERE seller_account_id = $1 AND chrt_id = ANY($2::bigint[]) ORDER BY id FOR NO KEY UPDATE`

const barcodes = `
  INSERT INTO sku_barcode (sku_id, barcode)
  SELECT DISTINCT s.id, b.barcode
  FROM jsonb_to_recordset($2::jsonb) AS r(chrt_id bigint, barcodes jsonb)
  JOIN sku s ON s.seller_account_id = $1 AND s.chrt_id = r.chrt_id
  CROSS JOIN LATERAL jsonb_array_elements_text(r.barcodes) AS b(barcode)
  ORDER BY 1, 2 ON CONFLICT DO NOTHING RETURNING sku_id`

/** The SKUs of the orders by chrtId, made from what the orders say where they were not known; and which learned a barcode. */
export const saveSkus = async (
  tx: Tx,
  sellerAccountId: string,
  orders: readonly WbOrder[],
): Promise<{ readonly idByChrt: ReadonlyMap<string, string>; readonly learned: readonly string[] }> => {
  const rows = rowsOf(orders)
  await tx.query({ name: 'save-products', text: products, values: [sellerAccountId, rows] })
  await tx.query({ name: 'save-skus', text: skus, values: [sellerAccountId, rows] })
  const locked = await tx.query<{ id: string; chrt_id: string }>({
    name: 'lock-skus',
    text: lock,
    values: [sellerAccountId, [...new Set(orders.map(({ chrtId }) => chrtId))]],
  })
  const added = await tx.query<{ sku_id: string }>({
    name: 'save-barcodes',
    text: barcodes,
    values: [sellerAccountId, rows],
  })
  return {
    idByChrt: new Map(locked.rows.map(({ id, chrt_id }) => [chrt_id, id])),
    learned: [...new Set(added.rows.map(({ sku_id }) => sku_id))],
  }
}
