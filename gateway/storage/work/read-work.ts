import { markingRule } from '../../../floor/marking-code.js'
import type { PublicOrder } from '../../domain/public-order.js'
import type { PublicCell } from '../../domain/stock/public-stock.js'
import { readOwnShift } from '../shift/read-shifts.js'
import { cellJson } from '../stock/stock-sql.js'
import { type ReadDeps, readRows } from '../stoppable-read.js'
import type { WorkCapsule, WorkStop } from './public-work.js'

/** Data that is older needs a look at the server before a step that cannot be undone. */
const CHECK_AFTER_MINUTES = 60

interface Row {
  readonly order: PublicOrder
  readonly cell: PublicCell | null
  readonly now: string
}

/**
 * What a person holds, and what was cancelled in their hands since the shift began, taken or picked; cell by cell in walk
 * order.
 */
const work = `
  SELECT st.state AS "order", CASE WHEN c.id IS NULL THEN NULL ELSE ${cellJson} END AS cell, iso(clock_timestamp()) AS now
  FROM claim k JOIN order_state st ON st.id = k.order_id LEFT JOIN storage_cell c ON c.id = k.cell_id
  WHERE st.warehouse_id = $2
    AND ((k.holder = $1 AND k.released_at IS NULL) OR (k.shift_id = $3 AND (k.release_reason = 'CANCELLED'
      OR (k.release_reason = 'PICKED' AND st.state->>'state' = 'CANCELLED'))))
  ORDER BY c.walk_order, c.code, st.state->'sku'->>'article', st.state->'sku'->>'id', st.deadline_at, st.id`

/** Tasks of one cell and size beside each other become one stop. */
const stopsOf = (rows: readonly Row[]): readonly WorkStop[] =>
  [...Map.groupBy(rows, ({ cell, order }) => `${cell?.id} ${order.sku.id}`).values()].flatMap((own): WorkStop[] => {
    const [first] = own
    if (!first) return []
    const tasks = own.map(({ order }) => ({
      order,
      cancelled: order.state === 'CANCELLED' || order.marketplace.cancelled,
    }))
    // No card has brought a picture yet.
    return [{ cell: first.cell, sku: first.order.sku, imageUrl: null, tasks }]
  })

/** The work of a person in their shift; null without an open one. */
export const readWork = async (deps: ReadDeps, person: string): Promise<WorkCapsule | null> => {
  const shift = await readOwnShift(deps, person)
  if (!shift) return null
  const { rows } = await readRows<Row>(deps, {
    name: 'read-work',
    text: work,
    values: [person, shift.warehouseId, shift.id],
  })
  const keys = rows.flatMap(({ order }) => [...order.requiredMeta, ...order.optionalMeta])
  return {
    shift,
    takenAt: rows[0]?.now ?? new Date().toISOString(),
    leaseUntil: shift.endsAt,
    checkAfterMinutes: CHECK_AFTER_MINUTES,
    markingRules: [...new Set(keys)].toSorted().map((key) => ({ key, ...markingRule(key) })),
    stops: stopsOf(rows),
  }
}
