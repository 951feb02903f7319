import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContextDeps, createContexts, createSharedContext } from '../../context.js'
import { type Analysts, openAnalysts } from '../../storage/analysts.js'
import { ANALYST_ROLE } from '../../storage/pool.js'
import { createPairingThrottle, createSignInThrottle } from '../../storage/secret/throttle.js'
import type { Viewer } from '../../domain/person/viewer.js'
import { anna } from '../support/viewer.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, makeWarehouse, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
let analysts: Analysts
let deps: ContextDeps
const caller = (viewer?: Viewer) => ({
  device: undefined,
  viewer,
  way: 'LOOPBACK' as const,
  address: '127.0.0.1',
  agent: 'test',
  keepSession: () => undefined,
  deviceSecret: undefined,
  keepDevice: () => undefined,
})

beforeAll(async () => {
  db = await createDatabase()
  analysts = openAnalysts(db.url, ANALYST_ROLE, () => undefined)
  deps = {
    ...db.deps,
    analysts,
    throttle: createSignInThrottle(db.deps.pool),
    pairings: createPairingThrottle(db.deps.pool),
    pinPepper: undefined,
    totpKey: undefined,
    demandAuthenticator: false,
    onFault: () => undefined,
  }
})
afterAll(async () => {
  await analysts.close()
  await db.close()
})

test('nobody commands or sees anything before they have said who they are', async () => {
  const contexts = createContexts(
    deps,
    async () => undefined,
    () => undefined,
  )
  const nobody = contexts(caller())
  const create = { commandId: randomUUID(), name: 'account' }
  await expect(nobody.warehouses.createSellerAccount(create)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' })
  const somebody = contexts(caller(anna))
  expect(await somebody.warehouses.createSellerAccount(create)).toHaveProperty('sellerAccount')
  const { warehouse } = await makeWarehouse(db.deps)
  expect(await somebody.warehouses.list()).toHaveLength(1)
  expect(await nobody.warehouses.list()).toEqual([])
  await expect(nobody.boards.board(warehouse.id, null)).rejects.toMatchObject({ code: 'UNKNOWN_WAREHOUSE' })
})

test('timelines asked for together are read together', async () => {
  const { account } = await makeWarehouse(db.deps)
  const orders = await bringOrders(
    db.deps,
    account.id,
    Array.from({ length: 20 }, () => wbOrder()),
  )
  let statements = 0
  const pool = new Proxy(db.deps.pool, {
    get(target, name) {
      if (name === 'connect') statements += 1
      return Reflect.get(target, name) as unknown
    },
  })
  const { orders: port } = createContexts(
    { ...deps, pool },
    async () => undefined,
    () => undefined,
  )(caller(anna))
  const timelines = await Promise.all(orders.map((order) => port.timeline(order)))
  expect(timelines.map((events) => events.map(({ orderId }) => orderId))).toEqual(orders.map(({ id }) => [id]))
  expect(statements).toBe(1)
})

test('a shared live execution has the rules and touches nothing else', () => {
  const shared = createSharedContext('PLAIN')
  expect(shared.rules.availableCommands).toBeTypeOf('function')
  for (const port of [
    'orders',
    'boards',
    'warehouses',
    'sessions',
    'accessTokens',
    'people',
    'devices',
    'audit',
    'live',
  ] as const)
    expect(() => shared[port]).toThrow(port)
})
