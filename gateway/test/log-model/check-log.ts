import type pg from 'pg'
import { canonical, pictureDigest } from './canonical.js'
import { type BoardFilter, type LiveFacts, passes } from './board-follower-model.js'
import { factsOf } from './events-model.js'
import type { Delivered, SeenPicture } from './history.js'
import type { ShopWarehouse } from './shop.js'
import type { Violations } from './violations.js'

interface LogRow {
  readonly seq: number
  readonly at: string
  readonly epoch: string
  readonly order_id: string
  readonly type: string
  readonly from: string | null
  readonly actor: string
  readonly command_id: string | null
  readonly state: LogOrder
}
type LogOrder = LiveFacts & { readonly id: string; readonly state: string; readonly version: number }

const pageOfEvents = 2_000
const closed: ReadonlySet<string> = new Set(['HANDED_OVER', 'ACCEPTED', 'DONE'])
const isOnBoard = (order: LogOrder) =>
  !closed.has(order.state) && (order.state !== 'CANCELLED' || order.putBackRequired)

/** What one order was, and its canonical JSON. */
type Entry = { readonly order: LogOrder; readonly json: string }

const pictureOf = (live: ReadonlyMap<string, Entry>, filter: BoardFilter) =>
  [...live].filter(([, { order }]) => passes(filter, order)).map(([id, { json }]) => [id, json] as const)

/**
 * Reads the whole log of a warehouse and compares it with all that was given out: dense 1 … n, the events as delivered,
 * every snapshot against the fold of the log at its seq, and the fold at the end against the view order_state.
 */
export const checkLog = async (
  pool: pg.Pool,
  warehouse: ShopWarehouse,
  delivered: Delivered,
  seen: readonly SeenPicture[],
  violations: Violations,
): Promise<{ readonly head: number; readonly picture: ReadonlyMap<string, Entry> }> => {
  const wanted = new Map<number, SeenPicture[]>()
  for (const picture of seen.filter(({ warehouseId }) => warehouseId === warehouse.id))
    wanted.set(picture.seq, [...(wanted.get(picture.seq) ?? []), picture])
  const live = new Map<string, Entry>()
  const versions = new Map<string, number>()
  const say = (text: string) => violations.add(`log of ${warehouse.wbWarehouseId}: ${text}`)

  const judge = (row: LogRow) => {
    const { seq, state } = row
    const facts = factsOf({ ...row, orderId: row.order_id, commandId: row.command_id, order: state })
    if (delivered.facts.get(seq) !== facts) say(`event ${seq} was delivered with other facts, or not at all`)
    const json = canonical(state)
    const sample = delivered.samples.get(seq)
    if (sample !== undefined && sample !== json) say(`event ${seq} was delivered with another order: ${sample} ${json}`)
    if (state.version <= (versions.get(state.id) ?? 0)) say(`version of ${state.id} does not rise at ${seq}`)
    versions.set(state.id, state.version)
    if (isOnBoard(state)) live.set(state.id, { order: state, json })
    else live.delete(state.id)
    for (const { filter, digest } of wanted.get(seq) ?? [])
      if (pictureDigest(pictureOf(live, JSON.parse(filter) as BoardFilter)) !== digest)
        say(`a snapshot at ${seq} with filter ${filter} is not what the log makes of it`)
    wanted.delete(seq)
  }

  let head = 0
  for (;;) {
    const { rows } = await pool.query<LogRow>(
      `SELECT seq::float8 AS seq, iso(at) AS at, epoch, order_id, type::text, before->>'state' AS "from", actor, command_id, state
       FROM order_event WHERE warehouse_id = $1 AND seq > $2 ORDER BY seq LIMIT ${pageOfEvents}`,
      [warehouse.id, head],
    )
    for (const row of rows) {
      if (row.seq !== head + 1) say(`not dense: ${row.seq} after ${head}`)
      head = row.seq
      judge(row)
    }
    if (rows.length < pageOfEvents) break
  }
  for (const seq of wanted.keys()) say(`a snapshot at ${seq}, which the log does not have`)

  const { rows: heads } = await pool.query<{ seq: number }>(
    'SELECT seq::float8 AS seq FROM stream_head WHERE warehouse_id = $1',
    [warehouse.id],
  )
  if (heads[0]?.seq !== head) say(`its head says ${heads[0]?.seq}, its last event is ${head}`)
  const { rows: orders } = await pool.query<{ state: LogOrder }>(
    'SELECT state FROM order_state WHERE warehouse_id = $1 AND live',
    [warehouse.id],
  )
  const selected = orders.map(({ state }) => [state.id, canonical(state)] as const)
  if (pictureDigest(selected) !== pictureDigest(pictureOf(live, {})))
    say(`its fold at ${head} is not SELECT of order_state`)
  return { head, picture: live }
}

/** The orders that a board of this filter must show at the end. */
export const expectedPicture = (picture: ReadonlyMap<string, Entry>, filter: BoardFilter) =>
  new Map(pictureOf(picture, filter))
