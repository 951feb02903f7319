import { afterAll, beforeAll, expect, test } from 'vitest'
import { readThroughput } from '../../storage/board/read-throughput.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, give, makeWarehouse, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

test('counts what was done by the hours of the warehouse’s clock, empty ones too', async () => {
  // Half past by UTC is the full hour there.
  const { account, warehouse } = await makeWarehouse(db.deps, { timeZone: 'Asia/Kolkata' })
  const orders = await bringOrders(db.deps, account.id, [wbOrder(), wbOrder(), wbOrder()])
  for (const [index, { id }] of orders.entries()) {
    for (const command of ['RELEASE', 'CLAIM', 'PICK'] as const) await give(db.deps, command, id)
    if (index > 0) await give(db.deps, 'PACK', id)
  }
  // The owner alone may rewrite history.
  await db.owner.query(`UPDATE order_event SET at = at - interval '3 hours' WHERE type = 'PACKED'`)
  const hours = await readThroughput(db.deps, warehouse.id, 5)
  expect(hours.map(({ picked }) => picked)).toEqual([0, 0, 0, 0, 3])
  expect(hours.map(({ packed }) => packed)).toEqual([0, 2, 0, 0, 0])
  expect(hours.every(({ handedOver }) => handedOver === 0)).toBe(true)
  for (const { hour } of hours) expect(hour).toMatch(/^\d{4}-\d\d-\d\dT\d\d:30:00\.000Z$/)
})

test('covers 1 to 48 hours', async () => {
  const { warehouse } = await makeWarehouse(db.deps)
  expect(await readThroughput(db.deps, warehouse.id, 48)).toHaveLength(48)
  for (const hours of [0, 49, -1, 1.5])
    await expect(readThroughput(db.deps, warehouse.id, hours)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})
