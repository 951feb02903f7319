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

/** The rows as Prisma reads them. */
export interface SellerAccountRow {
  readonly id: string
  readonly name: string
  readonly demo: boolean
  readonly createdAt: Date
}
export interface WarehouseRow extends SlaPolicy {
  readonly id: string
  readonly wbWarehouseId: bigint
  readonly name: string
  readonly timeZone: string
  readonly createdAt: Date
  readonly sellerAccount: SellerAccountRow
}

/** An account's public form. */
export const toSellerAccount = ({ id, name, createdAt }: SellerAccountRow): PublicSellerAccount => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
})

/** A warehouse's public form. */
export const toWarehouse = (row: WarehouseRow): PublicWarehouse => ({
  id: row.id,
  sellerAccount: toSellerAccount(row.sellerAccount),
  wbWarehouseId: String(row.wbWarehouseId),
  name: row.name,
  timeZone: row.timeZone,
  slaPolicy: {
    assemblyMinutes: row.assemblyMinutes,
    cutOffs: row.cutOffs,
    amberMinutes: row.amberMinutes,
    redMinutes: row.redMinutes,
  },
  demo: row.sellerAccount.demo,
  createdAt: row.createdAt.toISOString(),
})
