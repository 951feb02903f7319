import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { type PublicSellerAccount, type PublicWarehouse, toSellerAccount, toWarehouse } from './public-warehouse.js'

// Russian order: ё stands after е, whatever the database's locale is. There are few of either.
const collator = new Intl.Collator('ru')
const byName = (a: { readonly id: string; readonly name: string }, b: typeof a) =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

/** The warehouses of these ids, or all of them (null), by name. */
export const listWarehouses = async (
  { prisma }: Pick<StorageDeps, 'prisma'>,
  ids: readonly string[] | null,
): Promise<readonly PublicWarehouse[]> => {
  const rows = await whenAvailable(() =>
    prisma.warehouse.findMany({ where: ids ? { id: { in: [...ids] } } : {}, include: { sellerAccount: true } }),
  )
  return rows.map(toWarehouse).sort(byName)
}

/** The seller accounts of the warehouses of these ids, or all accounts (null), by name. */
export const listSellerAccounts = async (
  { prisma }: Pick<StorageDeps, 'prisma'>,
  warehouseIds: readonly string[] | null,
): Promise<readonly PublicSellerAccount[]> => {
  const where = warehouseIds ? { warehouses: { some: { id: { in: [...warehouseIds] } } } } : {}
  const rows = await whenAvailable(() => prisma.sellerAccount.findMany({ where }))
  return rows.map(toSellerAccount).sort(byName)
}
