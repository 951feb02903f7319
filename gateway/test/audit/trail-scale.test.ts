import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TrailFilter, trailSql } from '../../storage/audit/trail-sql.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, makeWarehouse, wbOrder } from '../support/warehouse.js'

const EVENTS = 100_000
const ENTRIES = 20_000
let db: TestDatabase
let warehouse: string

// Copies of one real event and entry over the 90 days that the log keeps, each in a partition of its own, by fifty people.
beforeAll(async () => {
  db = await createDatabase()
  const made = await makeWarehouse(db.deps)
  warehouse = made.warehouse.id
  await bringOrders(db.deps, made.account.id, [wbOrder()])
  for (let ago = 90; ago >= 1; ago -= 1)
    await db.owner.query(
      `DO $$ DECLARE day date := (now() AT TIME ZONE 'UTC')::date - ${ago}; BEGIN
         EXECUTE format('CREATE TABLE order_event_%s PARTITION OF order_event FOR VALUES FROM (%L) TO (%L)',
           to_char(day, 'YYYYMMDD'), day || ' 00:00:00+00', day + 1 || ' 00:00:00+00'); END $$`,
    )
  await db.owner.query(
    `INSERT INTO order_event (warehouse_id, seq, at, epoch, order_id, type, state, actor)
     SELECT w.id, 1 + n, now() - (${EVENTS} - n) * interval '77 seconds', epoch, order_id, (CASE WHEN n % 50 = 0 THEN 'HELD' ELSE (ARRAY['RELEASED', 'CLAIMED', 'PICKED', 'PACKED'])[1 + n % 4] END)::order_event_type, state, 'person ' || n % 50
     FROM order_event e, generate_series(1, ${EVENTS}) n, (SELECT warehouse_id AS id FROM order_event LIMIT 1) w WHERE e.seq = 1;
     INSERT INTO audit_entry SELECT chain, 10 + n, now() - (${ENTRIES} - n) * interval '6 minutes', action, subject_kind, subject_id, details, 'person ' || n % 50
     FROM audit_entry, generate_series(1, ${ENTRIES}) n WHERE action = 'ORDERS_IMPORTED'`,
  )
  await db.owner.query('VACUUM ANALYZE')
}, 120_000)
afterAll(() => db.close())

/** Rows that the plan took from the tables or their indexes, those included that a filter then threw away. */
const rowsTouched = (plan: string) =>
  [...plan.matchAll(/(?:on (?:order_event|audit_entry).*actual rows=([\d.]+) loops=(\d+))|Rows Removed by \D+: (\d+)/g)]
    .map(([, rows = 0, loops = 0, removed = 0]) => Number(rows) * Number(loops) + Number(removed))
    .reduce((sum, rows) => sum + rows, 0)

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

test.each<[string, TrailFilter, number | null]>([
  ['all of it', {}, null],
  ['a page in the middle', {}, EVENTS / 2],
  ['an actor', { actor: 'person 7' }, null],
  ['an actor who did nothing', { actor: 'nobody' }, null],
  ['a common action', { action: 'PICKED' }, null],
  ['a seldom action', { action: 'HELD' }, null],
  ['a rare action', { action: 'IMPORTED' }, null],
  ['an action that never was', { action: 'CANCELLED' }, null],
  ['an entry’s action', { action: 'SLA_POLICY_SET' }, null],
  ['an actor and an action', { actor: 'person 7', action: 'ORDERS_IMPORTED' }, null],
  ['a time since', { since: hoursAgo(30) }, null],
  ['a time that is over', { since: hoursAgo(1_000), until: hoursAgo(990) }, null],
])(`with ${EVENTS} events a page of %s reads few rows`, async (_, filter, below) => {
  const after = below === null ? null : { event: below, entry: ENTRIES / 2 }
  const { text, values } = trailSql({ chain: warehouse, filter, after, limit: 51 })
  const { rows } = await db.deps.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, TIMING OFF) ${text}`, [
    ...values,
  ])
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(rowsTouched(plan), plan).toBeLessThan(EVENTS / 10)
})
