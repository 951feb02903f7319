import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOrder, seedWarehouse, type SeededOrder, type SeededWarehouse } from '../support/seed.js'
import { startGatewayOn } from '../support/server.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { give, makeCells, sizeOf } from './floor-client.js'

// Two gateways on one database: nothing but the database keeps commands apart.
let database: TestDatabase
let gateways: readonly Awaited<ReturnType<typeof startGatewayOn>>[]
let warehouse: SeededWarehouse
let sizes: readonly SeededOrder[]
const codes = ['A-1', 'A-2', 'B-1']

beforeAll(async () => {
  database = await createDatabase()
  gateways = [await startGatewayOn(database.url), await startGatewayOn(database.url)]
  const { client } = gateways[0]!
  warehouse = await seedWarehouse(client)
  await makeCells(client, warehouse.id, codes)
  sizes = [await seedOrder(client, warehouse), await seedOrder(client, warehouse)]
})
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.close()))
  await database.close()
})

const place = { cell: fc.constantFrom(...codes), item: fc.constantFrom(0, 1) }
const units = fc.integer({ min: 1, max: 9 })
const act = fc.oneof(
  fc.record({ kind: fc.constantFrom('receiveStock', 'writeOffStock', 'countStock'), quantity: units, ...place }),
  fc.record({ kind: fc.constant('moveStock'), to: fc.constantFrom(...codes), quantity: units, ...place }),
  // A unit of an order that is picked, and perhaps put back elsewhere.
  fc.record({ kind: fc.constant('pickOrder'), back: fc.option(fc.constantFrom(...codes)), ...place }),
)
type Act = Readonly<Record<string, unknown>> & { readonly kind: string; readonly cell: string; readonly item: number }

const perform = async (one: Act, n: number): Promise<void> => {
  const { client } = gateways[n % 2]!
  const warehouseId = warehouse.id
  const size = sizes[one.item]!
  const item = size.barcode
  const { kind, cell, quantity } = one
  if (kind === 'moveStock') {
    if (one['to'] !== cell) await give(client, kind, { warehouseId, from: cell, to: one['to'], item, quantity })
  } else if (kind === 'receiveStock' || kind === 'writeOffStock' || kind === 'countStock') {
    await give(client, kind, { warehouseId, lines: [{ cell, item, quantity }] })
  } else {
    const order = await seedOrder(client, warehouse, { state: 'CLAIMED', wbOrder: sizeOf(size) })
    await give(client, 'pickOrder', { orderId: order.id, barcode: item, cell })
    if (one['back'] === null) return
    await give(client, 'cancelOrders', { orderIds: [order.id] })
    await give(client, 'confirmPutBack', { orderId: order.id, barcode: item, cell: one['back'] })
  }
}

test('whatever is moved at once, on hand is the sum of the movements and never below nothing', async () => {
  const seed = Number(process.hrtime.bigint() % 2_147_483_647n)
  console.info(`fast-check seed ${seed}`)
  const property = fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 24 }), async (acts) => {
    await Promise.all(acts.map((one, n) => perform(one, n)))
    const { rows } = await database.owner.query(`
      SELECT l.cell_id, l.sku_id, l.on_hand, m.sum FROM stock_level l FULL JOIN (
        SELECT cell_id, sku_id, sum(quantity)::int AS sum FROM stock_movement GROUP BY 1, 2) m ON m.cell_id = l.cell_id AND m.sku_id = l.sku_id
      WHERE l.on_hand IS DISTINCT FROM coalesce(m.sum, 0) OR l.on_hand < 0`)
    expect(rows).toEqual([])
  })
  await fc.assert(property, { numRuns: 8, seed, endOnFailure: true })
  // What was taken though nobody knew of it waits for somebody to count it.
  const found = await database.owner.query(`SELECT count(*)::int AS n FROM stock_movement WHERE kind = 'FOUND'`)
  expect(found.rows[0]).not.toEqual({ n: 0 })
})
