import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContexts, createSharedContext } from '../../context.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, makeWarehouse, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

test('a command needs an actor, and none that the log keeps for itself; a read needs none', async () => {
  const contexts = createContexts(db.deps)
  const nobody = contexts({ actor: undefined, device: undefined })
  const create = { commandId: randomUUID(), name: 'account' }
  await expect(nobody.warehouses.createSellerAccount(create)).rejects.toMatchObject({ code: 'ACTOR_REQUIRED' })
  expect(await nobody.warehouses.list()).toEqual([])
  for (const actor of ['system', 'Marketplace']) {
    const impostor = contexts({ actor, device: undefined })
    await expect(impostor.warehouses.createSellerAccount(create)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  }
  expect(await contexts({ actor: 'anna', device: undefined }).warehouses.createSellerAccount(create)).toHaveProperty(
    'sellerAccount',
  )
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
      if (name === 'query') statements += 1
      return Reflect.get(target, name) as unknown
    },
  })
  const { orders: port } = createContexts({ ...db.deps, pool })({ actor: undefined, device: undefined })
  const timelines = await Promise.all(orders.map(({ id }) => port.timeline(id)))
  expect(timelines.map((events) => events.map(({ orderId }) => orderId))).toEqual(orders.map(({ id }) => [id]))
  expect(statements).toBe(1)
})

test('a shared live execution has the rules and touches nothing else', () => {
  const shared = createSharedContext()
  expect(shared.rules.availableCommands).toBeTypeOf('function')
  for (const port of ['orders', 'boards', 'warehouses', 'audit', 'live'] as const)
    expect(() => shared[port]).toThrow(port)
})
