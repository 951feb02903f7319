import { sealChains } from '../../../storage/audit/seal-chains.js'
import { randomUUID } from 'node:crypto'
import { tokenScopes } from '../../../domain/person/role.js'
import type { TestClient } from '../../support/client.js'
import { createDatabase } from '../../support/database.js'
import { seedOrder, type SeededOrder, seedWarehouse, type SeededWarehouse } from '../../support/seed.js'
import { startGatewayOn } from '../../support/server.js'
import { type Browser, createBrowser, mutations } from '../browser.js'
import { invite, makeAdmin } from '../first-admin.js'
import type { Place } from './arguments.js'
import { seedReview } from './review.js'
import { seedFloor } from './seed-floor.js'
import { startStatementTap } from './statement-tap.js'

/** Who can call: the roles of people, and a board that was let in. */
export const callerRoles = ['ADMIN', 'MANAGER', 'SHIFT_LEAD', 'PICKER', 'PACKER', 'ANALYST', 'BOARD'] as const
/** A role, or an access token of the manager with one scope. */
export type CallerName = (typeof callerRoles)[number] | `${(typeof tokenScopes)[number]} token`

/** Whoever is of one warehouse, and what there is in it. */
export interface Tenant {
  readonly warehouse: SeededWarehouse
  readonly place: Place
  readonly callers: ReadonlyMap<CallerName, Browser>
}

const mirrored = `mutation ($account: ID!, $statuses: [WbOrderStatus!]!, $commandId: UUID!) {
  r: importOrderStatuses(commandId: $commandId, sellerAccountId: $account, statuses: $statuses) { __typename }
}`
const released = `mutation ($id: ID!, $commandId: UUID!, $clientTime: DateTime!) {
  r: releaseOrders(commandId: $commandId, orderIds: [$id], clientTime: $clientTime) { __typename }
}`

const boxed = `mutation ($id: ID!, $commandId: UUID!, $heldId: UUID!) {
  boxed: putIntoBox(commandId: $commandId, orderId: $id, box: "Короб 1") { __typename }
  held: holdOrders(commandId: $heldId, orderIds: [$id], reason: "Проверка маркировки") { __typename }
}`

/** Orders in the states that fill every field of an order and of its events. The first one is new. */
export const seedOrders = async (client: TestClient, warehouse: SeededWarehouse): Promise<readonly SeededOrder[]> => {
  const wbOrder = {
    rid: `rid ${warehouse.id}`,
    orderUid: `basket ${warehouse.id}`,
    comment: `Позвоните ${warehouse.id}`,
    offices: [`Офис ${warehouse.id}`],
    requiredMeta: ['sgtin'],
  }
  const orders = []
  for (const state of ['NEW', 'NEW', 'CLAIMED', 'PACKED'] as const)
    orders.push(await seedOrder(client, warehouse, { state, wbOrder }))
  const [, second, , packed] = orders
  const statuses = [{ id: second?.wbOrderId, supplierStatus: 'new', wbStatus: 'waiting', isCancellable: true }]
  await client.data(mirrored, { account: warehouse.sellerAccountId, statuses, commandId: randomUUID() })
  await client.data(boxed, { id: packed?.id, commandId: randomUUID(), heldId: randomUUID() })
  await client.data(released, { id: second?.id, commandId: randomUUID(), clientTime: new Date() })
  return orders
}

/** Lets a screen in as a board of the manager's warehouse. */
const pairBoard = async (url: string, manager: Browser, warehouseId: string, name: string) => {
  const browser = createBrowser(url)
  const { deviceCode, userCode } = await browser.give(mutations.startPairing)
  await manager.give(mutations.approvePairing, { userCode, name, warehouseId })
  const { device } = await browser.give(mutations.finishPairing, { deviceCode })
  if (!device) throw new Error('the board was not let in')
  return { browser, id: device.id }
}

/** The marketplace's number of the first tenant's warehouse. */
const firstNumber = 710_001

interface Found {
  readonly orders: {
    readonly edges: readonly {
      readonly cursor: string
      readonly node: { readonly id: string; readonly sku: { readonly id: string } }
    }[]
  }
  readonly orderBoard: { readonly epoch: string }
  readonly auditTrail: Cursors
  readonly storageCells: Cursors
  readonly stockLevels: Cursors
  readonly stockMovements: Cursors
}

interface Cursors {
  readonly edges: readonly { readonly cursor: string }[]
}

const find = `query ($id: ID!) {
  orders(filter: { warehouseId: $id }) { edges { cursor node { id sku { id } } } }
  orderBoard(warehouseId: $id) { epoch }
  auditTrail(warehouseId: $id) { edges { cursor } }
  storageCells(warehouseId: $id) { edges { cursor } }
  stockLevels(warehouseId: $id) { edges { cursor } }
  stockMovements(warehouseId: $id) { edges { cursor } }
}`

const seedTenant = async (
  url: string,
  admin: Browser,
  client: TestClient,
  name: string,
  number: number,
): Promise<Tenant> => {
  const warehouse = await seedWarehouse(client, { name: `Склад ${name}`, wbWarehouseId: number })
  const warehouseId = warehouse.id
  const callers = new Map<CallerName, Browser>([['ADMIN', admin]])
  const ids = new Map<CallerName, string>()
  for (const role of callerRoles) {
    if (role === 'ADMIN' || role === 'BOARD') continue
    const roles = [{ role, warehouseId }]
    const login = `${role.toLowerCase()}-${number}@example.com`
    const { browser, id } = await invite(url, admin, { name: `${name} ${role} Петрович`, login, roles })
    callers.set(role, browser)
    ids.set(role, id)
  }
  const manager = callers.get('MANAGER')
  const picker = ids.get('PICKER')
  if (!manager || picker === undefined) throw new Error('nobody was invited')
  const board = await pairBoard(url, manager, warehouseId, `Доска ${name}`)
  callers.set('BOARD', board.browser)
  const tokens: string[] = []
  for (const scope of tokenScopes) {
    const made = await manager.give(mutations.createAccessToken, { name: `${name} ${scope}`, scopes: [scope], days: 1 })
    callers.set(`${scope} token`, createBrowser(url, { authorization: `Bearer ${made.secret}` }))
    tokens.push(made.accessToken?.id ?? '')
  }
  const pickers = callers.get('PICKER')
  if (!pickers) throw new Error('nobody was invited')
  const review = await seedReview(client, pickers, warehouse)
  const [order] = await seedOrders(client, warehouse)
  // Of one person only one shift is open.
  const floor = await seedFloor(client, warehouse, { walkOrder: number, onShift: number === firstNumber })
  const found = await client.data<Found>(find, { id: warehouseId })
  const me = await manager.send<{ me: { sessionId: string } }>('{ me { sessionId } }')
  const edge = found.orders.edges.find(({ node }) => node.id === order?.id)
  const place: Place = {
    warehouseId,
    sellerAccountId: warehouse.sellerAccountId,
    wbWarehouseId: String(number),
    orderId: order?.id ?? '',
    wbOrderId: order?.wbOrderId ?? '',
    skuId: edge?.node.sku.id ?? '',
    epoch: found.orderBoard.epoch,
    personId: picker,
    personName: `${name} PICKER Петрович`,
    deviceId: board.id,
    sessionId: me.data?.me.sessionId ?? '',
    tokenId: tokens[0] ?? '',
    ordersCursor: edge?.cursor ?? '',
    trailCursor: found.auditTrail.edges[1]?.cursor ?? '',
    ...review,
    pickedOrderId: floor.picked.id,
    cellCode: floor.cellCode,
    barcode: floor.picked.barcode,
    cellsCursor: found.storageCells.edges[0]?.cursor ?? '',
    levelsCursor: found.stockLevels.edges[0]?.cursor ?? '',
    movementsCursor: found.stockMovements.edges[0]?.cursor ?? '',
  }
  return { warehouse, place, callers }
}

const hour = 3_600_000

/** Two tenants in one database with somebody of every role in each, and somebody who works for both. */
export const startTenants = async () => {
  const database = await createDatabase()
  const tap = await startStatementTap(database.url)
  const gateway = await startGatewayOn(tap.url, {
    pinPepper: Buffer.alloc(32, 'pepper'),
    // The database is asked who calls each time, and by nobody else meanwhile: requests can be compared.
    limits: { viewerKeptFor: 0, cachedDocumentLength: 65_536 },
    jobsEvery: { leases: hour, seals: hour },
    liveLimits: { heartbeatAfterMs: 40 },
  })
  const { admin, client: program } = await makeAdmin(gateway, database.deps)
  const client = program.as('Анна Админ', 'Сканер у ворот')
  const north = await seedTenant(gateway.url, admin, client, 'Север', firstNumber)
  const south = await seedTenant(gateway.url, admin, client, 'Юг', 720_001)
  const roles = [north, south].map(({ place }) => ({ role: 'PACKER', warehouseId: place.warehouseId }))
  const { id: personId } = await invite(gateway.url, admin, { name: 'Работал Там И Там', roles })
  await admin.give(mutations.setPersonDisabled, { personId, disabled: true })
  // The job would, within minutes: there is a seal to be told of.
  while (await sealChains(database.deps));
  // As if a phone had brought them, by somebody else’s hand.
  await database.owner.query(`UPDATE journal SET device = 'Телефон'`)
  await database.owner.query(`UPDATE parked_command SET delivered_by = 'Принесла Петровна'`)
  await database.owner.query(`UPDATE surplus_unit SET device = 'Телефон'`)
  // What is noted once a minute is noted by now.
  await database.owner.query(`UPDATE session SET last_seen_at = now() + interval '1 hour'`)
  await database.owner.query(`UPDATE access_token SET last_used_at = now() + interval '1 hour'`)
  await database.owner.query(`UPDATE device SET last_seen_at = now() + interval '1 hour'`)
  return {
    north,
    south,
    url: gateway.url,
    tap,
    client,
    async close() {
      await gateway.close()
      await tap.close()
      await database.close()
    },
  }
}
