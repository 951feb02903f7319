import type { SchemaContext } from '../schema/context.js'
import { availableCommands } from './domain/available-commands.js'
import { MARKETPLACE_ACTOR, SYSTEM_ACTOR } from './domain/decide-order-fact.js'
import { InputError } from './domain/errors.js'
import { readTrail } from './storage/audit/read-trail.js'
import { readBoard } from './storage/board/read-board.js'
import { readThroughput } from './storage/board/read-throughput.js'
import type { StorageDeps } from './storage/deps.js'
import { createBatch } from './storage/batch.js'
import { commandOrder, commandOrders } from './storage/order/command-orders.js'
import { findOrder } from './storage/order/find-order.js'
import { importOrders } from './storage/order/import-orders.js'
import { importOrderStatuses } from './storage/order/import-order-statuses.js'
import { listOrders } from './storage/order/list-orders.js'
import { readTimelines } from './storage/order/read-timelines.js'
import { createSellerAccount } from './storage/warehouse/create-seller-account.js'
import { createWarehouse } from './storage/warehouse/create-warehouse.js'
import { listSellerAccounts, listWarehouses } from './storage/warehouse/list-warehouses.js'
import { setSlaPolicy } from './storage/warehouse/set-sla-policy.js'

/** Who calls, as the request says. */
export interface Caller {
  readonly actor: string | undefined
  readonly device: string | undefined
}

const reserved: ReadonlySet<string> = new Set([SYSTEM_ACTOR, MARKETPLACE_ACTOR])

const signed = ({ actor, device }: Caller) => {
  if (!actor) throw new InputError('ACTOR_REQUIRED', 'Say who gives the command: the header x-actor.')
  // The log must not let a person pass for the warehouse's own jobs or the marketplace.
  if (reserved.has(actor.toLowerCase()))
    throw new InputError('BAD_USER_INPUT', `x-actor must not be ${actor}: the log keeps that name for itself.`)
  return { actor, device: device ?? null }
}

/** What pure rules say, the same for every caller. */
export const rules: SchemaContext['rules'] = { availableCommands }

const noStream = (): never => {
  throw new Error('streams are followed through the hub of the socket')
}

/** Fits the use cases to the schema's ports, for one caller and one operation at a time. */
export const createContexts =
  (deps: StorageDeps) =>
  (caller: Caller): SchemaContext => {
    // Timelines of a list are read in one statement, as far as they are asked for at once.
    const timelines = createBatch((ids: readonly string[]) => readTimelines(deps, ids))
    return {
      rules,
      orders: {
        find: (id) => findOrder(deps, id),
        list: (args) => listOrders(deps, args),
        timeline: async (orderId) => (await timelines(orderId)) ?? [],
        commandMany: async (command) => commandOrders(deps, { ...command, ...signed(caller) }),
        commandOne: async (command) => commandOrder(deps, { ...command, ...signed(caller) }),
        importOrders: async (call) => importOrders(deps, { ...call, ...signed(caller) }),
        importOrderStatuses: async (call) => importOrderStatuses(deps, { ...call, ...signed(caller) }),
      },
      boards: {
        board: (warehouseId, filter) => readBoard(deps, warehouseId, filter),
        throughput: (warehouseId, hours) => readThroughput(deps, warehouseId, hours),
      },
      warehouses: {
        list: () => listWarehouses(deps),
        listSellerAccounts: () => listSellerAccounts(deps),
        createSellerAccount: async (call) => createSellerAccount(deps, { ...call, ...signed(caller) }),
        createWarehouse: async (call) => createWarehouse(deps, { ...call, ...signed(caller) }),
        setSlaPolicy: async (call) => setSlaPolicy(deps, { ...call, ...signed(caller) }),
      },
      audit: { trail: (args) => readTrail(deps, args) },
      live: { orderBoard: noStream, orderEvents: noStream },
    }
  }

const forbidden = (port: string): never => {
  throw new Error(`a shared live execution touched ${port}: only what is the same for every subscriber may be there`)
}

/**
 * The context of a shared live execution, whose result goes to many sockets: the pure rules and nothing that knows a user
 * or does I/O. Touching anything else throws.
 */
export const createSharedContext = (): SchemaContext => ({
  rules,
  get orders() {
    return forbidden('orders')
  },
  get boards() {
    return forbidden('boards')
  },
  get warehouses() {
    return forbidden('warehouses')
  },
  get audit() {
    return forbidden('audit')
  },
  get live() {
    return forbidden('live')
  },
})
