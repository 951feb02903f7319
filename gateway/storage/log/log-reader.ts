import pg from 'pg'
import { eventColumns, type HeadRow, type LogRow } from './log-event.js'

/** What one look at the log brought. */
export interface LogLook {
  /** The database's clock, ms. */
  readonly now: number
  /** How often rights have changed so far: see rights_head. */
  readonly rightsVersion: number
  readonly heads: readonly HeadRow[]
  readonly events: ReadonlyMap<string, readonly LogRow[]>
}

/** The tailer's own connection: reads the log and listens for hints of other replicas. */
export interface LogReader {
  /** The heads of the given warehouses and the events after their cursors; rejects when the database is away. */
  read(cursors: ReadonlyMap<string, number>): Promise<LogLook>
  close(): Promise<void>
}

/** Channel on which replicas tell each other «I have committed»; the payload is the teller's name. */
export const hintChannel = 'wba_log'

const pageOfEvents = 1_000
const connectTimeoutMs = 3_000
const readTimeoutMs = 3_000

interface Row extends LogRow {
  readonly headWarehouseId: string | null
  readonly headEpoch: string
  readonly headSeq: number
  readonly headMinSeq: number
  readonly now: number
  readonly rightsVersion: number
}

// One statement, so heads and events are of one moment. A head that did not move costs no look at the log; the last day's
// partitions are looked at first, all of them only when the clock was turned back and rows seem to be missing.
const statement = (recent: boolean) => ({
  name: recent ? 'read-log' : 'read-log-all',
  text: `
    SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS "now",
           (SELECT version::float8 FROM rights_head) AS "rightsVersion",
           h.warehouse_id AS "headWarehouseId", h.epoch AS "headEpoch", h.seq::float8 AS "headSeq", h.min_seq::float8 AS "headMinSeq", l.*
    FROM (SELECT 1) one
    LEFT JOIN (unnest($1::uuid[], $2::bigint[]) AS w (id, after) JOIN stream_head h ON h.warehouse_id = w.id) ON true
    LEFT JOIN LATERAL (
      SELECT ${eventColumns} FROM order_event e
      WHERE e.warehouse_id = w.id AND e.seq > w.after AND h.seq > w.after ${recent ? "AND e.at > now() - interval '1 day'" : ''}
      ORDER BY e.seq LIMIT ${pageOfEvents}) l ON true`,
})

/** A reader that connects when it is first asked and again after each fault. `onHint` runs for other replicas' hints. */
export const createLogReader = (url: string, options: string, self: string, onHint: () => void): LogReader => {
  let client: pg.Client | undefined
  let closed = false

  const drop = async (broken: pg.Client) => {
    if (client === broken) client = undefined
    await broken.end().catch(() => undefined)
  }

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({
      connectionString: url,
      options,
      application_name: 'wba log reader',
      keepAlive: true,
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: readTimeoutMs,
    })
    fresh.on('error', () => void drop(fresh))
    fresh.on('notification', ({ payload }) => {
      if (payload !== self) onHint()
    })
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${hintChannel}`)
    } catch (error) {
      await drop(fresh)
      throw error
    }
    client = fresh
    return fresh
  }

  const query = async (cursors: ReadonlyMap<string, number>, recent: boolean): Promise<readonly Row[]> => {
    const connection = client ?? (await connect())
    try {
      const values = [[...cursors.keys()], [...cursors.values()]]
      return (await connection.query<Row>({ ...statement(recent), values })).rows
    } catch (error) {
      await drop(connection)
      throw error
    }
  }

  const look = (rows: readonly Row[]): LogLook => {
    const heads = new Map<string, HeadRow>()
    const events = new Map<string, LogRow[]>()
    for (const { headWarehouseId, headEpoch, headSeq, headMinSeq, now: _, rightsVersion: _v, ...event } of rows) {
      if (headWarehouseId === null) continue
      heads.set(headWarehouseId, { warehouseId: headWarehouseId, epoch: headEpoch, seq: headSeq, minSeq: headMinSeq })
      const list = events.get(headWarehouseId) ?? []
      // A left join without a match: the head did not move.
      if ((event.seq as number | null) !== null) list.push(event)
      events.set(headWarehouseId, list)
    }
    const [first] = rows
    return {
      now: first?.now ?? Date.now(),
      rightsVersion: first?.rightsVersion ?? 0,
      heads: [...heads.values()],
      events,
    }
  }

  const isComplete = ({ heads, events }: LogLook, cursors: ReadonlyMap<string, number>): boolean =>
    heads.every((head) => {
      const cursor = cursors.get(head.warehouseId) ?? head.seq
      const list = events.get(head.warehouseId) ?? []
      const expected = Math.min(Math.max(head.seq - cursor, 0), pageOfEvents)
      return list.length === expected && list.every((event, index) => event.seq === cursor + 1 + index)
    })

  return {
    async read(cursors) {
      if (closed) throw new Error('the log reader is closed')
      const recent = look(await query(cursors, true))
      return isComplete(recent, cursors) ? recent : look(await query(cursors, false))
    },
    async close() {
      closed = true
      if (client) await drop(client)
    },
  }
}
