import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRights } from '../../domain/person/rights.js'
import { findOrder } from '../../storage/order/find-order.js'
import { importOrders } from '../../storage/order/import-orders.js'
import { listOrders } from '../../storage/order/list-orders.js'
import { readTimelines } from '../../storage/order/read-timelines.js'
import { createWarehouse } from '../../storage/warehouse/create-warehouse.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, by, give, makeWarehouse, nextNumber, succeed, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
let account: string
let warehouse: string

beforeAll(async () => {
  db = await createDatabase()
  const made = await makeWarehouse(db.deps)
  account = made.account.id
  warehouse = made.warehouse.id
})
afterAll(() => db.close())

const bring = async (orders: readonly unknown[], sellerAccountId = account) =>
  succeed(await importOrders(db.deps, { ...by('anna'), sellerAccountId, orders }))

test('an order comes in with its product, its deadline and the first statuses of its mirror', async () => {
  const createdAt = '2026-11-22T09:30:00Z'
  const object = wbOrder({
    createdAt,
    comment: 'Упакуйте 🎁',
    options: { isB2B: true },
    offices: ['Калуга'],
    requiredMeta: ['uin'],
  })
  const [order] = await bringOrders(db.deps, account, [object])
  expect(order).toMatchObject({
    warehouseId: warehouse,
    wbOrderId: String(object['id']),
    sku: { nmId: '123456789', chrtId: '987654321', article: 'one-ring-7548', barcodes: ['6665956397512'] },
    state: 'NEW',
    comment: 'Упакуйте 🎁',
    isB2b: true,
    offices: ['Калуга'],
    requiredMeta: ['uin'],
    optionalMeta: [],
    price: { amount: 101400, currency: 'RUB' },
    createdAt: '2026-11-22T09:30:00.000Z',
    deadlineAt: '2026-11-22T13:30:00.000Z',
    amberAt: '2026-11-22T11:30:00.000Z',
    redAt: '2026-11-22T13:00:00.000Z',
    version: 1,
    marketplace: { supplierStatus: 'new', wbStatus: 'waiting', isCancellable: null, cancelled: false },
  })
  expect(await findOrder(db.deps, order?.id ?? '', null)).toEqual(order)
})

test('of a mixed call the good ones go in and each bad one says what is wrong with it', async () => {
  const known = wbOrder()
  await bring([known])
  const good = wbOrder()
  const { id: _, ...nameless } = wbOrder()
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown
  const objects = [
    good,
    nameless,
    known,
    wbOrder({ warehouseId: 1 }),
    wbOrder({ id: 2 ** 53 }),
    wbOrder({ skus: [] }),
    good,
    wbOrder({ createdAt: 'yesterday', chrtId: 'x' }),
    'text',
    null,
    wbOrder({ more: deep }),
    wbOrder({ id: '9223372036854775807' }),
  ]
  const { outcomes, ...numbers } = await bring(objects)
  expect(outcomes.map(({ index }) => index)).toEqual(objects.map((_, index) => index))
  expect(outcomes.map(({ status, refusal }) => refusal?.code ?? status)).toEqual([
    'IMPORTED',
    'INVALID_ORDER',
    'REPEATED',
    'UNKNOWN_WAREHOUSE',
    'INVALID_ORDER',
    'INVALID_ORDER',
    'REPEATED',
    'INVALID_ORDER',
    'INVALID_ORDER',
    'INVALID_ORDER',
    'INVALID_ORDER',
    'IMPORTED',
  ])
  expect(numbers).toEqual({ imported: 2, repeated: 2, refused: 8 })
  expect(outcomes[4]?.refusal?.message).toContain('send it as a string')
  expect(outcomes[7]).toMatchObject({ wbOrderId: String((objects[7] as { id: number }).id) })
  expect(outcomes[7]?.refusal?.message).toMatch(/chrtId .*createdAt /)
  expect(outcomes[11]?.order?.wbOrderId).toBe('9223372036854775807')
})

test('an order is not lost for a broken text: NUL and half surrogates become U+FFFD, unknown fields are kept', async () => {
  const object = wbOrder({ comment: 'a\0b\ud800c', newField: { 'k\0': ['\udfff', 1.5, null] }, rid: 5, cargoType: 'x' })
  const [order] = await bringOrders(db.deps, account, [object])
  expect(order).toMatchObject({ comment: 'a\uFFFDb\uFFFDc', rid: null, cargoType: 1 })
  const { rows } = await db.owner.query<{ raw: Record<string, unknown> }>('SELECT raw FROM orders WHERE id = $1', [
    order?.id,
  ])
  expect(rows[0]?.raw['newField']).toEqual({ 'k\uFFFD': ['\uFFFD', 1.5, null] })
})

test('each order goes to the warehouse that it names', async () => {
  const made = succeed(
    await createWarehouse(db.deps, {
      ...by('anna'),
      sellerAccountId: account,
      wbWarehouseId: '777',
      name: 'South',
      timeZone: 'Asia/Yekaterinburg',
      slaPolicy: { assemblyMinutes: 60, cutOffs: ['18:00'], amberMinutes: 20, redMinutes: 10 },
    }),
  ).warehouse.id
  const [north, south] = await bringOrders(db.deps, account, [
    wbOrder(),
    wbOrder({ warehouseId: '777', createdAt: '2026-11-22T12:45:00Z' }),
  ])
  expect([north?.warehouseId, south?.warehouseId]).toEqual([warehouse, made])
  // 18:00 in Yekaterinburg is 13:00 UTC.
  expect(south?.deadlineAt).toBe('2026-11-22T13:00:00.000Z')
})

test('another account does not see these orders: the same number comes in there too', async () => {
  const other = await makeWarehouse(db.deps)
  const object = wbOrder()
  expect(await bring([object])).toMatchObject({ imported: 1 })
  expect(await bring([object], other.account.id)).toMatchObject({ imported: 1 })
})

test('imports of the same orders at the same moment bring each in once', async () => {
  const objects = Array.from({ length: 50 }, () => wbOrder({ chrtId: nextNumber(), nmId: nextNumber() }))
  const results = await Promise.all([bring(objects), bring(objects.toReversed()), bring(objects)])
  expect(results.reduce((sum, { imported }) => sum + imported, 0)).toBe(50)
  expect(results.reduce((sum, { repeated }) => sum + repeated, 0)).toBe(100)
})

test('a barcode that a known SKU learns is told for each of its live orders', async () => {
  const chrtId = nextNumber()
  const [live, closed] = await bringOrders(db.deps, account, [wbOrder({ chrtId }), wbOrder({ chrtId })])
  await give(db.deps, 'CANCEL', closed?.id ?? '')
  await bring([wbOrder({ chrtId, skus: ['NEW-CODE'] })])
  const after = await findOrder(db.deps, live?.id ?? '', null)
  expect(after?.sku.barcodes).toEqual(['6665956397512', 'NEW-CODE'])
  const timelines = await readTimelines(db.deps, [live?.id ?? '', closed?.id ?? ''])
  const last = timelines.get(live?.id ?? '')?.at(-1)
  expect(last?.type).toBe('MARKETPLACE_STATUS_CHANGED')
  expect(last?.order).toEqual(after)
  expect(timelines.get(closed?.id ?? '')?.at(-1)?.type).toBe('CANCELLED')
})

describe('the whole call is refused', () => {
  test.each([
    ['nothing in it', [], 'NOTHING_TO_DO'],
    ['too much in it', Array.from({ length: 1001 }, () => ({})), 'TOO_MANY'],
  ])('with %s', async (_, orders, code) => {
    const call = { ...by('anna'), sellerAccountId: account, orders }
    expect(await importOrders(db.deps, call)).toMatchObject({ refusal: { code } })
  })

  test.each([randomUUID(), 'no id'])('for the unknown account %s', async (sellerAccountId) => {
    const call = { ...by('anna'), sellerAccountId, orders: [wbOrder()] }
    expect(await importOrders(db.deps, call)).toMatchObject({ refusal: { code: 'UNKNOWN_SELLER_ACCOUNT' } })
  })
})

test('history may be filled in: events, claims and times stand where it was', async () => {
  const recordedAt = new Date('2026-11-20T08:00:00Z')
  const header = { ...by('anna'), recordedAt, sellerAccountId: account }
  const { outcomes } = succeed(await importOrders(db.deps, { ...header, orders: [wbOrder()] }))
  const order = outcomes[0]?.order
  expect(order).toMatchObject({ importedAt: recordedAt.toISOString(), stateChangedAt: recordedAt.toISOString() })
  expect((await readTimelines(db.deps, [order?.id ?? ''])).get(order?.id ?? '')?.[0]?.at).toBe(recordedAt.toISOString())
})

test('1,000 orders come in within the patience of one call and are found by number', async () => {
  const objects = Array.from({ length: 1000 }, () =>
    wbOrder({ chrtId: nextNumber(), nmId: nextNumber(), skus: [`${nextNumber()}`] }),
  )
  const started = performance.now()
  expect(await bring(objects)).toMatchObject({ imported: 1000 })
  expect(performance.now() - started).toBeLessThan(8_000)
  const page = await listOrders(
    db.deps,
    { orderBy: 'DEADLINE_ASC', filter: { text: String(objects[500]?.['id']) } },
    allRights,
  )
  expect(page.edges).toHaveLength(1)
})
