import type { CatalogueSku } from '../../prisma/seed/catalogue.js'
import type { SeedCell, SeedStockLine } from '../../prisma/seed/floor-plan.js'
import type { Rights } from '../domain/person/rights.js'
import type { PublicOrder } from '../domain/public-order.js'
import type { Refusal, Result } from '../domain/refusal.js'
import type { SlaPolicy } from '../domain/sla-policy.js'
import type { HistoryEvent } from './history-paths.js'

/** Who gives a command, and the time it is to be recorded at. */
export interface DemoHeader {
  readonly commandId: string
  readonly actor: string
  readonly rights: Rights
  readonly recordedAt?: Date
}

/** A seller account, and whether a demo made it. */
export interface DemoAccount {
  readonly id: string
  readonly name: string
  readonly demo: boolean
  readonly createdAt: Date
}

/** The commands that people give while the demo's past is filled in. */
export type DemoCommand = Exclude<HistoryEvent, 'ACCEPT' | 'SELL' | 'MARKETPLACE_CANCEL'>

interface Imported {
  readonly outcomes: readonly {
    readonly wbOrderId: string | null
    readonly order: PublicOrder | null
    readonly refusal: Refusal | null
  }[]
}

/** What the demo needs of the storage; server.ts hands the use cases over. */
export interface DemoStorage {
  /** Runs something while no lease is ended: leases of hours ago have run out the moment they are written. */
  readonly holdLeases: <T>(run: () => Promise<T>) => Promise<T>
  readonly readAccounts: () => Promise<readonly DemoAccount[]>
  readonly renameDemoAccount: (accountId: string, name: string) => Promise<void>
  readonly saveCatalogue: (sellerAccountId: string, catalogue: readonly CatalogueSku[]) => Promise<void>
  readonly createSellerAccount: (
    call: DemoHeader & { readonly name: string; readonly demo: true },
  ) => Promise<Result<{ readonly sellerAccount: { readonly id: string } }>>
  readonly createWarehouse: (
    call: DemoHeader & {
      readonly sellerAccountId: string
      readonly wbWarehouseId: string
      readonly name: string
      readonly timeZone: string
      readonly slaPolicy: SlaPolicy
    },
  ) => Promise<Result<object>>
  /** By the marketplace's number of the warehouse. */
  readonly readWarehouseIds: (sellerAccountId: string) => Promise<ReadonlyMap<string, string>>
  readonly importOrders: (
    call: DemoHeader & { readonly sellerAccountId: string; readonly orders: readonly object[] },
  ) => Promise<Result<Imported>>
  readonly importOrderStatuses: (
    call: DemoHeader & { readonly sellerAccountId: string; readonly statuses: readonly object[] },
  ) => Promise<Result<Imported>>
  readonly commandOrders: (
    call: DemoHeader & {
      readonly command: DemoCommand
      readonly orderIds: readonly string[]
      readonly barcode?: string | null
      readonly reason?: string | null
    },
  ) => Promise<Result<object>>
  /** All or an error: the demo makes its codes itself. */
  readonly attachLabels: (
    call: DemoHeader & {
      readonly labels: readonly { readonly orderId: string; readonly key: string; readonly raw: string }[]
    },
  ) => Promise<Result<object>>
  readonly saveCells: (
    call: DemoHeader & { readonly warehouseId: string; readonly cells: readonly SeedCell[] },
  ) => Promise<Result<object>>
  readonly changeStock: (
    call: DemoHeader & {
      readonly warehouseId: string
      readonly change: 'RECEIVE'
      readonly lines: readonly SeedStockLine[]
      readonly cause: string
    },
  ) => Promise<Result<object>>
  /** The live orders of the account's warehouses. */
  readonly readLiveOrders: (sellerAccountId: string) => Promise<readonly PublicOrder[]>
}
