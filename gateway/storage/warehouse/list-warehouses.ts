import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { type PublicSellerAccount, type PublicWarehouse, toSellerAccount, toWarehouse } from './public-warehouse.js'

// Russian order: ё stands after е, whatever the database's locale is. There are few of either.
const collator = new Intl.Collator('ru')
const byName = (a: { readonly id: string; readonly name: string }, b: typeof a) =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

/** All warehouses, by name. */
export const listWarehouses = async ({ prisma }: Pick<StorageDeps, 'prisma'>): Promise<readonly PublicWarehouse[]> => {
  const rows = await whenAvailable(() => prisma.warehouse.findMany({ include: { sellerAccount: true } }))
  return rows.map(toWarehouse).sort(byName)
}

/** All seller accounts, by name. */
export const listSellerAccounts = async ({
  prisma,
}: Pick<StorageDeps, 'prisma'>): Promise<readonly PublicSellerAccount[]> => {
  const rows = await whenAvailable(() => prisma.sellerAccount.findMany())
  return rows.map(toSellerAccount).sort(byName)
}
