import type { Cursor, OrderOrder } from './cursor.js'
import type { DeadlineEnd, PlainFilter } from './list-filter.js'

/** What a page asks of the table. */
export interface PageQuery {
  readonly filter: PlainFilter
  readonly orderBy: OrderOrder
  readonly after: Cursor | null
  readonly before: Cursor | null
  /** Whether rows are wanted from the end of the list, last first. */
  readonly backwards: boolean
  readonly limit: number
  /** By which SLA buckets are told; null means the database's clock. */
  readonly now: Date | null
}

const columns = { DEADLINE: 'deadline_at', CREATED: 'created_at', CHANGED: 'state_changed_at' } as const

const ends: Readonly<Record<DeadlineEnd, (now: string) => string>> = {
  NEVER: () => `'-infinity'::timestamptz`,
  NOW: (now) => now,
  RED: (now) => `${now} + make_interval(mins => w.red_minutes)`,
  AMBER: (now) => `${now} + make_interval(mins => w.amber_minutes)`,
  EVER: () => `'infinity'::timestamptz`,
}

/**
 * The SQL of a page. Two shapes: a list that is only sorted walks the index (warehouse, state, key, id) of every warehouse
 * and state for one page each and merges those, so its cost does not grow with the table; a search by SKU or text gathers
 * its few matches by their own index and sorts them. Values are parameters; only names and operators are put together here.
 */
export const pageSql = (query: PageQuery): { readonly text: string; readonly values: readonly unknown[] } => {
  const { filter, orderBy, after, before, backwards, limit } = query
  const values: unknown[] = []
  const param = (value: unknown, type: string) => `$${values.push(value)}::${type}`

  const column = columns[orderBy.slice(0, orderBy.indexOf('_')) as keyof typeof columns]
  const ascending = orderBy.endsWith('_ASC')
  const direction = ascending !== backwards ? 'ASC' : 'DESC'
  const place = (cursor: Cursor, sign: string) =>
    `(o.${column}, o.id) ${sign} (${param(cursor.key, 'timestamptz')}, ${param(cursor.id, 'uuid')})`

  const conditions: string[] = []
  if (after) conditions.push(place(after, ascending ? '>' : '<'))
  if (before) conditions.push(place(before, ascending ? '<' : '>'))
  if (filter.skuId) conditions.push(`o.sku_id = ${param(filter.skuId, 'uuid')}`)
  if (filter.pattern) conditions.push(`o.search_text LIKE ${param(filter.pattern, 'text')}`)
  if (filter.createdFrom) conditions.push(`o.created_at >= ${param(filter.createdFrom, 'timestamptz')}`)
  if (filter.createdTo) conditions.push(`o.created_at < ${param(filter.createdTo, 'timestamptz')}`)
  if (filter.deadlines)
    conditions.push('o.deadline_at > r.past', 'o.deadline_at <= r.upto', 'is_live(o.state, o.put_back_required)')

  const now = `coalesce(${param(query.now, 'timestamptz')}, statement_timestamp())`
  const ranges = filter.deadlines?.map(([past, upTo]) => `(${ends[past](now)}, ${ends[upTo](now)})`)
  const rangeJoin = ranges ? `CROSS JOIN LATERAL (VALUES ${ranges.join(', ')}) AS r(past, upto)` : ''
  const states = param(filter.states, 'order_state_name[]')
  const ofWarehouse = filter.warehouseIds ? `WHERE w.id = ANY(${param(filter.warehouseIds, 'uuid[]')})` : ''
  const size = param(limit, 'int')
  const sort = (table: string, key: string) => `ORDER BY ${table}.${key} ${direction}, ${table}.id ${direction}`
  // The state is one, but under row-level security the planner does not take it for a constant: without its name it would
  // sort what the index has in order already.
  const sortOfState = `ORDER BY o.state ${direction}, o.${column} ${direction}, o.id ${direction}`
  const where = (extra: readonly string[]) => [...extra, ...conditions].join(' AND ')

  const walk = `
    SELECT c.id, c.key FROM warehouse w CROSS JOIN unnest(${states}) AS s(state) ${rangeJoin}
    CROSS JOIN LATERAL (
      SELECT o.id, o.${column} AS key FROM orders o
      WHERE ${where(['o.warehouse_id = w.id', 'o.state = s.state'])} ${sortOfState} LIMIT ${size}) c
    ${ofWarehouse} ${sort('c', 'key')} LIMIT ${size}`
  const gather = `
    SELECT o.id, o.${column} AS key FROM warehouse w ${rangeJoin}
    JOIN orders o ON ${where(['o.warehouse_id = w.id', `o.state = ANY(${states})`])}
    ${ofWarehouse} ${sort('o', column)} LIMIT ${size}`
  return {
    text: `WITH page AS MATERIALIZED (${filter.skuId || filter.pattern ? gather : walk})
      SELECT v.state, p.id, p.key, ${now} AS now FROM page p JOIN order_state v ON v.id = p.id ${sort('p', 'key')}`,
    values,
  }
}
