import type { Pool } from 'pg'
import { isUuid } from '../uuid.js'
import { eventColumns, type HeadRow, type LogRow } from './log-event.js'

/** At most `limit` events of a warehouse after a cursor, in order of seq. */
export const readEvents = async (
  pool: Pool,
  warehouseId: string,
  after: number,
  limit: number,
): Promise<readonly LogRow[]> => {
  const { rows } = await pool.query<LogRow>({
    name: 'read-events',
    text: `SELECT ${eventColumns} FROM order_event e WHERE e.warehouse_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`,
    values: [warehouseId, after, limit],
  })
  return rows
}

/** Where the log of a warehouse stands; undefined when there is no such warehouse. */
export const readHead = async (pool: Pool, warehouseId: string): Promise<HeadRow | undefined> => {
  if (!isUuid(warehouseId)) return undefined
  const { rows } = await pool.query<HeadRow>({
    name: 'read-head',
    text: `SELECT warehouse_id AS "warehouseId", epoch, seq::float8 AS "seq", min_seq::float8 AS "minSeq"
           FROM stream_head WHERE warehouse_id = $1`,
    values: [warehouseId],
  })
  return rows[0]
}
