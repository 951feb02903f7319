import type { Rights } from '../../domain/person/rights.js'
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

/** Whether there is such a seller account for a caller: one of its warehouses at least is theirs to import into. */
export const isImportable = async (tx: Tx, id: string, rights: Rights): Promise<boolean> => {
  const found = await tx.query({
    name: 'is-importable',
    text: `SELECT FROM seller_account a WHERE a.id = $1 AND ($2::uuid[] IS NULL
             OR EXISTS (SELECT FROM warehouse w WHERE w.seller_account_id = a.id AND w.id = ANY($2)))`,
    values: [id, rights.where('IMPORT')],
  })
  return found.rowCount === 1
}
