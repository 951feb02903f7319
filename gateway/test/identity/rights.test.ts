import { randomUUID } from 'node:crypto'
import { GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSchema } from '../../../schema/build-schema.js'
import { seedOrder, type SeededOrder, type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { wbOrder } from '../support/warehouse.js'
import { type Browser, createBrowser, mutations } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'

/** Root fields that have tests of their own: one's own sign-in, and people. */
const elsewhere: ReadonlySet<string> = new Set(['me', 'people', 'device', 'devices', ...Object.keys(mutations)])

const roles = ['ADMIN', 'MANAGER', 'SHIFT_LEAD', 'PICKER', 'PACKER', 'ANALYST'] as const
type Role = (typeof roles)[number]

let started: Awaited<ReturnType<typeof startWithAdmin>>
let north: SeededWarehouse
let south: SeededWarehouse
/** In each warehouse, one order. */
const orders: Partial<Record<'north' | 'south', SeededOrder>> = {}
const people = new Map<Role, Browser>()

beforeAll(async () => {
  started = await startWithAdmin()
  const { url } = started.gateway
  const client = started.client
  north = await seedWarehouse(client)
  south = await seedWarehouse(client)
  orders.north = await seedOrder(client, north)
  orders.south = await seedOrder(client, south)
  for (const role of roles) {
    const { browser } = await invite(url, started.admin, {
      name: role,
      roles: [{ role, warehouseId: role === 'ADMIN' ? null : north.id }],
    })
    people.set(role, browser)
  }
})
afterAll(() => started.gateway.close())

const refusal = '__typename ... on Refusal { code }'
const many = (name: string) =>
  `mutation ($commandId: UUID!, $id: ID!) { r: ${name}(commandId: $commandId, orderIds: [$id]) { ${refusal} ... on ${name[0]?.toUpperCase()}${name.slice(1)}Success { outcomes { refusal { code } } } } }`
const one = (name: string, more: string) =>
  `mutation ($commandId: UUID!, $id: ID!) { r: ${name}(commandId: $commandId, orderId: $id${more}) { ${refusal} } }`
interface Place {
  readonly warehouse: SeededWarehouse
  readonly order: SeededOrder
}
type Ask = (place: Place) => { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }

const ofOrder =
  (query: string): Ask =>
  ({ order }) => ({ query, variables: { commandId: randomUUID(), id: order.id } })
const ofWarehouse =
  (query: string): Ask =>
  ({ warehouse }) => ({ query, variables: { id: warehouse.id } })

/** Every root field that is about a warehouse, asked in it. */
const asks: Readonly<Record<string, Ask>> = {
  releaseOrders: ofOrder(many('releaseOrders')),
  claimOrders: ofOrder(many('claimOrders')),
  unclaimOrders: ofOrder(many('unclaimOrders')),
  stageOrders: ofOrder(many('stageOrders')),
  handOverOrders: ofOrder(many('handOverOrders')),
  holdOrders: ofOrder(many('holdOrders')),
  resumeOrders: ofOrder(many('resumeOrders')),
  cancelOrders: ofOrder(many('cancelOrders')),
  pickOrder: ofOrder(one('pickOrder', ', barcode: "x"')),
  packOrder: ofOrder(one('packOrder', ', barcode: "x"')),
  confirmPutBack: ofOrder(one('confirmPutBack', ', barcode: "x"')),
  reportShortage: ofOrder(one('reportShortage', ', reason: "x"')),
  resolveShortage: ofOrder(one('resolveShortage', '')),
  importOrders: ({ warehouse }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!, $orders: [WbOrder!]!) { r: importOrders(commandId: $commandId, sellerAccountId: $id, orders: $orders) { ${refusal} ... on ImportOrdersSuccess { outcomes { refusal { code } } } } }`,
    variables: {
      commandId: randomUUID(),
      id: warehouse.sellerAccountId,
      orders: [wbOrder({ warehouseId: warehouse.seed.wbWarehouseId })],
    },
  }),
  importOrderStatuses: ({ warehouse, order }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!, $statuses: [WbOrderStatus!]!) { r: importOrderStatuses(commandId: $commandId, sellerAccountId: $id, statuses: $statuses) { ${refusal} ... on ImportOrderStatusesSuccess { outcomes { refusal { code } } } } }`,
    variables: {
      commandId: randomUUID(),
      id: warehouse.sellerAccountId,
      statuses: [{ id: order.wbOrderId, supplierStatus: 'new', wbStatus: 'waiting' }],
    },
  }),
  setSlaPolicy: ({ warehouse }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!) { r: setSlaPolicy(commandId: $commandId, warehouseId: $id, policy: { assemblyMinutes: 300, cutOffs: [], amberMinutes: 120, redMinutes: 30 }) { ${refusal} } }`,
    variables: { commandId: randomUUID(), id: warehouse.id },
  }),
  createSellerAccount: () => ({
    query: `mutation ($commandId: UUID!, $name: String!) { r: createSellerAccount(commandId: $commandId, name: $name) { ${refusal} } }`,
    variables: { commandId: randomUUID(), name: randomUUID() },
  }),
  createWarehouse: ({ warehouse }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!) { r: createWarehouse(commandId: $commandId, sellerAccountId: $id, wbWarehouseId: "${Math.floor(Math.random() * 1e12)}", name: "n", timeZone: "Europe/Moscow", slaPolicy: { assemblyMinutes: 300, cutOffs: [], amberMinutes: 120, redMinutes: 30 }) { ${refusal} } }`,
    variables: { commandId: randomUUID(), id: warehouse.sellerAccountId },
  }),
  order: ofOrder('query ($id: ID!) { r: order(id: $id) { id } }'),
  'order.price': ofOrder('query ($id: ID!) { o: order(id: $id) { price { amount } } }'),
  'order.timeline': ofOrder('query ($id: ID!) { o: order(id: $id) { timeline { seq } } }'),
  orders: ofWarehouse('query ($id: ID!) { orders(filter: { warehouseId: $id }) { edges { node { id } } } }'),
  orderBoard: ofWarehouse('query ($id: ID!) { r: orderBoard(warehouseId: $id) { warehouse { id } } }'),
  auditTrail: ofWarehouse('query ($id: ID!) { r: auditTrail(warehouseId: $id) { edges { node { warehouseId } } } }'),
  auditSealing: ofWarehouse('query ($id: ID!) { r: auditSealing(warehouseId: $id) { __typename } }'),
  warehouses: ofWarehouse('{ warehouses { id } }'),
  sellerAccounts: ofWarehouse('{ sellerAccounts { id } }'),
}

/** What an answer says, in one word: the code of the error or refusal, else whether there is anything of that place in it. */
const word = async (browser: Browser, name: string, place: Place): Promise<string> => {
  const ask = asks[name]
  if (!ask) throw new Error(name)
  const { query, variables } = ask(place)
  const { data, errors } = await browser.send<Record<string, unknown>>(query, variables)
  if (errors) return errors[0]?.extensions.code ?? 'error'
  const text = JSON.stringify(data)
  const [, code] = /"code":"([A-Z_]+)"/.exec(text) ?? []
  if (code === 'NOT_ALLOWED' || code?.startsWith('UNKNOWN_')) return code
  if (text.includes('__typename')) return 'yes'
  if (name === 'order.price') return text.includes('"amount"') ? 'yes' : 'null'
  if (name === 'order.timeline') return text.includes('"seq"') ? 'yes' : 'null'
  const { id, sellerAccountId } = place.warehouse
  return [id, sellerAccountId, place.order.id].some((wanted) => text.includes(wanted)) ? 'yes' : '–'
}

const placeOf = (name: 'north' | 'south'): Place => {
  const order = orders[name]
  if (!order) throw new Error(name)
  return { warehouse: name === 'north' ? north : south, order }
}

const matrix = async (place: Place): Promise<string> => {
  const lines = [`| | ${roles.join(' | ')} |`, `| --- |${roles.map(() => ' --- |').join('')}`]
  for (const name of Object.keys(asks)) {
    const cells: string[] = []
    for (const role of roles) {
      const browser = people.get(role)
      if (browser) cells.push(await word(browser, name, place))
    }
    lines.push(`| ${name} | ${cells.join(' | ')} |`)
  }
  return `${lines.join('\n')}\n`
}

describe('who may do what', () => {
  test('in their own warehouse: as the reviewed matrix says', async () => {
    await expect(await matrix(placeOf('north'))).toMatchFileSnapshot('./rights.matrix.md')
  })

  test('in another one: nothing is there, whoever asks but the administrator', async () => {
    const place = placeOf('south')
    for (const name of Object.keys(asks).filter((ask) => !ask.startsWith('create')))
      for (const role of roles) {
        if (role === 'ADMIN') continue
        const browser = people.get(role)
        const said = browser && (await word(browser, name, place))
        const nobody = await wordOfNothing(name, browser)
        expect([said, role, name]).toEqual([nobody, role, name])
      }
  })

  /** What the same question says of a warehouse that does not exist. */
  const wordOfNothing = async (name: string, browser: Browser | undefined) => {
    const nothing = placeOf('south')
    const none: Place = {
      warehouse: { ...nothing.warehouse, id: randomUUID(), sellerAccountId: randomUUID() },
      order: { ...nothing.order, id: randomUUID() },
    }
    return browser && word(browser, name, none)
  }

  test('is told of every root field', () => {
    const schema = createSchema()
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      type instanceof GraphQLObjectType ? Object.keys(type.getFields()) : [],
    )
    expect(fields.filter((field) => !(field in asks) && !elsewhere.has(field))).toEqual([])
  })
})

describe('the live board', () => {
  const query = `subscription ($id: ID!) { orderBoard(warehouseId: $id) { __typename ... on BoardSnapshot { orders { id price { amount } } } ... on OrderUpserted { order { id price { amount } } } } }`

  test('shows prices to those who may see them, and another warehouse to nobody', async () => {
    const { id } = await seedOrder(started.client, north)
    for (const role of roles) {
      const browser = people.get(role)
      if (!browser) throw new Error(role)
      const socket = await browser.open()
      socket.subscribe(query, { id: north.id })
      await expect.poll(() => JSON.stringify(socket.messages)).toContain(id)
      const shown = JSON.stringify(socket.messages).includes('"amount"')
      expect([role, shown]).toEqual([role, ['ADMIN', 'MANAGER', 'ANALYST'].includes(role)])
      socket.end()
      if (role === 'ADMIN') continue
      const foreign = await browser.open()
      foreign.subscribe(query, { id: south.id })
      await expect.poll(() => JSON.stringify(foreign.messages)).toContain('"UNKNOWN_WAREHOUSE"')
      expect(foreign.messages).toHaveLength(2)
      foreign.end()
    }
  })
})

describe('a token', () => {
  test('opens what its scopes and its owner’s roles both open', async () => {
    const { url } = started.gateway
    const lead = people.get('SHIFT_LEAD')
    const told: Record<string, readonly string[]> = {}
    for (const scope of ['READ', 'IMPORT', 'FLOOR']) {
      const made = await lead?.give(mutations.createAccessToken, { name: scope, scopes: [scope], days: 1 })
      const withToken = createBrowser(url, { authorization: `Bearer ${made?.secret}` })
      const names = ['order', 'releaseOrders', 'importOrders', 'setSlaPolicy']
      told[scope] = await Promise.all(names.map((name) => word(withToken, name, placeOf('north'))))
    }
    expect(told).toEqual({
      READ: ['yes', 'NOT_ALLOWED', 'UNKNOWN_SELLER_ACCOUNT', 'NOT_ALLOWED'],
      IMPORT: ['–', 'UNKNOWN_ORDER', 'UNKNOWN_SELLER_ACCOUNT', 'UNKNOWN_WAREHOUSE'],
      FLOOR: ['–', 'yes', 'UNKNOWN_SELLER_ACCOUNT', 'UNKNOWN_WAREHOUSE'],
    })
  })
})
