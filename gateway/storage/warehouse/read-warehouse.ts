import type { Tx } from '../transaction.js'
import { type PublicWarehouse, toWarehouse, type WarehouseRow } from './public-warehouse.js'

type Row = Omit<WarehouseRow, 'sellerAccount'> & {
  readonly accountId: string
  readonly accountName: string
  readonly demo: boolean
  readonly accountCreatedAt: Date
}

/** One warehouse inside a command's transaction. */
export const readWarehouse = async (tx: Tx, id: string): Promise<PublicWarehouse> => {
  const { rows } = await tx.query<Row>(
    `SELECT w.id, w.wb_warehouse_id AS "wbWarehouseId", w.name, w.time_zone AS "timeZone", w.assembly_minutes AS "assemblyMinutes",
       w.cut_offs AS "cutOffs", w.amber_minutes AS "amberMinutes", w.red_minutes AS "redMinutes", w.created_at AS "createdAt",
       a.id AS "accountId", a.name AS "accountName", a.demo, a.created_at AS "accountCreatedAt"
     FROM warehouse w JOIN seller_account a ON a.id = w.seller_account_id WHERE w.id = $1`,
    [id],
  )
  const [row] = rows
  if (!row) throw new Error(`the warehouse ${id} is not there`)
  const { accountId, accountName, demo, accountCreatedAt } = row
  return toWarehouse({
    ...row,
    sellerAccount: { id: accountId, name: accountName, demo, createdAt: accountCreatedAt },
  })
}
