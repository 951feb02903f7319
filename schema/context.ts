import type { AccessToken, TokenScope } from './access-token/access-token.type.js'
import type { AuditTrailArgs } from './audit/audit.input.js'
import type { AuditEntryConnection, AuditSealing } from './audit/audit.type.js'
import type { BoardFilter, OrderBoard, ThroughputHour } from './board/board.type.js'
import type { Device, DeviceKind, StartPairingSuccess } from './device/device.type.js'
import type { JournalCommand } from './journal/journal.input.js'
import type { ParkedResolution } from './journal/journal.enums.js'
import type { Journal, JournalAnswer, SubmitCommandsSuccess } from './journal/journal.type.js'
import type { ParkedCommands, PutBacks } from './journal/review.type.js'
import type { OrderConnection } from './order/order-connection.type.js'
import type { OrderEvent } from './order/order-event.type.js'
import type { ImportOrdersSuccess, ImportOrderStatusesSuccess } from './order/order-import.type.js'
import type { StockPort, WorkPort } from './floor.ports.js'
import type { AttachLabelIdentifierSuccess, LabelIdentifier } from './label/label.type.js'
import type { OrderOutcome, ReportShortageSuccess } from './order/order-result.type.js'
import type { OrderCommand } from './order/order.enums.js'
import type { OrdersArgs } from './order/order.input.js'
import type { Order } from './order/order.type.js'
import type { Person, RoleGrant, RoleGrantInput } from './person/person.type.js'
import type { Result } from './result.js'
import type { SellerAccount } from './seller-account/seller-account.type.js'
import type { Me, Session } from './session/session.type.js'
import type { SlaPolicyInput, Warehouse } from './warehouse/warehouse.type.js'

// The ports that resolvers call. They belong to the schema; the gateway fits its domain to them.

/** Who gives a command, when, and under which id; the actor comes with the request, never as an argument. */
export interface CommandHeader {
  readonly commandId: string
  readonly clientTime?: Date | null
}

export type ManyOrdersCommand = 'RELEASE' | 'CLAIM' | 'UNCLAIM' | 'STAGE' | 'HAND_OVER' | 'HOLD' | 'RESUME' | 'CANCEL'
/** The others have ports of their own. */
export type OneOrderCommand = 'PICK' | 'PACK' | 'CONFIRM_PUT_BACK' | 'RESOLVE_SHORTAGE'

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
  readonly cell?: string | null
  readonly reason?: string | null
}

type OneOrder = CommandHeader & { readonly orderId: string }

export interface OrderPort {
  find(id: string): Promise<Order | null>
  list(args: OrdersArgs): Promise<OrderConnection>
  timeline(order: Pick<Order, 'id' | 'warehouseId'>): Promise<readonly OrderEvent[]>
  commandMany(command: CommandManyOrders): Promise<Result<{ readonly outcomes: readonly OrderOutcome[] }>>
  commandOne(command: CommandOneOrder): Promise<Result<{ readonly order: Order }>>
  reportShortage(
    call: OneOrder & { readonly reason?: string | null; readonly cell?: string | null },
  ): Promise<Result<ReportShortageSuccess>>
  putIntoBox(call: OneOrder & { readonly box: string }): Promise<Result<{ readonly order: Order }>>
  attachLabel(
    call: OneOrder & { readonly key: string; readonly raw: string },
  ): Promise<Result<AttachLabelIdentifierSuccess>>
  labels(orderId: string): Promise<readonly LabelIdentifier[]>
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

/** Who the caller is, and how they prove it. */
export interface SessionPort {
  me(): Promise<Me | null>
  list(): Promise<readonly Session[]>
  signIn(call: SignInCall): Promise<Result<{ readonly me: Me }>>
  signInByLink(secret: string): Promise<Result<{ readonly me: Me }>>
  signInWithBadge(call: { readonly badge: string; readonly pin: string }): Promise<Result<{ readonly me: Me }>>
  createFirstAdmin(
    call: NewCredentials & { readonly secret: string; readonly name: string },
  ): Promise<Result<{ readonly me: Me }>>
  end(id: string | null): Promise<Result<{ readonly own: boolean }>>
  confirm(proof: Omit<SignInCall, 'login'>): Promise<Result<{ readonly me: Me }>>
  setPassword(call: NewCredentials): Promise<Result<{ readonly me: Me }>>
  offerAuthenticator(): Promise<Result<{ readonly secret: string; readonly uri: string }>>
  disableAuthenticator(): Promise<Result<{ readonly me: Me }>>
  enableAuthenticator(call: { readonly secret: string; readonly code: string }): Promise<Result<{ readonly me: Me }>>
}

export interface SignInCall {
  readonly login: string
  readonly password: string
  readonly code: string | null
}

export interface NewCredentials {
  readonly login: string
  readonly password: string
}

export interface AccessTokenPort {
  list(): Promise<readonly AccessToken[]>
  create(call: {
    readonly name: string
    readonly scopes: readonly TokenScope[]
    readonly days: number
  }): Promise<Result<{ readonly accessToken: AccessToken; readonly secret: string }>>
  revoke(id: string): Promise<Result<{ readonly accessTokens: readonly AccessToken[] }>>
}

export interface PersonPort {
  list(): Promise<readonly Person[]>
  mayManage(person: Person): boolean
  /** Every role that the caller may give. */
  grantable(): Promise<readonly RoleGrant[]>
  create(call: {
    readonly name: string
    readonly login: string | null
    readonly grants: readonly RoleGrantInput[]
  }): Promise<Result<{ readonly person: Person; readonly linkSecret: string }>>
  setGrants(call: {
    readonly personId: string
    readonly grants: readonly RoleGrantInput[]
  }): Promise<Result<{ readonly person: Person }>>
  setDisabled(call: {
    readonly personId: string
    readonly disabled: boolean
  }): Promise<Result<{ readonly person: Person }>>
  resetSignIn(call: {
    readonly personId: string
  }): Promise<Result<{ readonly person: Person; readonly linkSecret: string }>>
  issueBadge(call: { readonly personId: string }): Promise<Result<{ readonly badge: string; readonly pin: string }>>
}

export interface DevicePort {
  own(): Promise<Device | null>
  list(): Promise<readonly Device[]>
  startPairing(kind: DeviceKind): Promise<Result<StartPairingSuccess>>
  finishPairing(deviceCode: string): Promise<Result<{ readonly device: Device }>>
  approve(call: {
    readonly userCode: string
    readonly name: string
    readonly warehouseId: string
  }): Promise<Result<{ readonly kind: DeviceKind }>>
  remove(id: string): Promise<Result<{ readonly devices: readonly Device[] }>>
}

export interface AuditPort {
  trail(args: AuditTrailArgs): Promise<AuditEntryConnection>
  /** Null is the installation's. */
  sealing(warehouseId: string | null): Promise<AuditSealing>
}

/** What is done without a signal, and what waits for a shift lead because of it. */
export interface JournalPort {
  open(warehouseId: string): Promise<Result<{ readonly journal: Journal; readonly grant: string }>>
  submit(call: {
    readonly journalId: string
    readonly grant: string
    readonly sentAt: Date
    readonly commands: readonly JournalCommand[]
  }): Promise<Result<SubmitCommandsSuccess>>
  parked(warehouseId: string): Promise<ParkedCommands>
  resolveParked(
    call: CommandHeader & {
      readonly parkedId: string
      readonly resolution: ParkedResolution
      readonly reason: string | null
    },
  ): Promise<Result<{ readonly answer: JournalAnswer | null }>>
  putBacks(warehouseId: string): Promise<PutBacks>
  closeSurplusUnit(
    call: CommandHeader & {
      readonly surplusUnitId: string
      readonly barcode: string | null
      readonly cell: string | null
      readonly reason: string | null
    },
  ): Promise<Result<{ readonly order: Order }>>
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
  /** Whether prices of orders in this warehouse are shown; for everybody of a view class alike. */
  seesPrices(warehouseId: string): boolean
  /** An order of a board as it is shown; for everybody of a view class alike. */
  onBoard(order: Order): Order
}

/** What every resolver is given. In a shared live execution only `rules` is there; touching the rest throws. */
export interface SchemaContext {
  readonly rules: RulesPort
  readonly orders: OrderPort
  readonly boards: BoardPort
  readonly warehouses: WarehousePort
  readonly stock: StockPort
  readonly work: WorkPort
  readonly sessions: SessionPort
  readonly accessTokens: AccessTokenPort
  readonly people: PersonPort
  readonly devices: DevicePort
  readonly audit: AuditPort
  readonly journals: JournalPort
  readonly live: LivePort
}
