import type { QueryConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRights } from '../../domain/person/rights.js'
import { readFilter, type OrderFilter } from '../../storage/order/list-filter.js'
import { pageSql } from '../../storage/order/list-sql.js'
import { ORDER_ORDERS, type OrderOrder } from '../../storage/order/cursor.js'
import { readBoard } from '../../storage/board/read-board.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, makeWarehouse, wbOrder } from '../support/warehouse.js'

const ORDERS = 60_000
let db: TestDatabase
let warehouse: string
let sku: string

// Rows of one real order, most of them closed long ago: as a warehouse looks after a season.
beforeAll(async () => {
  db = await createDatabase()
  const made = await makeWarehouse(db.deps)
  warehouse = made.warehouse.id
  const [order] = await bringOrders(db.deps, made.account.id, [wbOrder()])
  sku = order?.sku.id ?? ''
  await db.owner.query(
    `CREATE TEMP TABLE copies AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${ORDERS}) n;
     INSERT INTO sku (id, seller_account_id, product_id, chrt_id) SELECT gen_random_uuid(), seller_account_id, product_id, n FROM sku, generate_series(1, 300) n;
     INSERT INTO orders (id, seller_account_id, warehouse_id, sku_id, wb_order_id, state, cargo_type, cross_border_type, is_b2b, is_zero_order,
       required_meta, optional_meta, offices, created_at, imported_at, deadline_at, state_changed_at, raw, search_text)
     SELECT c.id, o.seller_account_id, warehouse_id, (SELECT id FROM sku WHERE chrt_id = 1 + n % 300), n,
       (CASE WHEN n <= 600 THEN (ARRAY['NEW', 'RELEASED', 'PICKED', 'PACKED'])[1 + n % 4] ELSE (ARRAY['HANDED_OVER', 'ACCEPTED', 'DONE', 'CANCELLED'])[1 + n % 4] END)::order_state_name,
       1, 0, false, false, '{}', '{}', '{}', t, t, t + interval '4 hours', t, '{}', n || E'\\nrid-' || md5(n::text)
     FROM copies c CROSS JOIN LATERAL (SELECT now() - n * interval '1 minute' AS t) x, orders o;
     INSERT INTO wb_mirror SELECT id, 'new', 'waiting', NULL, false, now() FROM copies;
     ANALYZE`,
  )
}, 120_000)
afterAll(() => db.close())

const planOf = async (filter: OrderFilter, orderBy: OrderOrder) => {
  const plain = readFilter(filter, allRights)
  if (!plain) throw new Error('the filter matches nothing')
  const { text, values } = pageSql({
    filter: plain,
    orderBy,
    after: null,
    before: null,
    backwards: false,
    limit: 51,
    now: null,
  })
  const { rows } = await db.deps.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, TIMING OFF) ${text}`, [
    ...values,
  ])
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
/** Rows that the plan took from the table or its indexes, at most: a node's rows by its loops. */
const rowsTouched = (plan: string) =>
  Math.max(
    ...[...plan.matchAll(/on orders.*actual rows=([\d.]+) loops=(\d+)/g)].map(
      ([, rows, loops]) => Number(rows) * Number(loops),
    ),
  )

describe(`with ${ORDERS} orders a page reads what it shows, not the table`, () => {
  test.each(ORDER_ORDERS)('sorted by %s', async (orderBy) => {
    for (const filter of [{}, { warehouseId: warehouse }, { states: ['NEW' as const] }]) {
      const plan = await planOf(filter, orderBy)
      expect(plan).not.toMatch(/Seq Scan on (orders|wb_mirror)/)
      // A page for each warehouse and state, no more.
      expect(rowsTouched(plan)).toBeLessThanOrEqual(14 * 51)
    }
  })

  test.each<[string, OrderFilter]>([
    ['SLA bucket', { slaBuckets: ['RED', 'OVERDUE'] }],
    ['SKU', { skuId: '' }],
    ['number', { text: '54321' }],
    ['time', { createdFrom: new Date(Date.now() - 86_400_000) }],
  ])('found by %s', async (name, filter) => {
    const plan = await planOf(name === 'SKU' ? { skuId: sku } : filter, 'DEADLINE_ASC')
    expect(plan).not.toMatch(/Seq Scan on (orders|wb_mirror)/)
    expect(rowsTouched(plan)).toBeLessThan(5_000)
  })
})

test('the board reads its live orders only', async () => {
  const client = await db.deps.pool.connect()
  // What this connection counted before goes out of the way with the next COMMIT.
  await client.query('SELECT pg_stat_force_next_flush()')
  let touched = 0
  const watched = {
    async query(query: string | QueryConfig) {
      if (query === 'COMMIT') {
        const { rows } = await client.query<{ n: number }>(
          `SELECT sum(seq_tup_read + idx_tup_fetch)::int AS n FROM pg_stat_xact_user_tables WHERE relname IN ('orders', 'wb_mirror')`,
        )
        touched = rows[0]?.n ?? Infinity
      }
      return client.query(query)
    },
    release: () => client.release(),
  }
  const { orders } = await readBoard({ pool: { connect: async () => watched } as never }, warehouse)
  expect(orders).toHaveLength(601)
  expect(touched).toBeGreaterThan(0)
  expect(touched).toBeLessThan(4 * orders.length)
})
