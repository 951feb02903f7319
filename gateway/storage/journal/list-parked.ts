import type { PublicOrder } from '../../domain/public-order.js'
import type { RefusalCode } from '../../domain/refusal.js'
import type { Advice } from '../../domain/replay/advice.js'
import type { JournalAct } from '../../domain/replay/journal-act.js'
import { readRows, type ReadDeps } from '../stoppable-read.js'

/** The longest list of what waits for somebody; the rest follows when these are done. */
export const MOST_WAITING = 100

/** A command that waits for a shift lead. */
export interface PublicParked {
  readonly id: string
  readonly warehouseId: string
  /** Name of whose act it is. */
  readonly person: string
  readonly device: string | null
  readonly deliveredBy: string | null
  readonly seq: number
  /** Null: it could not be read. */
  readonly act: JournalAct | null
  readonly order: PublicOrder | null
  readonly scanned: string | null
  readonly reason: string | null
  readonly clientTime: Date | null
  readonly skewMs: number
  readonly parkedAt: Date
  readonly code: RefusalCode
  readonly advice: Advice
}

/** What waits for the shift leads of a warehouse, the oldest first, and how much it is in all. */
export const listParked = async (
  deps: ReadDeps,
  warehouseId: string,
): Promise<{ readonly total: number; readonly commands: readonly PublicParked[] }> => {
  const { rows } = await readRows<PublicParked & { readonly total: number }>(deps, {
    name: 'list-parked',
    text: `SELECT k.id, k.warehouse_id AS "warehouseId", p.name AS person, j.device, k.delivered_by AS "deliveredBy", k.seq,
             k.act->>'act' AS act, o.state AS "order", k.act->>'barcode' AS scanned, k.act->>'reason' AS reason,
             k.client_time AS "clientTime", k.skew_ms::float8 AS "skewMs", k.parked_at AS "parkedAt", k.code, k.advice,
             count(*) OVER ()::int AS total
           FROM parked_command k JOIN journal j ON j.id = k.journal_id JOIN person p ON p.id = j.person_id
             LEFT JOIN order_state o ON o.id = k.order_id AND o.warehouse_id = k.warehouse_id
           WHERE k.warehouse_id = $1 AND k.resolved_at IS NULL ORDER BY k.parked_at, k.id LIMIT ${MOST_WAITING}`,
    values: [warehouseId],
  })
  return { total: rows[0]?.total ?? 0, commands: rows.map(({ total: _total, ...parked }) => parked) }
}
