import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSchema } from '../../../schema/build-schema.js'
import { wbOrder } from '../support/warehouse.js'
import { type Browser, createBrowser, mutations } from './browser.js'
import type { Place } from './walk/arguments.js'
import { rootFields } from './walk/select-all.js'
import { startTenants, type Tenant } from './walk/tenants.js'

/** Root fields of one's own sign-in and work, and of people, have tests of their own; what is told of people is in fields.matrix.md. */
const elsewhere: ReadonlySet<string> = new Set([
  ...['me', 'people', 'device', 'devices', 'myShift', 'myWork'],
  // By the grant, not by rights: gateway/test/replay/delivery.test.ts.
  'submitCommands',
  ...Object.keys(mutations),
])

let started: Awaited<ReturnType<typeof startTenants>>
beforeAll(async () => {
  started = await startTenants()
})
afterAll(() => started.close())

const refusal = '__typename ... on Refusal { code }'
const many = (name: string) =>
  `mutation ($commandId: UUID!, $id: ID!) { r: ${name}(commandId: $commandId, orderIds: [$id]) { ${refusal} ... on ${name[0]?.toUpperCase()}${name.slice(1)}Success { outcomes { refusal { code } } } } }`
const one = (name: string, more: string) =>
  `mutation ($commandId: UUID!, $id: ID!) { r: ${name}(commandId: $commandId, orderId: $id${more}) { ${refusal} } }`
type Ask = (place: Place) => { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }

const ofOrder =
  (query: string): Ask =>
  ({ orderId }) => ({ query, variables: { commandId: randomUUID(), id: orderId } })
const ofWarehouse =
  (query: string): Ask =>
  ({ warehouseId }) => ({ query, variables: { id: warehouseId } })

const floor =
  (name: string, more: string): Ask =>
  ({ warehouseId }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!) { r: ${name}(commandId: $commandId, warehouseId: $id${more}) { ${refusal} } }`,
    variables: { commandId: randomUUID(), id: warehouseId },
  })
const oneLine = ', lines: [{ cell: "x", item: "x", quantity: 1 }]'
const stock = (name: string) => `query ($id: ID!) { ${name}(warehouseId: $id) { edges { node { __typename } } } }`

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
  importOrders: ({ sellerAccountId, wbWarehouseId }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!, $orders: [WbOrder!]!) { r: importOrders(commandId: $commandId, sellerAccountId: $id, orders: $orders) { ${refusal} ... on ImportOrdersSuccess { outcomes { refusal { code } } } } }`,
    variables: {
      commandId: randomUUID(),
      id: sellerAccountId,
      orders: [wbOrder({ warehouseId: Number(wbWarehouseId) })],
    },
  }),
  importOrderStatuses: ({ sellerAccountId, wbOrderId }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!, $statuses: [WbOrderStatus!]!) { r: importOrderStatuses(commandId: $commandId, sellerAccountId: $id, statuses: $statuses) { ${refusal} ... on ImportOrderStatusesSuccess { outcomes { refusal { code } } } } }`,
    variables: {
      commandId: randomUUID(),
      id: sellerAccountId,
      statuses: [{ id: wbOrderId, supplierStatus: 'new', wbStatus: 'waiting' }],
    },
  }),
  attachLabelIdentifier: ofOrder(one('attachLabelIdentifier', ', key: "sgtin", raw: "x"')),
  putIntoBox: ofOrder(one('putIntoBox', ', box: "x"')),
  saveCells: floor('saveCells', ', cells: [{ zone: "A", code: "A-1", barcode: "b", walkOrder: 1 }]'),
  receiveStock: floor('receiveStock', oneLine),
  countStock: floor('countStock', oneLine),
  writeOffStock: floor('writeOffStock', oneLine),
  moveStock: floor('moveStock', ', from: "x", to: "y", item: "x", quantity: 1'),
  startShift: floor('startShift', ''),
  claimWork: floor('claimWork', ', count: 1'),
  releaseWork: floor('releaseWork', ''),
  handOverWork: floor('handOverWork', ', to: "x"'),
  breakWork: floor('breakWork', ', person: "x"'),
  setSlaPolicy: ({ warehouseId }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!) { r: setSlaPolicy(commandId: $commandId, warehouseId: $id, policy: { assemblyMinutes: 300, cutOffs: [], amberMinutes: 120, redMinutes: 30 }) { ${refusal} } }`,
    variables: { commandId: randomUUID(), id: warehouseId },
  }),
  createSellerAccount: () => ({
    query: `mutation ($commandId: UUID!, $name: String!) { r: createSellerAccount(commandId: $commandId, name: $name) { ${refusal} } }`,
    variables: { commandId: randomUUID(), name: randomUUID() },
  }),
  createWarehouse: ({ sellerAccountId }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!) { r: createWarehouse(commandId: $commandId, sellerAccountId: $id, wbWarehouseId: "${Math.floor(Math.random() * 1e12)}", name: "n", timeZone: "Europe/Moscow", slaPolicy: { assemblyMinutes: 300, cutOffs: [], amberMinutes: 120, redMinutes: 30 }) { ${refusal} } }`,
    variables: { commandId: randomUUID(), id: sellerAccountId },
  }),
  openJournal: ofWarehouse(`mutation ($id: ID!) { r: openJournal(warehouseId: $id) { ${refusal} } }`),
  parkedCommands: ofWarehouse('query ($id: ID!) { r: parkedCommands(warehouseId: $id) { commands { warehouseId } } }'),
  putBacks: ofWarehouse('query ($id: ID!) { r: putBacks(warehouseId: $id) { putBacks { order { warehouseId } } } }'),
  resolveParkedCommand: ({ parkedId }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!) { r: resolveParkedCommand(commandId: $commandId, parkedId: $id, resolution: APPLY) { ${refusal} } }`,
    variables: { commandId: randomUUID(), id: parkedId },
  }),
  closeSurplusUnit: ({ surplusUnitId }) => ({
    query: `mutation ($commandId: UUID!, $id: ID!) { r: closeSurplusUnit(commandId: $commandId, surplusUnitId: $id, barcode: "x") { ${refusal} } }`,
    variables: { commandId: randomUUID(), id: surplusUnitId },
  }),
  order: ofOrder('query ($id: ID!) { r: order(id: $id) { id } }'),
  orders: ofWarehouse('query ($id: ID!) { orders(filter: { warehouseId: $id }) { edges { node { id } } } }'),
  orderBoard: ofWarehouse('query ($id: ID!) { r: orderBoard(warehouseId: $id) { warehouse { id } } }'),
  storageCells: ofWarehouse(stock('storageCells')),
  stockLevels: ofWarehouse(stock('stockLevels')),
  stockMovements: ofWarehouse(stock('stockMovements')),
  recounts: ofWarehouse('query ($id: ID!) { r: recounts(warehouseId: $id) { __typename } }'),
  shifts: ofWarehouse('query ($id: ID!) { r: shifts(warehouseId: $id) { __typename } }'),
  orderByScan: ofWarehouse('query ($id: ID!) { r: orderByScan(warehouseId: $id, text: "x") { __typename } }'),
  labelIdentifiers: ({ pickedOrderId }) => ({
    query: 'query ($id: ID!) { r: labelIdentifiers(orderId: $id) { __typename } }',
    variables: { id: pickedOrderId },
  }),
  auditTrail: ofWarehouse('query ($id: ID!) { r: auditTrail(warehouseId: $id) { edges { node { warehouseId } } } }'),
  auditSealing: ofWarehouse('query ($id: ID!) { r: auditSealing(warehouseId: $id) { __typename } }'),
  warehouses: ofWarehouse('{ warehouses { id } }'),
  sellerAccounts: ofWarehouse('{ sellerAccounts { id } }'),
  endShift: () => ({
    query: `mutation ($commandId: UUID!) { r: endShift(commandId: $commandId) { ${refusal} } }`,
    variables: { commandId: randomUUID() },
  }),
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
  const { warehouseId, sellerAccountId, orderId } = place
  return [warehouseId, sellerAccountId, orderId].some((wanted) => text.includes(wanted)) ? 'yes' : '–'
}

const matrix = async ({ callers, place }: Tenant): Promise<string> => {
  const lines = [`| | ${[...callers.keys()].join(' | ')} |`, `| --- |${[...callers].map(() => ' --- |').join('')}`]
  for (const name of Object.keys(asks)) {
    const cells: string[] = []
    for (const browser of callers.values()) cells.push(await word(browser, name, place))
    lines.push(`| ${name} | ${cells.join(' | ')} |`)
  }
  return `${lines.join('\n')}\n`
}

describe('who may do what in their own warehouse', () => {
  test('is as the reviewed matrix says: the roles, a board, and the tokens of a manager', async () => {
    await expect(await matrix(started.north)).toMatchFileSnapshot('./rights.matrix.md')
  })

  test('is told of every root field', () => {
    const schema = createSchema()
    const fields = [...Object.keys(rootFields(schema, 'Query')), ...Object.keys(rootFields(schema, 'Mutation'))]
    expect(fields.filter((field) => !(field in asks) && !elsewhere.has(field))).toEqual([])
  })
})

test('a token opens what its scopes and its owner’s roles both open', async () => {
  const { place, callers } = started.north
  const lead = callers.get('SHIFT_LEAD')
  const told: Record<string, readonly string[]> = {}
  for (const scope of ['READ', 'IMPORT', 'FLOOR']) {
    const made = await lead?.give(mutations.createAccessToken, { name: scope, scopes: [scope], days: 1 })
    const withToken = createBrowser(started.url, { authorization: `Bearer ${made?.secret}` })
    const names = ['order', 'releaseOrders', 'importOrders', 'setSlaPolicy']
    told[scope] = await Promise.all(names.map((name) => word(withToken, name, place)))
  }
  expect(told).toEqual({
    READ: ['yes', 'NOT_ALLOWED', 'UNKNOWN_SELLER_ACCOUNT', 'NOT_ALLOWED'],
    IMPORT: ['–', 'UNKNOWN_ORDER', 'UNKNOWN_SELLER_ACCOUNT', 'UNKNOWN_WAREHOUSE'],
    FLOOR: ['–', 'yes', 'UNKNOWN_SELLER_ACCOUNT', 'UNKNOWN_WAREHOUSE'],
  })
})
