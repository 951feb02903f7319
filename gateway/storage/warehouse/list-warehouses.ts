import { readRows, type ReadDeps } from '../stoppable-read.js'
import {
  type PublicSellerAccount,
  type PublicWarehouse,
  type SellerAccountRow,
  toSellerAccount,
  toWarehouse,
  warehouseColumns,
  type WarehouseRow,
} from './public-warehouse.js'

// Russian order: ё stands after е, whatever the database's locale is. There are few of either.
const collator = new Intl.Collator('ru')
const byName = (a: { readonly id: string; readonly name: string }, b: typeof a) =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

/** The warehouses of these ids, or all of them (null), by name. */
export const listWarehouses = async (
  deps: ReadDeps,
  ids: readonly string[] | null,
): Promise<readonly PublicWarehouse[]> => {
  const { rows } = await readRows<WarehouseRow>(deps, {
    name: 'list-warehouses',
    text: `SELECT ${warehouseColumns} WHERE $1::uuid[] IS NULL OR w.id = ANY($1)`,
    values: [ids],
  })
  return rows.map(toWarehouse).sort(byName)
}

/** The seller accounts of the warehouses of these ids, or all accounts (null), by name. */
export const listSellerAccounts = async (
  deps: ReadDeps,
  warehouseIds: readonly string[] | null,
): Promise<readonly PublicSellerAccount[]> => {
  const { rows } = await readRows<SellerAccountRow>(deps, {
    name: 'list-seller-accounts',
    text: `SELECT a.id, a.name, a.demo, a.created_at AS "createdAt" FROM seller_account a
           WHERE $1::uuid[] IS NULL OR EXISTS (SELECT FROM warehouse w WHERE w.seller_account_id = a.id AND w.id = ANY($1))`,
    values: [warehouseIds],
  })
  return rows.map(toSellerAccount).sort(byName)
}
