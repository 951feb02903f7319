import type { Tx } from '../transaction.js'

/** Our ids of an account's orders by the marketplace's numbers, as far as they are known. */
export const findByWbIds = async (
  tx: Tx,
  sellerAccountId: string,
  wbOrderIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await tx.query<{ id: string; wb_order_id: string }>({
    name: 'find-by-wb-ids',
    text: 'SELECT id, wb_order_id::text FROM orders WHERE seller_account_id = $1 AND wb_order_id = ANY($2::bigint[])',
    values: [sellerAccountId, wbOrderIds],
  })
  return new Map(rows.map(({ id, wb_order_id }) => [wb_order_id, id]))
}

/** Whether there is such a seller account. */
export const isSellerAccount = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.query({ name: 'is-seller-account', text: 'SELECT FROM seller_account WHERE id = $1', values: [id] }))
    .rowCount === 1
