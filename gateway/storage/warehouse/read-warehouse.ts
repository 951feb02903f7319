import type { Tx } from '../transaction.js'
import { type PublicWarehouse, toWarehouse, warehouseColumns, type WarehouseRow } from './public-warehouse.js'

/** One warehouse inside a command's transaction. */
export const readWarehouse = async (tx: Tx, id: string): Promise<PublicWarehouse> => {
  const { rows } = await tx.query<WarehouseRow>(`SELECT ${warehouseColumns} WHERE w.id = $1`, [id])
  const [row] = rows
  if (!row) throw new Error(`the warehouse ${id} is not there`)
  return toWarehouse(row)
}
