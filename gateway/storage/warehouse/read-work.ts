import type { Pool } from 'pg'
import { SLA_BUCKETS, type SlaBucket } from '../../domain/deadline.js'
import { LIVE_STATES, type OrderState } from '../../domain/order-states.js'
import type { Work } from '../../domain/warehouse-work.js'

interface LiveRow {
  readonly id: string
  readonly state: OrderState
  /** Null: put back, not handed over. */
  readonly bucket: SlaBucket | null
  readonly n: number
  readonly oldest: number
}

const steps = ['PICKED', 'PACKED', 'HANDED_OVER'] as const

const live = `
  SELECT o.warehouse_id AS id, o.state, count(*)::int AS n,
    extract(epoch FROM statement_timestamp() - min(o.created_at))::float8 AS oldest,
    CASE WHEN o.state = 'CANCELLED' THEN NULL
      WHEN o.deadline_at <= statement_timestamp() THEN 'OVERDUE'
      WHEN o.deadline_at <= statement_timestamp() + make_interval(mins => w.red_minutes) THEN 'RED'
      WHEN o.deadline_at <= statement_timestamp() + make_interval(mins => w.amber_minutes) THEN 'AMBER'
      ELSE 'GREEN' END AS bucket
  FROM warehouse w JOIN orders o ON o.warehouse_id = w.id
  WHERE is_live(o.state, o.put_back_required)
  GROUP BY 1, 2, 5`

// For each warehouse and type by itself, so that each finds its hour in the index.
const done = `
  SELECT w.id, t.step, d.n FROM warehouse w CROSS JOIN unnest($1::order_event_type[]) AS t (step) CROSS JOIN LATERAL (
    SELECT count(*)::int AS n FROM order_event e
    WHERE e.warehouse_id = w.id AND e.type = t.step AND e.at > statement_timestamp() - interval '1 hour') d`

const database = `
  SELECT pg_database_size(current_database())::float8 AS "databaseBytes", current_setting('max_connections')::int AS "maxConnections",
    (SELECT sum(numbackends)::int FROM pg_stat_database) AS connections`

const zeros = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]))

/** How the work of all warehouses stands now, for those who watch the system. */
export const readWork = async (pool: Pool): Promise<Work> => {
  const warehouses = await pool.query<{ id: string; name: string }>('SELECT id, name FROM warehouse ORDER BY id')
  const orders = await pool.query<LiveRow>({ name: 'work-live', text: live })
  const hour = await pool.query<{ id: string; step: string; n: number }>({
    name: 'work-done',
    text: done,
    values: [steps],
  })
  const { rows } = await pool.query<Omit<Work, 'warehouses'>>({ name: 'work-database', text: database })
  const [size = { databaseBytes: 0, connections: 0, maxConnections: 0 }] = rows

  const work = new Map(
    warehouses.rows.map(({ id, name }) => [
      id,
      { id, name, states: zeros(LIVE_STATES), sla: zeros(SLA_BUCKETS), done: zeros(steps), oldestUnreleased: 0 },
    ]),
  )
  for (const { id, state, bucket, n, oldest } of orders.rows) {
    const of = work.get(id)
    if (!of) continue
    of.states[state] = (of.states[state] ?? 0) + n
    if (bucket) of.sla[bucket] = (of.sla[bucket] ?? 0) + n
    if (state === 'NEW') of.oldestUnreleased = Math.max(of.oldestUnreleased, oldest)
  }
  for (const { id, step, n } of hour.rows) {
    const of = work.get(id)
    if (of) of.done[step] = n
  }
  return { warehouses: [...work.values()], ...size }
}
