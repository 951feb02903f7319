import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../../prisma/seed/random.js'
import { shiftManager } from '../../prisma/seed/people.js'
import type { WbOrderNew } from '../../prisma/seed/wb-orders.js'
import type { ApiClient } from '../cli/api-client.js'
import { type ShiftOrder, shiftOrder, shiftOrderFields } from './shift-board.js'
import type { ShiftStep } from './shift-step.js'
import { countCells, fillCells } from './shift-stock.js'
import { scanLabels, takeWork } from './shift-work.js'

/** Access token of somebody by their name. */
export type TokenOf = (name: string) => Promise<string>

/** A demo warehouse as the gateway tells it. */
const warehouse = z.object({
  id: z.string(),
  wbWarehouseId: z.string(),
  demo: z.boolean(),
  sellerAccount: z.object({ id: z.string() }),
})
export type ShiftWarehouse = z.infer<typeof warehouse>

/** A status as the marketplace tells it. */
export interface WbStatus {
  readonly id: string
  readonly supplierStatus: string
  readonly wbStatus: string
  readonly isCancellable: boolean
}

/** What a step led to: the orders as they are now, and how many were refused. */
export interface StepOutcome {
  readonly done: readonly ShiftOrder[]
  readonly refused: number
}

const refusal = z.object({ __typename: z.literal('Refusal') })
const oneDone = z.object({ __typename: z.string(), order: shiftOrder })
const outcome = z.object({ order: shiftOrder.nullable() })
const manyDone = z.object({ __typename: z.string(), outcomes: z.array(outcome) })
const result = z.object({ result: z.union([manyDone, oneDone, refusal]) })

const many = (
  name: string,
  more = '',
  pass = '',
) => `mutation ($commandId: UUID!, $orderIds: [ID!]!, $clientTime: DateTime${more}) {
  result: ${name}(commandId: $commandId, orderIds: $orderIds, clientTime: $clientTime${pass}) {
    __typename ... on ${name[0]?.toUpperCase()}${name.slice(1)}Success { outcomes { order { ${shiftOrderFields} } } }
  }
}`
const one = (
  name: string,
  more = '',
  pass = '',
) => `mutation ($commandId: UUID!, $orderId: ID!, $clientTime: DateTime${more}) {
  result: ${name}(commandId: $commandId, orderId: $orderId, clientTime: $clientTime${pass}) {
    __typename ... on ${name[0]?.toUpperCase()}${name.slice(1)}Success { order { ${shiftOrderFields} } }
  }
}`
const reason = [', $reason: String!', ', reason: $reason'] as const
const barcode = [', $barcode: String!', ', barcode: $barcode'] as const

const documents: Readonly<Record<Exclude<ShiftStep['kind'], 'IMPORT' | 'CLAIM'>, string>> = {
  RELEASE: many('releaseOrders'),
  UNCLAIM: many('unclaimOrders'),
  STAGE: many('stageOrders'),
  HAND_OVER: many('handOverOrders'),
  RESUME: many('resumeOrders'),
  HOLD: many('holdOrders', ...reason),
  CANCEL: many('cancelOrders', ...reason),
  PICK: one('pickOrder', ...barcode),
  PACK: one('packOrder', ...barcode),
  CONFIRM_PUT_BACK: one('confirmPutBack', ...barcode),
  REPORT_SHORTAGE: one('reportShortage', ...reason),
  RESOLVE_SHORTAGE: one('resolveShortage'),
}

const importOrders = `mutation ($commandId: UUID!, $sellerAccountId: ID!, $orders: [WbOrder!]!) {
  result: importOrders(commandId: $commandId, sellerAccountId: $sellerAccountId, orders: $orders) {
    __typename ... on ImportOrdersSuccess { outcomes { order { ${shiftOrderFields} } } }
  }
}`
const importStatuses = `mutation ($commandId: UUID!, $sellerAccountId: ID!, $statuses: [WbOrderStatus!]!) {
  result: importOrderStatuses(commandId: $commandId, sellerAccountId: $sellerAccountId, statuses: $statuses) {
    __typename ... on ImportOrderStatusesSuccess { outcomes { order { ${shiftOrderFields} } } }
  }
}`

const outcomeOf = ({ result: answer }: z.infer<typeof result>): StepOutcome => {
  if ('order' in answer) return { done: [answer.order], refused: 0 }
  if (!('outcomes' in answer)) return { done: [], refused: 1 }
  const done = answer.outcomes.flatMap(({ order }) => (order === null ? [] : [order]))
  return { done, refused: answer.outcomes.length - done.length }
}

/** The gateway's public API as a shift uses it; every call throws ApiFailure when it brings no data. */
export interface ShiftApi {
  /** The warehouses that the demo made. */
  readonly demoWarehouses: () => Promise<readonly ShiftWarehouse[]>
  readonly liveOrders: (warehouseId: string) => Promise<readonly ShiftOrder[]>
  /** Orders in a closed state that changed longest ago. */
  readonly closedOrders: (warehouseId: string, state: string, first: number) => Promise<readonly ShiftOrder[]>
  readonly perform: (
    warehouseId: string,
    step: Exclude<ShiftStep, { kind: 'IMPORT' }>,
    clientTime: Date,
  ) => Promise<StepOutcome>
  /** Counts what is to be counted. */
  readonly count: (warehouseId: string, random: Random) => Promise<void>
  /** Fills up some cells, those after a cursor; answers where the next begin, null for the first. */
  readonly fillUp: (warehouseId: string, after: string | null, random: Random) => Promise<string | null>
  readonly importOrders: (sellerAccountId: string, orders: readonly WbOrderNew[]) => Promise<StepOutcome>
  readonly importStatuses: (sellerAccountId: string, statuses: readonly WbStatus[]) => Promise<StepOutcome>
}

/** Fits a client of the gateway to what a shift does, each in their own name; calls end at once when the signal is aborted. */
export const createShiftApi = (api: ApiClient, tokenOf: TokenOf, signal: AbortSignal): ShiftApi => {
  const manager = () => tokenOf(shiftManager)
  return {
    demoWarehouses: async () => {
      const { warehouses } = await api.call({
        query: '{ warehouses { id wbWarehouseId demo sellerAccount { id } } }',
        data: z.object({ warehouses: z.array(warehouse) }),
        token: await manager(),
        signal,
      })
      return warehouses.filter(({ demo }) => demo)
    },
    liveOrders: async (warehouseId) => {
      const { orderBoard } = await api.call({
        query: `query ($warehouseId: ID!) { orderBoard(warehouseId: $warehouseId) { orders { ${shiftOrderFields} } } }`,
        variables: { warehouseId },
        data: z.object({ orderBoard: z.object({ orders: z.array(shiftOrder) }) }),
        token: await manager(),
        signal,
      })
      return orderBoard.orders
    },
    closedOrders: async (warehouseId, state, first) => {
      const { orders } = await api.call({
        query: `query ($filter: OrderFilter!, $first: Int!) {
        orders(filter: $filter, first: $first, orderBy: CHANGED_ASC) { edges { node { ${shiftOrderFields} } } }
      }`,
        variables: { filter: { warehouseId, states: [state] }, first },
        data: z.object({ orders: z.object({ edges: z.array(z.object({ node: shiftOrder })) }) }),
        token: await manager(),
        signal,
      })
      return orders.edges.map(({ node }) => node)
    },
    perform: async (warehouseId, step, clientTime) => {
      const by = { token: await tokenOf(step.actor), signal }
      if (step.kind === 'CLAIM')
        return { done: await takeWork(api, by, warehouseId, step.count, clientTime), refused: 0 }
      if (step.kind === 'PACK') await scanLabels(api, by, step)
      const { kind, actor: _, ...rest } = step
      const { labels: _labels, ...given } = { labels: [], ...rest }
      const variables = { commandId: randomUUID(), clientTime: clientTime.toISOString(), ...given }
      return outcomeOf(await api.call({ query: documents[kind], variables, data: result, ...by }))
    },
    count: async (warehouseId, random) => countCells(api, { token: await manager(), signal }, warehouseId, random),
    fillUp: async (warehouseId, after, random) =>
      fillCells(api, { token: await manager(), signal }, warehouseId, after, random),
    importOrders: async (sellerAccountId, orders) =>
      outcomeOf(
        await api.call({
          query: importOrders,
          variables: { commandId: randomUUID(), sellerAccountId, orders },
          data: result,
          token: await manager(),
          signal,
        }),
      ),
    importStatuses: async (sellerAccountId, statuses) =>
      outcomeOf(
        await api.call({
          query: importStatuses,
          variables: { commandId: randomUUID(), sellerAccountId, statuses },
          data: result,
          token: await manager(),
          signal,
        }),
      ),
  }
}
