import type { PublicOrder } from '../../domain/public-order.js'
import { MOST_WAITING } from '../journal/list-parked.js'
import { readRows, type ReadDeps } from '../stoppable-read.js'

/** A unit that is to be put back on its shelf. */
export interface PublicPutBack {
  /** The order’s id, or that of the surplus unit. */
  readonly id: string
  readonly order: PublicOrder
  readonly surplus: boolean
  readonly pickedBy: string | null
  readonly device: string | null
  readonly since: Date
}

/** The units of a warehouse that are to be put back, the oldest first, and how many they are in all. */
export const listPutBacks = async (
  deps: ReadDeps,
  warehouseId: string,
): Promise<{ readonly total: number; readonly putBacks: readonly PublicPutBack[] }> => {
  const { rows } = await readRows<PublicPutBack & { readonly total: number }>(deps, {
    name: 'list-put-backs',
    text: `WITH units AS (
             SELECT o.id, o.id AS order_id, false AS surplus, o.picked_by, NULL AS device, o.state_changed_at AS since
             FROM orders o WHERE o.warehouse_id = $1 AND is_live(o.state, o.put_back_required) AND o.put_back_required
             UNION ALL
             SELECT u.id, u.order_id, true, u.picked_by, u.device, u.picked_at
             FROM surplus_unit u WHERE u.warehouse_id = $1 AND u.closed_at IS NULL
           ), page AS (SELECT u.*, count(*) OVER ()::int AS total FROM units u ORDER BY since, id LIMIT ${MOST_WAITING})
           SELECT p.id, s.state AS "order", p.surplus, p.picked_by AS "pickedBy", p.device, p.since, p.total
           FROM page p JOIN order_state s ON s.id = p.order_id ORDER BY p.since, p.id`,
    values: [warehouseId],
  })
  return { total: rows[0]?.total ?? 0, putBacks: rows.map(({ total: _total, ...putBack }) => putBack) }
}
