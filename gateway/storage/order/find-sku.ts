import type { PublicSku } from '../../domain/public-order.js'
import { skuJson } from '../sku-json.js'
import type { Tx } from '../transaction.js'

/** What a scanned barcode is, when the account knows it. */
export const findSkuByBarcode = async (tx: Tx, sellerAccountId: string, barcode: string): Promise<PublicSku | null> => {
  const { rows } = await tx.query<{ sku: PublicSku }>({
    name: 'find-sku-by-barcode',
    text: `SELECT ${skuJson} AS sku
           FROM sku_barcode b JOIN sku s ON s.id = b.sku_id JOIN product p ON p.id = s.product_id
           WHERE b.barcode = $2 AND s.seller_account_id = $1 ORDER BY s.id LIMIT 1`,
    values: [sellerAccountId, barcode],
  })
  return rows[0]?.sku ?? null
}
