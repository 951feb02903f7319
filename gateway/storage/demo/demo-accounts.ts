import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import type { SellerAccountRow } from '../warehouse/public-warehouse.js'

/** All seller accounts with who made them, oldest first. */
export const readAccounts = async ({ pool }: Pick<StorageDeps, 'pool'>): Promise<readonly SellerAccountRow[]> => {
  const { rows } = await whenAvailable(() =>
    pool.query<SellerAccountRow>(
      'SELECT id, name, demo, created_at AS "createdAt" FROM seller_account ORDER BY created_at, id',
    ),
  )
  return rows
}

/** Gives a demo account another name; real accounts are left alone. */
export const renameDemoAccount = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  accountId: string,
  name: string,
): Promise<void> => {
  await whenAvailable(() =>
    pool.query('UPDATE seller_account SET name = $2 WHERE id = $1::uuid AND demo', [accountId, name]),
  )
}
