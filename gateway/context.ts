import pLimit from 'p-limit'
import type { SchemaContext } from '../schema/context.js'
import { availableCommands } from './domain/available-commands.js'
import { InputError, signInFirst } from './domain/errors.js'
import { createFloorPorts } from './floor-context.js'
import { createDevicePort, type DeviceCaller } from './device-context.js'
import { createIdentityPorts, type IdentityCaller, type IdentityDeps } from './identity-context.js'
import { createJournalPort } from './journal-context.js'
import { noRights, type Rights, rightsOf } from './domain/person/rights.js'
import { readsAsAnalyst } from './domain/person/viewer.js'
import { wallOrder } from './domain/wall-order.js'
import type { LiveOperation, ViewClass } from './live/hub.js'
import type { Analysts } from './storage/analysts.js'
import type { Pacer } from './live/pacer.js'
import { pacedList } from './paced-list.js'
import { readSealing } from './storage/audit/read-sealing.js'
import { readTrail } from './storage/audit/read-trail.js'
import { readBoard } from './storage/board/read-board.js'
import { readThroughput } from './storage/board/read-throughput.js'
import type { PairingDeps } from './storage/device/pairing.js'
import { createBatch } from './storage/batch.js'
import type { SubmitDeps } from './storage/journal/submit-commands.js'
import { attachLabel } from './storage/label/attach-label.js'
import { readLabels } from './storage/label/read-labels.js'
import { commandOrder, commandOrders } from './storage/order/command-orders.js'
import { findOrder } from './storage/order/find-order.js'
import { importOrders } from './storage/order/import-orders.js'
import { importOrderStatuses } from './storage/order/import-order-statuses.js'
import { listOrders } from './storage/order/list-orders.js'
import { putIntoBox } from './storage/order/put-into-box.js'
import { readTimelines } from './storage/order/read-timelines.js'
import { reportShortage } from './storage/stock/report-shortage.js'
import type { ReadDeps, Until } from './storage/stoppable-read.js'
import { createSellerAccount } from './storage/warehouse/create-seller-account.js'
import { createWarehouse } from './storage/warehouse/create-warehouse.js'
import { listSellerAccounts, listWarehouses } from './storage/warehouse/list-warehouses.js'
import { setSlaPolicy } from './storage/warehouse/set-sla-policy.js'

/** Who calls. */
export interface Caller extends IdentityCaller, DeviceCaller {
  /** What their program says of its device. */
  readonly device: string | undefined
}

/** Who gives a command, in which session and on which device: the phone that was let in, before what a program says of itself. */
const signed = ({ device, viewer }: Caller) => {
  if (!viewer) throw new InputError('SIGN_IN_REQUIRED', signInFirst)
  const session = viewer.by.kind === 'SESSION' ? viewer.by : null
  return { actor: viewer.name, device: session?.device ?? device ?? null, sessionId: session?.id ?? null }
}

const rightsFor = ({ viewer }: Pick<Caller, 'viewer'>): Rights => (viewer ? rightsOf(viewer) : noRights)

/** Whether a caller may import anywhere, or found what is imported into: what they send may be large. */
export const mayImport = (caller: Pick<Caller, 'viewer'>): boolean => {
  const rights = rightsFor(caller)
  return rights.found || rights.where('IMPORT')?.length !== 0
}

const unknownWarehouse = () => new InputError('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')

const onlyItsBoard = () => new InputError('FORBIDDEN', 'You see the board of this warehouse alone: orderBoard.')

const viewIn = (rights: Rights, warehouseId: string): ViewClass => {
  if (!rights.may('READ_ORDERS', warehouseId)) return 'WALL'
  return rights.may('READ_PRICES', warehouseId) ? 'PRICED' : 'PLAIN'
}

/** An order of a board as a view class shows it. */
const shownIn: Readonly<Record<ViewClass, <O extends Parameters<typeof wallOrder>[0]>(order: O) => O>> = {
  PRICED: (order) => order,
  PLAIN: (order) => order,
  WALL: wallOrder,
}

/** How a caller sees a warehouse's stream. Throws UNKNOWN_WAREHOUSE for one that they may not see, FORBIDDEN for its events. */
export const viewOf =
  (caller: Pick<Caller, 'viewer'>): LiveOperation['viewOf'] =>
  (warehouseId, kind) => {
    const rights = rightsFor(caller)
    if (!rights.may('READ', warehouseId)) throw unknownWarehouse()
    const view = viewIn(rights, warehouseId)
    if (view === 'WALL' && kind === 'orderEvents') throw onlyItsBoard()
    return view
  }

export interface ContextDeps extends IdentityDeps, PairingDeps, SubmitDeps {
  readonly analysts: Pick<Analysts, 'readsFor'>
}

/** Where a query reads. What a command answers is read where it was done, also for whoever reads elsewhere. */
const readsOf = (
  { pool, analysts }: ContextDeps,
  viewer: Caller['viewer'],
  rights: Rights,
  until: Until | undefined,
): ReadDeps =>
  until && viewer && readsAsAnalyst(viewer)
    ? analysts.readsFor({ personId: viewer.personId, warehouseIds: rights.where('READ') }, until)
    : { pool, until }

const noStream = (): never => {
  throw new Error('streams are followed through the hub of the socket')
}

/** Boards that are read at once on the connections of everybody: the others are for what is quick. */
const boardsAtOnce = 2

/** Fits the use cases to the schema's ports, for one caller and one operation at a time; its reads stop at the signal, what is long goes at that pace. */
export const createContexts = (deps: ContextDeps, stop: Until['stop'], pace: Pacer) => {
  const oneOfFew = pLimit(boardsAtOnce)
  return (caller: Caller, signal?: AbortSignal): SchemaContext => {
    const rights = rightsFor(caller)
    const by = () => ({ ...signed(caller), rights })
    const mayReadAudit = (warehouseId: string | null | undefined) => {
      const may = warehouseId ? rights.may('READ_AUDIT', warehouseId) : rights.where('READ_AUDIT') === null
      if (!may) throw unknownWarehouse()
    }
    const reads = readsOf(deps, caller.viewer, rights, signal && { signal, stop })
    // Timelines of a list are read in one statement, as far as they are asked for at once.
    const timelines = createBatch((ids: readonly string[]) => readTimelines(reads, ids))
    return {
      rules: {
        availableCommands,
        seesPrices: (warehouseId) => rights.may('READ_PRICES', warehouseId),
        onBoard: (order) => shownIn[viewIn(rights, order.warehouseId)](order),
      },
      orders: {
        find: (id) => findOrder(reads, id, rights.where('READ_ORDERS')),
        list: (args) => listOrders(reads, args, rights),
        async timeline({ id, warehouseId }) {
          if (!rights.may('READ_ORDERS', warehouseId)) throw onlyItsBoard()
          return (await timelines(id)) ?? []
        },
        commandMany: async (command) => commandOrders(deps, { ...command, ...by() }),
        commandOne: async (command) => commandOrder(deps, { ...command, ...by() }),
        reportShortage: async (call) => reportShortage(deps, { ...call, ...by() }),
        putIntoBox: async (call) => putIntoBox(deps, { ...call, ...by() }),
        attachLabel: async (call) => attachLabel(deps, { ...call, ...by() }),
        labels: (orderId) => readLabels(reads, orderId, rights.where('READ_LABELS')),
        importOrders: async (call) => importOrders(deps, { ...call, ...by() }),
        importOrderStatuses: async (call) => importOrderStatuses(deps, { ...call, ...by() }),
      },
      boards: {
        async board(warehouseId, filter) {
          if (!rights.may('READ', warehouseId)) throw unknownWarehouse()
          const read = () => readBoard({ ...reads, pace }, warehouseId, filter)
          // Analysts take turns of their own already, on connections of their own.
          const board = await (reads.inTurn ? read() : oneOfFew(read))
          const shown = board.orders.map(shownIn[viewIn(rights, warehouseId)])
          return { ...board, orders: pacedList(shown, pace) }
        },
        throughput: (warehouseId, hours) => readThroughput(reads, warehouseId, hours),
      },
      warehouses: {
        list: () => listWarehouses(reads, rights.where('READ')),
        listSellerAccounts: () => listSellerAccounts(reads, rights.where('READ')),
        createSellerAccount: async (call) => createSellerAccount(deps, { ...call, ...by() }),
        createWarehouse: async (call) => createWarehouse(deps, { ...call, ...by() }),
        setSlaPolicy: async (call) => setSlaPolicy(deps, { ...call, ...by() }),
      },
      ...createFloorPorts(deps, { rights, by, reads }),
      ...createIdentityPorts(deps, caller, rights),
      devices: createDevicePort(deps, caller, rights),
      journals: createJournalPort(deps, { ...caller, rights, reads, by }),
      audit: {
        async trail(args) {
          mayReadAudit(args.warehouseId)
          return readTrail(deps, args)
        },
        async sealing(warehouseId) {
          mayReadAudit(warehouseId)
          return readSealing(deps, warehouseId)
        },
      },
      live: { orderBoard: noStream, orderEvents: noStream },
    }
  }
}

const forbidden = (port: string): never => {
  throw new Error(`a shared live execution touched ${port}: only what is the same for every subscriber may be there`)
}

/**
 * The context of a shared live execution, whose result goes to many sockets of one view class: the pure rules and nothing that knows a user
 * or does I/O. Touching anything else throws.
 */
export const createSharedContext = (view: ViewClass): SchemaContext => ({
  rules: { availableCommands, seesPrices: () => view === 'PRICED', onBoard: shownIn[view] },
  get orders() {
    return forbidden('orders')
  },
  get boards() {
    return forbidden('boards')
  },
  get warehouses() {
    return forbidden('warehouses')
  },
  get stock() {
    return forbidden('stock')
  },
  get work() {
    return forbidden('work')
  },
  get sessions() {
    return forbidden('sessions')
  },
  get accessTokens() {
    return forbidden('accessTokens')
  },
  get people() {
    return forbidden('people')
  },
  get devices() {
    return forbidden('devices')
  },
  get audit() {
    return forbidden('audit')
  },
  get journals() {
    return forbidden('journals')
  },
  get live() {
    return forbidden('live')
  },
})
