import type { SlaPolicy } from '../../domain/sla-policy.js'

// As JSON holds them: instants are ISO-8601 texts.

/** A seller's account as everybody may see it. */
export interface PublicSellerAccount {
  readonly id: string
  readonly name: string
  readonly createdAt: string
}

/** A warehouse as everybody may see it. */
export interface PublicWarehouse {
  readonly id: string
  readonly sellerAccount: PublicSellerAccount
  readonly wbWarehouseId: string
  readonly name: string
  readonly timeZone: string
  readonly slaPolicy: SlaPolicy
  readonly demo: boolean
  readonly createdAt: string
}

/** An account's row. */
export interface SellerAccountRow {
  readonly id: string
  readonly name: string
  readonly demo: boolean
  readonly createdAt: Date
}

/** An account's public form. */
export const toSellerAccount = ({ id, name, createdAt }: Omit<SellerAccountRow, 'demo'>): PublicSellerAccount => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
})

/** A warehouse with its account, as `warehouseColumns` reads it. */
export interface WarehouseRow extends SlaPolicy {
  readonly id: string
  readonly wbWarehouseId: string
  readonly name: string
  readonly timeZone: string
  readonly createdAt: Date
  readonly demo: boolean
  readonly accountId: string
  readonly accountName: string
  readonly accountCreatedAt: Date
}

/** What statements read of a warehouse `w` and its account `a`, and from where. */
export const warehouseColumns = `
  w.id, w.wb_warehouse_id AS "wbWarehouseId", w.name, w.time_zone AS "timeZone", w.assembly_minutes AS "assemblyMinutes",
  w.cut_offs AS "cutOffs", w.amber_minutes AS "amberMinutes", w.red_minutes AS "redMinutes", w.created_at AS "createdAt",
  a.id AS "accountId", a.name AS "accountName", a.demo, a.created_at AS "accountCreatedAt"
  FROM warehouse w JOIN seller_account a ON a.id = w.seller_account_id`

/** A warehouse's public form. */
export const toWarehouse = (row: WarehouseRow): PublicWarehouse => ({
  id: row.id,
  sellerAccount: toSellerAccount({ id: row.accountId, name: row.accountName, createdAt: row.accountCreatedAt }),
  wbWarehouseId: row.wbWarehouseId,
  name: row.name,
  timeZone: row.timeZone,
  slaPolicy: {
    assemblyMinutes: row.assemblyMinutes,
    cutOffs: row.cutOffs,
    amberMinutes: row.amberMinutes,
    redMinutes: row.redMinutes,
  },
  demo: row.demo,
  createdAt: row.createdAt.toISOString(),
})
