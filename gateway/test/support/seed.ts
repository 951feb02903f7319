import { randomUUID } from 'node:crypto'
import { type CatalogueSku, createCatalogue } from '../../../prisma/seed/catalogue.js'
import { markingCode } from '../../../prisma/seed/marking-codes.js'
import { type SeedWarehouse, seedWarehouses } from '../../../prisma/seed/warehouses.js'
import { createWbOrders } from '../../../prisma/seed/wb-orders.js'
import type { OrderState } from '../../domain/order-states.js'
import type { TestClient } from './client.js'
import { nextNumber } from './warehouse.js'

const catalogue = createCatalogue()

/** A warehouse of an account of its own, made through the public API. */
export interface SeededWarehouse {
  readonly id: string
  readonly sellerAccountId: string
  readonly seed: SeedWarehouse
}

/** An order made through the public API, in the state that was asked for. */
export interface SeededOrder {
  readonly id: string
  readonly wbOrderId: string
  readonly state: OrderState
  readonly version: number
  readonly sku: CatalogueSku
  /** One that proves the item. */
  readonly barcode: string
}

/** The states that the public API can bring an order into. */
export type ReachableState = Exclude<OrderState, 'CANCEL_REQUESTED' | 'RESHIP'>

const result = '__typename ... on Refusal { code message }'

const run = async (client: TestClient, mutation: string, variables: Readonly<Record<string, unknown>>) => {
  const data = await client.data<{ result: Record<string, unknown> }>(mutation, {
    commandId: randomUUID(),
    ...variables,
  })
  if (data.result['__typename'] === 'Refusal') throw new Error(`refused: ${JSON.stringify(data.result)}`)
  return data.result
}

/** Makes a warehouse, one of the demo's unless overridden, in a fresh account. */
export const seedWarehouse = async (
  client: TestClient,
  overrides: Partial<SeedWarehouse> = {},
): Promise<SeededWarehouse> => {
  const seed: SeedWarehouse = { ...seedWarehouses[0]!, ...overrides }
  const account = await run(
    client,
    `mutation ($commandId: UUID!, $name: String!) {
      result: createSellerAccount(commandId: $commandId, name: $name) { ${result} ... on CreateSellerAccountSuccess { sellerAccount { id } } }
    }`,
    { name: `seeded account ${nextNumber()}` },
  )
  const sellerAccountId = (account['sellerAccount'] as { id: string }).id
  const { wbWarehouseId, name, timeZone, slaPolicy } = seed
  const made = await run(
    client,
    `mutation ($commandId: UUID!, $account: ID!, $wb: ID!, $name: String!, $timeZone: String!, $slaPolicy: SlaPolicyInput!) {
      result: createWarehouse(commandId: $commandId, sellerAccountId: $account, wbWarehouseId: $wb, name: $name, timeZone: $timeZone, slaPolicy: $slaPolicy) {
        ${result} ... on CreateWarehouseSuccess { warehouse { id } }
      }
    }`,
    { account: sellerAccountId, wb: String(wbWarehouseId), name, timeZone, slaPolicy },
  )
  return { id: (made['warehouse'] as { id: string }).id, sellerAccountId, seed }
}

type Step = (
  client: TestClient,
  order: { id: string; wbOrderId: string; sku: { barcodes: string[] }; requiredMeta: string[]; barcode: string },
  account: string,
) => Promise<unknown>

const many =
  (name: string, more = ''): Step =>
  (client, { id }) =>
    run(
      client,
      `mutation ($commandId: UUID!, $ids: [ID!]!) { result: ${name}(commandId: $commandId, orderIds: $ids${more}) { ${result} } }`,
      { ids: [id] },
    )
const one =
  (name: string, more: string): Step =>
  (client, { id }) =>
    run(
      client,
      `mutation ($commandId: UUID!, $id: ID!) { result: ${name}(commandId: $commandId, orderId: $id, ${more}) { ${result} } }`,
      { id },
    )
const scan =
  (name: string): Step =>
  (client, order, account) =>
    one(name, `barcode: ${JSON.stringify(order.barcode)}`)(client, order, account)
const status =
  (supplierStatus: string, wbStatus: string): Step =>
  (client, { wbOrderId }, account) =>
    run(
      client,
      `mutation ($commandId: UUID!, $account: ID!, $statuses: [WbOrderStatus!]!) {
        result: importOrderStatuses(commandId: $commandId, sellerAccountId: $account, statuses: $statuses) { ${result} }
      }`,
      { account, statuses: [{ id: wbOrderId, supplierStatus, wbStatus }] },
    )

const released = [many('releaseOrders')]
const claimed = [...released, many('claimOrders')]
const picked = [...claimed, scan('pickOrder')]
/** Scans a code of «Честный знак» where the order asks for one; no other is asked for here. */
const mark: Step = async (client, { id, sku, requiredMeta }) => {
  if (!requiredMeta.includes('sgtin')) return
  await run(
    client,
    `mutation ($commandId: UUID!, $id: ID!, $raw: String!) {
      result: attachLabelIdentifier(commandId: $commandId, orderId: $id, key: "sgtin", raw: $raw) { ${result} }
    }`,
    { id, raw: markingCode(sku.barcodes, id) },
  )
}
const packed = [...picked, mark, scan('packOrder')]
const staged = [...packed, many('stageOrders')]
const handedOver = [...staged, many('handOverOrders')]
const accepted = [...handedOver, status('complete', 'sorted')]

/** The commands that lead into each state; a cancelled order is one that was picked: its unit must be put back. */
const ways: Readonly<Record<ReachableState, readonly Step[]>> = {
  NEW: [],
  RELEASED: released,
  CLAIMED: claimed,
  PICKED: picked,
  PACKED: packed,
  STAGED: staged,
  HANDED_OVER: handedOver,
  ACCEPTED: accepted,
  DONE: [...accepted, status('complete', 'sold')],
  SHORT: [...claimed, one('reportShortage', 'reason: "Нет в ячейке"')],
  ON_HOLD: [...packed, many('holdOrders', ', reason: "Проверка маркировки"')],
  CANCELLED: [...picked, many('cancelOrders', ', reason: "Брак"')],
}

/** Makes an order and brings it into a state, all through the public API and in the client's name. */
export const seedOrder = async (
  client: TestClient,
  warehouse: SeededWarehouse,
  overrides: { readonly state?: ReachableState; readonly createdAt?: Date; readonly wbOrder?: object } = {},
): Promise<SeededOrder> => {
  const { state = 'NEW', createdAt = new Date(Date.now() - 60_000), wbOrder = {} } = overrides
  const number = nextNumber()
  const sku = catalogue[number % catalogue.length]!
  const requests = [{ createdAt, warehouse: warehouse.seed, sku }]
  const [made] = createWbOrders({ seed: number, firstId: number, catalogue, requests })
  const imported = await run(
    client,
    `mutation ($commandId: UUID!, $account: ID!, $orders: [WbOrder!]!) {
      result: importOrders(commandId: $commandId, sellerAccountId: $account, orders: $orders) {
        ${result} ... on ImportOrdersSuccess { outcomes { order { id wbOrderId requiredMeta sku { barcodes } } refusal { code message } } }
      }
    }`,
    { account: warehouse.sellerAccountId, orders: [{ ...made, ...wbOrder }] },
  )
  const [outcome] = imported['outcomes'] as {
    order: { id: string; wbOrderId: string; requiredMeta: string[]; sku: { barcodes: string[] } } | null
  }[]
  if (!outcome?.order) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  const { id, wbOrderId } = outcome.order
  const barcode = outcome.order.sku.barcodes[0]!
  for (const step of ways[state]) await step(client, { ...outcome.order, barcode }, warehouse.sellerAccountId)
  const { order } = await client.data<{ order: { state: OrderState; version: number } }>(
    'query ($id: ID!) { order(id: $id) { state version } }',
    { id },
  )
  return { id, wbOrderId, sku, barcode, ...order }
}
