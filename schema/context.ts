import type { AuditTrailArgs } from './audit/audit.input.js'
import type { AuditEntryConnection } from './audit/audit.type.js'
import type { BoardFilter, OrderBoard, ThroughputHour } from './board/board.type.js'
import type { OrderConnection } from './order/order-connection.type.js'
import type { OrderEvent } from './order/order-event.type.js'
import type { ImportOrdersSuccess, ImportOrderStatusesSuccess } from './order/order-import.type.js'
import type { OrderOutcome } from './order/order-result.type.js'
import type { OrderCommand } from './order/order.enums.js'
import type { OrdersArgs } from './order/order.input.js'
import type { Order } from './order/order.type.js'
import type { Result } from './result.js'
import type { SellerAccount } from './seller-account/seller-account.type.js'
import type { SlaPolicyInput, Warehouse } from './warehouse/warehouse.type.js'

// The ports that resolvers call. They belong to the schema; the gateway fits its domain to them.

/** Who gives a command, when, and under which id; the actor comes with the request, never as an argument. */
export interface CommandHeader {
  readonly commandId: string
  readonly clientTime?: Date | null
}

export type ManyOrdersCommand = 'RELEASE' | 'CLAIM' | 'UNCLAIM' | 'STAGE' | 'HAND_OVER' | 'HOLD' | 'RESUME' | 'CANCEL'
export type OneOrderCommand = Exclude<OrderCommand, ManyOrdersCommand>

/** A command for many orders: each is decided by itself. */
export interface CommandManyOrders extends CommandHeader {
  readonly command: ManyOrdersCommand
  readonly orderIds: readonly string[]
  readonly reason?: string | null
}

/** A command for one order, with what was scanned or said. */
export interface CommandOneOrder extends CommandHeader {
  readonly command: OneOrderCommand
  readonly orderId: string
  readonly barcode?: string | null
  readonly reason?: string | null
}

export interface OrderPort {
  find(id: string): Promise<Order | null>
  list(args: OrdersArgs): Promise<OrderConnection>
  timeline(orderId: string): Promise<readonly OrderEvent[]>
  commandMany(command: CommandManyOrders): Promise<Result<{ readonly outcomes: readonly OrderOutcome[] }>>
  commandOne(command: CommandOneOrder): Promise<Result<{ readonly order: Order }>>
  importOrders(
    header: CommandHeader & { readonly sellerAccountId: string; readonly orders: readonly object[] },
  ): Promise<Result<ImportOrdersSuccess>>
  importOrderStatuses(
    header: CommandHeader & { readonly sellerAccountId: string; readonly statuses: readonly object[] },
  ): Promise<Result<ImportOrderStatusesSuccess>>
}

export interface BoardPort {
  board(warehouseId: string, filter: BoardFilter | null): Promise<OrderBoard>
  throughput(warehouseId: string, hours: number): Promise<readonly ThroughputHour[]>
}

export interface WarehousePort {
  list(): Promise<readonly Warehouse[]>
  listSellerAccounts(): Promise<readonly SellerAccount[]>
  createSellerAccount(
    header: CommandHeader & { readonly name: string },
  ): Promise<Result<{ readonly sellerAccount: SellerAccount }>>
  createWarehouse(
    header: CommandHeader & {
      readonly sellerAccountId: string
      readonly wbWarehouseId: string
      readonly name: string
      readonly timeZone: string
      readonly slaPolicy: SlaPolicyInput
    },
  ): Promise<Result<{ readonly warehouse: Warehouse }>>
  setSlaPolicy(
    header: CommandHeader & { readonly warehouseId: string; readonly policy: SlaPolicyInput },
  ): Promise<Result<{ readonly warehouse: Warehouse }>>
}

export interface AuditPort {
  trail(args: AuditTrailArgs): Promise<AuditEntryConnection>
}

/** Which stream, and from where to go on. */
export interface LiveArgs {
  readonly warehouseId: string
  readonly filter?: BoardFilter | null
  readonly after?: number | null
  readonly epoch?: string | null
}

/** Live streams. The hub writes the frames itself, so the iterators yield nothing; they end, or throw what ends them. */
export interface LivePort {
  orderBoard(args: LiveArgs): AsyncIterableIterator<never>
  orderEvents(args: LiveArgs): AsyncIterableIterator<never>
}

/** What pure rules say of an order: no I/O and no user, so live frames may use it for everybody at once. */
export interface RulesPort {
  availableCommands(order: Order): readonly OrderCommand[]
}

/** What every resolver is given. In a shared live execution only `rules` is there; touching the rest throws. */
export interface SchemaContext {
  readonly rules: RulesPort
  readonly orders: OrderPort
  readonly boards: BoardPort
  readonly warehouses: WarehousePort
  readonly audit: AuditPort
  readonly live: LivePort
}
