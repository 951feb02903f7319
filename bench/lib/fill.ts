import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** A filled warehouse. */
export interface FilledWarehouse {
  readonly id: string
  /** Orders on the board. */
  readonly liveIds: readonly string[]
}

interface FillOptions {
  readonly warehouses: number
  /** Orders on each board, and closed ones beside them. */
  readonly live: number
  readonly closed?: number
  /** Whether the log has each order's events: its import and, when closed, its way to the end. */
  readonly events?: boolean
}

const skus = 400

const fillCatalogue = async (pool: pg.Pool): Promise<string> => {
  const account = randomUUID()
  await pool.query('INSERT INTO seller_account (id, name) VALUES ($1, $2)', [account, 'Замер'])
  await pool.query(
    `WITH p AS (INSERT INTO product (id, seller_account_id, nm_id, article, title)
       SELECT gen_random_uuid(), $1, 148000000 + n, 'ART-' || n, 'Футболка оверсайз хлопок' FROM generate_series(1, ${skus}) n RETURNING id, nm_id),
     s AS (INSERT INTO sku (id, seller_account_id, product_id, chrt_id, size)
       SELECT gen_random_uuid(), $1, id, nm_id + 100000000, (40 + nm_id % 20)::text FROM p RETURNING id, chrt_id)
     INSERT INTO sku_barcode (sku_id, barcode) SELECT id, '46' || chrt_id || '01' FROM s`,
    [account],
  )
  return account
}

// Orders come one every 20 s, the newest just now; live ones are spread over the states that a board shows.
const insertOrders = `
  WITH k AS (SELECT id, chrt_id, row_number() OVER (ORDER BY chrt_id) - 1 AS place FROM sku),
  o AS (
    INSERT INTO orders (id, seller_account_id, warehouse_id, sku_id, wb_order_id, rid, order_uid, state, cargo_type, cross_border_type, is_b2b,
      is_zero_order, required_meta, optional_meta, offices, comment, price_amount, price_currency, created_at, imported_at, deadline_at,
      state_changed_at, raw, search_text)
    SELECT t.id, $2, $3, k.id, $4 + n, md5(n::text), n || '_' || md5(n::text),
      CASE WHEN $5 THEN (ARRAY['NEW', 'RELEASED', 'PICKED', 'PACKED', 'STAGED'])[1 + n % 5] ELSE 'DONE' END::order_state_name,
      1, 0, false, false, '{sgtin}', '{}', '{Москва}', NULL, 101400 + n % 5000, 'RUB', t.made, t.made, t.made + interval '10 hours', t.made,
      jsonb_build_object('id', $4 + n), ($4 + n) || ' art-' || n % ${skus} || ' ' || md5(n::text)
    FROM (SELECT id, n, now() - ($6::int + n) * interval '20 seconds' AS made FROM unnest($1::uuid[]) WITH ORDINALITY AS u (id, n)) t
    JOIN k ON k.place = t.n % ${skus} RETURNING id, created_at)
  INSERT INTO wb_mirror (order_id, supplier_status, wb_status, observed_at) SELECT id, 'confirm', 'waiting', created_at FROM o`

const insertEvents = `
  SELECT FROM append_order_events((SELECT jsonb_agg(jsonb_build_object('warehouseId', s.warehouse_id, 'orderId', s.id, 'type', t.type,
    'before', CASE WHEN t.n > 1 THEN jsonb_build_object('state', s.state->>'state', 'holder', NULL, 'putBackRequired', false) END, 'state', s.state) ORDER BY t.n, s.id)
    FROM order_state s CROSS JOIN unnest($2::text[]) WITH ORDINALITY AS t (type, n) WHERE s.id = ANY($1::uuid[])), 'bench', NULL, NULL, NULL, now() - make_interval(secs => $3))`

const ordersAtOnce = 5_000
const eventsAtOnce = 500
/** Seconds between two orders, as in the statement above. */
const everySeconds = 20

const chunks = (ids: readonly string[], size: number) =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ({
    start: index * size,
    some: ids.slice(index * size, (index + 1) * size),
  }))

/** Orders of one kind, the newest first, and their events, the oldest first, at the times that fit. */
const insert = async (pool: pg.Pool, ids: readonly string[], values: readonly unknown[], events: readonly string[]) => {
  const [account, warehouse, firstNumber, live] = values
  for (const { start, some } of chunks(ids, ordersAtOnce))
    await pool.query(insertOrders, [some, account, warehouse, Number(firstNumber) + start, live, start])
  if (events.length === 0) return
  for (const { start, some } of chunks(ids, eventsAtOnce).toReversed())
    await pool.query(insertEvents, [some, events, start * everySeconds])
}

/** Fills an empty database with warehouses of one account. */
export const fill = async (pool: pg.Pool, options: FillOptions): Promise<readonly FilledWarehouse[]> => {
  const { warehouses, live, closed = 0, events = false } = options
  const account = await fillCatalogue(pool)
  const filled: FilledWarehouse[] = []
  for (let index = 0; index < warehouses; index += 1) {
    const id = randomUUID()
    await pool.query(
      `INSERT INTO warehouse (id, seller_account_id, wb_warehouse_id, name, time_zone, assembly_minutes, cut_offs, amber_minutes, red_minutes)
       VALUES ($1, $2, $3, $4, 'Europe/Moscow', 600, '{}', 120, 30)`,
      [id, account, 600_000 + index, `Склад ${index}`],
    )
    await pool.query('INSERT INTO stream_head (warehouse_id, epoch) VALUES ($1, gen_random_uuid())', [id])
    const liveIds = Array.from({ length: live }, () => randomUUID())
    const closedIds = Array.from({ length: closed }, () => randomUUID())
    const first = 1_000_000 * (index + 1)
    const life = ['IMPORTED', 'PICKED', 'HANDED_OVER']
    await insert(pool, closedIds, [account, id, first + live, false], events ? life : [])
    await insert(pool, liveIds, [account, id, first, true], events ? ['IMPORTED'] : [])
    filled.push({ id, liveIds })
  }
  await pool.query('VACUUM ANALYZE')
  return filled
}

/** Raises the version of orders and appends their events in one transaction, then tells the gateways, as a gateway would. */
export const touchOrders = async (pool: pg.Pool, ids: readonly string[]): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query({
      name: 'touch',
      text: 'UPDATE orders SET version = version + 1 WHERE id = ANY($1::uuid[])',
      values: [ids],
    })
    await client.query({
      name: 'touch-events',
      text: `SELECT FROM append_order_events((SELECT jsonb_agg(jsonb_build_object('warehouseId', s.warehouse_id, 'orderId', s.id, 'type', 'DEADLINE_CHANGED',
        'before', jsonb_build_object('state', s.state->>'state', 'holder', s.state->'claim'->>'holder', 'putBackRequired', false), 'state', s.state)) FROM order_state s
        WHERE s.id = ANY($1::uuid[])), 'bench', NULL, NULL, NULL)`,
      values: [ids],
    })
    await client.query('COMMIT')
    await client.query({ name: 'touch-hint', text: "SELECT pg_notify('wba_log', 'bench')" })
  } finally {
    client.release()
  }
}
