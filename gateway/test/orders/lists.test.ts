import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SLA_BUCKETS, slaBucket } from '../../domain/deadline.js'
import { isLive, ORDER_STATES } from '../../domain/order-states.js'
import { allRights } from '../../domain/person/rights.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { ORDER_ORDERS, type OrderOrder } from '../../storage/order/cursor.js'
import type { OrderFilter } from '../../storage/order/list-filter.js'
import { listOrders, type ListOrders, type OrderPage } from '../../storage/order/list-orders.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, makeWarehouse, nextNumber, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
let all: readonly PublicOrder[]
const policy = { assemblyMinutes: 240, cutOffs: [], amberMinutes: 120, redMinutes: 30 }

beforeAll(async () => {
  db = await createDatabase()
  const places = [
    await makeWarehouse(db.deps, { slaPolicy: policy }),
    await makeWarehouse(db.deps, { slaPolicy: { ...policy, amberMinutes: 200, redMinutes: 90 } }),
  ]
  const skus = [nextNumber(), nextNumber(), nextNumber()]
  const articles = ['Кольцо_100%', 'кольцо-200', 'Ring\\x', 'plain']
  for (const { account } of places) {
    const objects = Array.from({ length: 60 }, (_, index) =>
      wbOrder({
        chrtId: skus[index % 3],
        article: articles[index % 4],
        // Many equal keys: ties must be broken by id.
        createdAt: new Date(Date.now() - (index % 13) * 25 * 60_000).toISOString().replace(/:\d\d\.\d+Z/, ':00Z'),
      }),
    )
    await bringOrders(db.deps, account.id, objects)
  }
  // Random states, as rows only: lists read no log.
  await db.owner.query(`
    UPDATE orders SET state = s, resume_state = CASE WHEN s = 'ON_HOLD' THEN 'NEW'::order_state_name END,
      put_back_required = s = 'CANCELLED' AND n % 2 = 0, state_changed_at = date_trunc('hour', now()) - make_interval(hours => (n % 3)::int)
    FROM (SELECT id AS oid, n, (enum_range(NULL::order_state_name))[1 + n % 14] AS s
          FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM orders) x) y WHERE oid = orders.id`)
  const { rows } = await db.owner.query<{ state: PublicOrder }>('SELECT state FROM order_state')
  all = rows.map(({ state }) => state)
})
afterAll(() => db.close())

const keys = { DEADLINE: 'deadlineAt', CREATED: 'createdAt', CHANGED: 'stateChangedAt' } as const

/** What a list must show, by plain JavaScript. */
const expected = (filter: OrderFilter, orderBy: OrderOrder, now: Date): readonly PublicOrder[] => {
  const key = keys[orderBy.split('_')[0] as keyof typeof keys]
  const sign = orderBy.endsWith('_ASC') ? 1 : -1
  const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000
  return all
    .filter((order) => {
      const text = [order.wbOrderId, order.rid, order.sku.article].join('\n').toLowerCase()
      const thresholds = {
        amberMinutes: minutes(order.amberAt, order.deadlineAt),
        redMinutes: minutes(order.redAt, order.deadlineAt),
      }
      return (
        (!filter.warehouseId || order.warehouseId === filter.warehouseId) &&
        (!filter.states || filter.states.includes(order.state)) &&
        (!filter.slaBuckets ||
          (isLive(order) && filter.slaBuckets.includes(slaBucket(new Date(order.deadlineAt), thresholds, now)))) &&
        (!filter.skuId || order.sku.id === filter.skuId) &&
        (!filter.text || text.includes(filter.text.toLowerCase())) &&
        (!filter.createdFrom || order.createdAt >= filter.createdFrom.toISOString()) &&
        (!filter.createdTo || order.createdAt < filter.createdTo.toISOString())
      )
    })
    .toSorted((a, b) => (a[key] === b[key] ? (a.id < b.id ? -sign : sign) : a[key] < b[key] ? -sign : sign))
}

const walk = async (args: Omit<ListOrders, 'first' | 'last'>, size: number, backwards: boolean) => {
  const orders: PublicOrder[] = []
  const pages: OrderPage[] = []
  for (let cursor: string | null = null; ;) {
    const page: OrderPage = await listOrders(
      db.deps,
      backwards ? { ...args, last: size, before: cursor } : { ...args, first: size, after: cursor },
      allRights,
    )
    pages.push(page)
    const nodes = page.edges.map(({ node }) => node)
    if (backwards) orders.unshift(...nodes)
    else orders.push(...nodes)
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo
    cursor = backwards ? startCursor : endCursor
    if (!(backwards ? hasPreviousPage : hasNextPage)) return { orders, pages }
  }
}

const filters = () => {
  const pick = <T>(values: readonly T[]) =>
    fc.option(fc.subarray([...values], { minLength: 1 }), { nil: null, freq: 2 })
  const one = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 1 })
  const hoursAgo = fc
    .integer({ min: 0, max: 6 })
    .map((hours) => new Date(Math.floor(Date.now() / 60_000 - hours * 60) * 60_000))
  return fc.record({
    warehouseId: one([...new Set(all.map((order) => order.warehouseId))]),
    states: pick(ORDER_STATES),
    slaBuckets: fc.option(fc.subarray([...SLA_BUCKETS], { minLength: 1 }), { nil: null, freq: 1 }),
    skuId: fc.option(fc.constantFrom(...new Set(all.map((order) => order.sku.id))), { nil: null, freq: 1 }),
    text: fc.option(fc.constantFrom('Кольцо', 'о_1', '0%', 'g\\x', 'RID-5', 'ring', '00000'), { nil: null, freq: 1 }),
    createdFrom: fc.option(hoursAgo, { nil: null, freq: 1 }),
    createdTo: fc.option(hoursAgo, { nil: null, freq: 1 }),
  })
}

test('pages put together, forwards and backwards, are the whole list in its order', async () => {
  const seed = Number(process.hrtime.bigint() % 2_147_483_647n)
  console.info(`fast-check seed ${seed}`)
  const property = fc.asyncProperty(
    filters(),
    fc.constantFrom(...ORDER_ORDERS),
    fc.integer({ min: 3, max: 60 }),
    fc.boolean(),
    async (filter, orderBy, size, backwards) => {
      const { orders, pages } = await walk({ filter, orderBy }, size, backwards)
      // The moment by which buckets were told stands in the cursors.
      const cursor = pages[0]?.pageInfo.startCursor
      const at = cursor
        ? (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, number, string, number])[3]
        : Date.now()
      expect(orders.map(({ id }) => id)).toEqual(expected(filter, orderBy, new Date(at)).map(({ id }) => id))
      for (const { edges } of pages) expect(edges.length).toBeLessThanOrEqual(size)
    },
  )
  await fc.assert(property, { numRuns: 80, seed })
}, 90_000)

test('nodes are whole orders', async () => {
  const { edges } = await listOrders(db.deps, { orderBy: 'CREATED_DESC', first: 5 }, allRights)
  for (const { node } of edges) expect(node).toEqual(all.find(({ id }) => id === node.id))
})

test('a page between two cursors, and the default size', async () => {
  const list = expected({}, 'CREATED_ASC', new Date())
  const whole = await walk({ orderBy: 'CREATED_ASC' }, 100, false)
  const cursors = whole.pages.flatMap(({ edges }) => edges.map(({ cursor }) => cursor))
  const args = { orderBy: 'CREATED_ASC', after: cursors[9] ?? null, before: cursors[20] ?? null } as const
  const ids = (page: OrderPage) => page.edges.map(({ node }) => node.id)
  const wanted = list.slice(10, 20).map(({ id }) => id)
  expect(ids(await listOrders(db.deps, { ...args, first: 50 }, allRights))).toEqual(wanted)
  expect(ids(await listOrders(db.deps, { ...args, last: 3 }, allRights))).toEqual(wanted.slice(-3))
  expect((await listOrders(db.deps, { orderBy: 'CREATED_ASC' }, allRights)).edges).toHaveLength(50)
})

describe('bad arguments', () => {
  const good = Buffer.from(JSON.stringify(['CREATED_ASC', 1, '0198c0de-0000-7000-8000-000000000000', 1])).toString(
    'base64url',
  )
  test.each<[string, Partial<ListOrders>]>([
    ['first: 0', { first: 0 }],
    ['first: -1', { first: -1 }],
    ['first: a million', { first: 1_000_000 }],
    ['last: 101', { last: 101 }],
    ['first and last', { first: 1, last: 1 }],
    ['a cursor that is none', { after: 'x' }],
    ['an empty cursor', { after: '' }],
    ['a cursor of another sort', { after: good }],
    ['a long cursor', { before: 'A'.repeat(100_000) }],
    ['a cursor with a foreign inside', { after: Buffer.from('{"a":1}').toString('base64url') }],
    ['a cursor with NUL', { after: 'a\0' }],
    ['a short text', { filter: { text: 'ab' } }],
    ['a long text', { filter: { text: 'a'.repeat(101) } }],
    ['a text with NUL', { filter: { text: 'abc\0' } }],
  ])('%s', async (_, args) => {
    await expect(listOrders(db.deps, { orderBy: 'DEADLINE_ASC', ...args }, allRights)).rejects.toMatchObject({
      name: 'InputError',
      code: 'BAD_USER_INPUT',
    })
  })

  test.each<[string, OrderFilter]>([
    ['no state', { states: [] }],
    ['no bucket', { slaBuckets: [] }],
    ['a warehouse id that is none', { warehouseId: 'x\0' }],
    ['a SKU id that is none', { skuId: "'; DROP TABLE orders" }],
    ['closed states in a bucket', { states: ['DONE'], slaBuckets: ['RED'] }],
  ])('a filter that nothing can match is no fault: %s', async (_, filter) => {
    expect((await listOrders(db.deps, { orderBy: 'DEADLINE_ASC', filter }, allRights)).edges).toEqual([])
  })
})
