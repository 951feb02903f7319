import type pg from 'pg'
import { InputError } from '../../domain/errors.js'
import { CLOSED_STATES, isLive, LIVE_STATES, type OrderState } from '../../domain/order-states.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { readPatiently } from '../read-patiently.js'
import type { ReadDeps } from '../stoppable-read.js'
import { isUuid } from '../uuid.js'
import type { PublicWarehouse } from '../warehouse/public-warehouse.js'

/** Most live orders that a board can show. */
export const MAX_BOARD = 20_000

/** Which live orders of a warehouse; an empty text asks nothing, an empty list of states matches none. */
export interface BoardFilter {
  readonly states?: readonly OrderState[] | null
  readonly skuId?: string | null
  readonly holder?: string | null
}

export interface StateCount {
  readonly state: OrderState
  readonly count: number
}

/** Everything on a board at one seq of its log. */
export interface Board {
  readonly warehouse: PublicWarehouse
  readonly seq: number
  readonly epoch: string
  readonly serverTime: string
  /** The next local midnight, when the counts of the day begin anew. */
  readonly dayEndsAt: string
  /** Soonest deadline first. */
  readonly orders: readonly PublicOrder[]
  readonly counters: { readonly live: readonly StateCount[]; readonly closedToday: readonly StateCount[] }
}

interface Head extends Omit<Board, 'orders' | 'counters'> {
  readonly tooLarge: boolean
  readonly closed: Readonly<Record<string, number>>
}

interface Row {
  readonly kind: 'head' | 'order'
  /** JSON. */
  readonly body: string
}

/** What reading a board works with. */
export interface BoardDeps extends ReadDeps {
  /** Asked again and again; a promise is waited for, so that a large board holds up nothing else. */
  readonly pace?: () => Promise<void> | undefined
}

// One statement, so one moment: what `seq` says has happened is in the orders, and nothing else is. OFFSET 0 keeps the
// planner from joining the whole tables: it takes live orders for a fifth of them, and with 100,000 orders they are few.
const text = `
  WITH head AS MATERIALIZED (
    SELECT h.seq, h.epoch, w.time_zone, a.id AS account_id, a.name AS account_name, a.demo, a.created_at AS account_created_at,
      w.id, w.wb_warehouse_id, w.name, w.assembly_minutes, w.cut_offs, w.amber_minutes, w.red_minutes, w.created_at,
      date_trunc('day', statement_timestamp() AT TIME ZONE w.time_zone) AS local_day
    FROM stream_head h JOIN warehouse w ON w.id = h.warehouse_id JOIN seller_account a ON a.id = w.seller_account_id
    WHERE h.warehouse_id = $1
  ), closed AS (
    SELECT e.type, count(*) AS n FROM order_event e
    WHERE e.warehouse_id = $1 AND e.type IN ('HANDED_OVER', 'ACCEPTED', 'COMPLETED', 'CANCELLED')
      AND e.at >= (SELECT local_day AT TIME ZONE time_zone FROM head)
    GROUP BY e.type
  ), live AS MATERIALIZED (
    SELECT o.id FROM orders o
    WHERE o.warehouse_id = $1 AND is_live(o.state, o.put_back_required)
      AND ($2::order_state_name[] IS NULL OR o.state = ANY($2)) AND ($3::uuid IS NULL OR o.sku_id = $3)
      AND ($4::text IS NULL OR (o.state = 'PICKED' AND o.picked_by = $4)
        OR EXISTS (SELECT FROM claim c WHERE c.order_id = o.id AND c.released_at IS NULL AND c.holder = $4))
    LIMIT ${MAX_BOARD + 1}
  )
  SELECT 'head' AS kind, jsonb_build_object(
    'tooLarge', (SELECT count(*) FROM live) > ${MAX_BOARD}, 'seq', seq, 'epoch', epoch, 'serverTime', iso(statement_timestamp()),
    'dayEndsAt', iso((local_day + interval '1 day') AT TIME ZONE time_zone),
    'closed', (SELECT coalesce(jsonb_object_agg(type, n), '{}') FROM closed),
    'warehouse', jsonb_build_object('id', id, 'wbWarehouseId', wb_warehouse_id::text, 'name', name, 'timeZone', time_zone,
      'demo', demo, 'createdAt', iso(created_at),
      'sellerAccount', jsonb_build_object('id', account_id, 'name', account_name, 'createdAt', iso(account_created_at)),
      'slaPolicy', jsonb_build_object('assemblyMinutes', assembly_minutes, 'cutOffs', to_jsonb(cut_offs),
        'amberMinutes', amber_minutes, 'redMinutes', red_minutes))) AS body
  FROM head
  UNION ALL
  SELECT 'order', shown.state
  FROM live CROSS JOIN LATERAL (SELECT s.state FROM order_state s WHERE s.id = live.id OFFSET 0) shown
  WHERE (SELECT count(*) FROM live) <= ${MAX_BOARD}`

// pg would parse whatever has arrived in one go: of a fast database that is thousands of orders.
const asText: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text }

/** So many orders are parsed between two looks at the clock. */
const piece = 16

const parseOrders = async (rows: readonly Row[], pace: BoardDeps['pace']): Promise<PublicOrder[]> => {
  const orders: PublicOrder[] = []
  for (const [index, { kind, body }] of rows.entries()) {
    if (pace && index % piece === 0) for (let turn = pace(); turn; turn = pace()) await turn
    if (kind === 'order') orders.push(JSON.parse(body) as PublicOrder)
  }
  return orders
}

const eventOfState: Readonly<Partial<Record<OrderState, string>>> = { DONE: 'COMPLETED' }

const bySoonest = (a: PublicOrder, b: PublicOrder) =>
  a.deadlineAt < b.deadlineAt ? -1 : a.deadlineAt > b.deadlineAt ? 1 : a.id < b.id ? -1 : 1

const countLive = (orders: readonly PublicOrder[]): readonly StateCount[] => {
  const counts = new Map(LIVE_STATES.map((state) => [state, 0]))
  for (const { state } of orders) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].map(([state, count]) => ({ state, count }))
}

const unknown = () => new InputError('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')

/**
 * Every live order of a warehouse that passes the filter, the counters and the log's `seq`, read in one statement. Throws
 * InputError UNKNOWN_WAREHOUSE, BOARD_TOO_LARGE.
 */
export const readBoard = async (
  deps: BoardDeps,
  warehouseId: string,
  filter: BoardFilter | null = null,
): Promise<Board> => {
  if (!isUuid(warehouseId)) throw unknown()
  // An id that is no UUID names no SKU: the nil UUID is none either.
  const skuId = filter?.skuId ? (isUuid(filter.skuId) ? filter.skuId : '00000000-0000-0000-0000-000000000000') : null
  const holder = filter?.holder?.replaceAll('\0', '\uFFFD') || null
  const values = [warehouseId, filter?.states ?? null, skuId, holder]
  const { rows } = await readPatiently<Row>(deps, { name: 'read-board', text, values, types: asText })
  const first = rows.find(({ kind }) => kind === 'head')
  if (!first) throw unknown()
  const head = JSON.parse(first.body) as Head
  const orders = (await parseOrders(rows, deps.pace)).filter(isLive).sort(bySoonest)
  if (head.tooLarge)
    throw new InputError('BOARD_TOO_LARGE', `More than ${MAX_BOARD} live orders: narrow the board with a filter.`)
  const { closed, tooLarge: _, ...rest } = head
  const closedToday = CLOSED_STATES.map((state) => ({ state, count: closed[eventOfState[state] ?? state] ?? 0 }))
  return { ...rest, orders, counters: { live: countLive(orders), closedToday } }
}
