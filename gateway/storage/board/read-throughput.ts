import { InputError } from '../../domain/errors.js'
import { readRows, type ReadDeps } from '../stoppable-read.js'
import { isUuid } from '../uuid.js'

/** What was done in an hour of the warehouse's clock. */
export interface ThroughputHour {
  readonly hour: string
  readonly picked: number
  readonly packed: number
  readonly handedOver: number
}

const text = `
  WITH w AS (
    SELECT time_zone, date_trunc('hour', statement_timestamp(), time_zone) AS this_hour FROM warehouse WHERE id = $1
  ), done AS (
    SELECT date_trunc('hour', e.at, w.time_zone) AS hour, e.type, count(*)::int AS n
    FROM w JOIN order_event e ON e.warehouse_id = $1 AND e.type IN ('PICKED', 'PACKED', 'HANDED_OVER')
      AND e.at >= (SELECT this_hour - make_interval(hours => $2 - 1) FROM w)
    GROUP BY 1, 2
  )
  SELECT iso(h.hour) AS hour,
    coalesce(sum(n) FILTER (WHERE type = 'PICKED'), 0)::int AS picked,
    coalesce(sum(n) FILTER (WHERE type = 'PACKED'), 0)::int AS packed,
    coalesce(sum(n) FILTER (WHERE type = 'HANDED_OVER'), 0)::int AS "handedOver"
  FROM w CROSS JOIN LATERAL generate_series(this_hour - make_interval(hours => $2 - 1), this_hour, interval '1 hour') AS h(hour)
  LEFT JOIN done USING (hour) GROUP BY h.hour ORDER BY h.hour`

/** What was done in the last 1 to 48 hours, this one included, oldest first. Throws InputError BAD_USER_INPUT. */
export const readThroughput = async (
  deps: ReadDeps,
  warehouseId: string,
  hours: number,
): Promise<readonly ThroughputHour[]> => {
  if (!Number.isInteger(hours) || hours < 1 || hours > 48)
    throw new InputError('BAD_USER_INPUT', 'hours must be 1 to 48')
  if (!isUuid(warehouseId)) return []
  const { rows } = await readRows<ThroughputHour>(deps, { name: 'read-throughput', text, values: [warehouseId, hours] })
  return rows
}
