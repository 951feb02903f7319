import { type AuditAction, isOrderEvent } from '../../domain/audit.js'
import type { TrailCursor } from './cursor.js'

/** Which part of a trail; all members must hold. */
export interface TrailFilter {
  readonly actor?: string | null
  readonly action?: AuditAction | null
  /** At or after. */
  readonly since?: Date | null
  /** Before. */
  readonly until?: Date | null
}

/** What a page asks of the two tables. */
export interface TrailQuery {
  readonly chain: string
  readonly filter: TrailFilter
  readonly after: TrailCursor | null
  /** At most so many of either kind. */
  readonly limit: number
}

const common = `e.seq::float8 AS "seq", iso(e.at) AS "at", e.actor, e.device, iso(e.client_time) AS "clientTime", e.command_id AS "commandId"`
const event = `true AS "isEvent", ${common}, e.type::text AS "action", 'ORDER' AS "subject", e.order_id::text AS "subjectId",
  jsonb_strip_nulls(jsonb_build_object('wbOrderId', e.state->'wbOrderId', 'from', e.before->'state', 'to', e.state->'state', 'reason', e.state->'reason')) AS "details"
  FROM order_event e WHERE e.warehouse_id`
const entry = `false AS "isEvent", ${common}, e.action, e.subject_kind AS "subject", e.subject_id AS "subjectId", e.details
  FROM audit_entry e WHERE e.chain`

/**
 * The SQL of a page: the newest events and the newest entries below the cursor, each by its own dense number, which is the
 * order of commits. So both walk an index from its end, and no index by time is needed on the log.
 */
export const trailSql = (query: TrailQuery): { readonly text: string; readonly values: readonly unknown[] } => {
  const { filter, after } = query
  const { actor, action, since, until } = filter
  const values: unknown[] = []
  const param = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  const chain = param(query.chain, 'uuid')
  const limit = param(query.limit, 'int')
  const asked = [
    ...(typeof actor === 'string' ? [`e.actor = ${param(actor, 'text')}`] : []),
    ...(since ? [`e.at >= ${param(since, 'timestamptz')}`] : []),
    ...(until ? [`e.at < ${param(until, 'timestamptz')}`] : []),
  ]
  const newest = (columns: string, below: number | undefined, more: readonly string[]) => {
    const place = below === undefined ? [] : [`e.seq < ${param(below, 'bigint')}`]
    return `(SELECT ${[`${columns} = ${chain}`, ...place, ...asked, ...more].join(' AND ')} ORDER BY e.seq DESC LIMIT ${limit})`
  }
  const parts = []
  if (!action || isOrderEvent(action))
    parts.push(newest(event, after?.event, action ? [`e.type = ${param(action, 'order_event_type')}`] : []))
  if (!action || !isOrderEvent(action))
    parts.push(newest(entry, after?.entry, action ? [`e.action = ${param(action, 'text')}`] : []))
  return { text: parts.join(' UNION ALL '), values }
}
