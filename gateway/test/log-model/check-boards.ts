import type pg from 'pg'
import type { BoardFilter, BoardFollowerModel } from './board-follower-model.js'
import { pictureDigest } from './canonical.js'
import type { Violations } from './violations.js'

interface Count {
  readonly state: string
  readonly count: number
}

const told = (counts: readonly Count[] | undefined) =>
  JSON.stringify(
    (counts ?? [])
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => [state, count] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const liveCounts = async (pool: pg.Pool, warehouseId: string, filter: BoardFilter) =>
  (
    await pool.query<Count>(
      `SELECT o.state::text, count(*)::int AS count FROM orders o LEFT JOIN claim c ON c.order_id = o.id AND c.released_at IS NULL
       WHERE o.warehouse_id = $1 AND o.state NOT IN ('HANDED_OVER', 'ACCEPTED', 'DONE') AND (o.state <> 'CANCELLED' OR o.put_back_required)
         AND ($2::text[] IS NULL OR o.state::text = ANY($2)) AND ($3::uuid IS NULL OR o.sku_id = $3) AND ($4::text IS NULL OR c.holder = $4 OR (o.state = 'PICKED' AND o.picked_by = $4))
       GROUP BY 1`,
      [warehouseId, filter.states ?? null, filter.skuId ?? null, filter.holder ?? null],
    )
  ).rows

// The run is within one local day of its warehouses: everything in the log is of today.
const closedCounts = async (pool: pg.Pool, warehouseId: string) =>
  (
    await pool.query<Count>(
      `SELECT CASE type WHEN 'COMPLETED' THEN 'DONE' ELSE type::text END AS state, count(*)::int AS count FROM order_event
       WHERE warehouse_id = $1 AND type IN ('HANDED_OVER', 'ACCEPTED', 'COMPLETED', 'CANCELLED') GROUP BY 1`,
      [warehouseId],
    )
  ).rows

/** A board at rest shows exactly the orders of its filter, byte for byte, and counts as the database does. */
export const checkBoard = async (
  pool: pg.Pool,
  board: BoardFollowerModel,
  expected: ReadonlyMap<string, string>,
  violations: Violations,
): Promise<void> => {
  const { client, warehouse, filter } = board
  const { name } = client
  const picture = board.picture()
  if (pictureDigest(picture) !== pictureDigest(expected)) {
    const wrong = [...expected].filter(([id, json]) => picture.get(id) !== json).map(([, json]) => json)
    const extra = [...picture.keys()].filter((id) => !expected.has(id))
    violations.add(
      `${name}: ${picture.size} orders for ${expected.size}; extra ${extra.join()}, missing or wrong ${wrong[0] ?? 'none'}`,
    )
  }
  const live = told(await liveCounts(pool, warehouse.id, filter))
  if (told(board.counters?.live) !== live) violations.add(`${name}: counts ${told(board.counters?.live)} for ${live}`)
  const closed = told(await closedCounts(pool, warehouse.id))
  if (told(board.counters?.closedToday) !== closed)
    violations.add(`${name}: closed today ${told(board.counters?.closedToday)} for ${closed}`)
}
