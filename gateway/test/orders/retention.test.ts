import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensurePartitions, pruneEvents } from '../../storage/log-upkeep.js'
import { commandOrders } from '../../storage/order/command-orders.js'
import { importOrders } from '../../storage/order/import-orders.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { by, makeWarehouse, succeed, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

test('old days of the log are forgotten, the head says from where it can be resumed, and the orders stay', async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  // One old day has a partition of its own, the other lies in the default one.
  const day = daysAgo(95).toISOString().slice(0, 10)
  const next = daysAgo(94).toISOString().slice(0, 10)
  await db.owner.query(
    `CREATE TABLE order_event_${day.replaceAll('-', '')} PARTITION OF order_event FOR VALUES FROM ('${day} 00:00:00+00') TO ('${next} 00:00:00+00')`,
  )
  const old = { ...by('anna'), recordedAt: daysAgo(100), sellerAccountId: account.id, orders: [wbOrder(), wbOrder()] }
  const orders = succeed(await importOrders(db.deps, old)).outcomes.flatMap(({ order }) => order ?? [])
  const orderIds = orders.map(({ id }) => id)
  await commandOrders(db.deps, { ...by('anna'), recordedAt: daysAgo(95), command: 'RELEASE', orderIds })
  await commandOrders(db.deps, { ...by('anna'), recordedAt: daysAgo(10), command: 'HOLD', orderIds })
  await commandOrders(db.deps, { ...by('anna'), command: 'RESUME', orderIds })

  expect(await pruneEvents(db.deps, 90)).toBe(1)
  const log = async () =>
    (await db.owner.query<{ type: string }>('SELECT type FROM order_event ORDER BY seq')).rows.map(({ type }) => type)
  expect(await log()).toEqual(['HELD', 'HELD', 'RESUMED', 'RESUMED'])
  const { rows } = await db.owner.query('SELECT seq::int, min_seq::int FROM stream_head WHERE warehouse_id = $1', [
    warehouse.id,
  ])
  expect(rows).toEqual([{ seq: 8, min_seq: 4 }])
  expect((await db.owner.query('SELECT FROM order_state')).rowCount).toBe(2)
  // Again there is nothing to forget, and no day to make.
  expect(await pruneEvents(db.deps, 90)).toBe(0)
  expect(await ensurePartitions(db.deps, 7)).toBe(0)
})
