import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContexts, createSharedContext } from '../../context.js'
import type { IdentityDeps } from '../../identity-context.js'
import type { PairingDeps } from '../../storage/device/pairing.js'
import { createPairingThrottle, createSignInThrottle } from '../../storage/secret/throttle.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, makeWarehouse, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
let deps: IdentityDeps & PairingDeps
const caller = (actor?: string) => ({
  actor,
  device: undefined,
  viewer: undefined,
  address: '127.0.0.1',
  agent: 'test',
  keepSession: () => undefined,
  deviceSecret: undefined,
  keepDevice: () => undefined,
})

beforeAll(async () => {
  db = await createDatabase()
  deps = {
    ...db.deps,
    throttle: createSignInThrottle(db.deps.pool),
    pairings: createPairingThrottle(db.deps.pool),
    pinPepper: undefined,
  }
})
afterAll(() => db.close())

test('a command needs an actor, and none that the log keeps for itself; a read needs none', async () => {
  const contexts = createContexts(
    deps,
    async () => undefined,
    () => undefined,
  )
  const nobody = contexts(caller())
  const create = { commandId: randomUUID(), name: 'account' }
  await expect(nobody.warehouses.createSellerAccount(create)).rejects.toMatchObject({ code: 'ACTOR_REQUIRED' })
  expect(await nobody.warehouses.list()).toEqual([])
  for (const actor of ['system', 'Marketplace']) {
    const impostor = contexts(caller(actor))
    await expect(impostor.warehouses.createSellerAccount(create)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  }
  expect(await contexts(caller('anna')).warehouses.createSellerAccount(create)).toHaveProperty('sellerAccount')
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
  )(caller())
  const timelines = await Promise.all(orders.map(({ id }) => port.timeline(id)))
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
