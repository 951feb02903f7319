import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { InputError } from '../domain/errors.js'
import { whenAvailable } from './database-error.js'

/** When nobody waits for a read any more, and how PostgreSQL is told to stop it. */
export interface Until {
  readonly signal: AbortSignal
  /** Stops what the backend with that process id runs; never rejects. */
  readonly stop: (processId: number) => Promise<void>
}

/** What a read works with. */
export interface ReadDeps {
  readonly pool: pg.Pool
  readonly until?: Until | undefined
  /** Statements that begin a transaction of the read's own; absent: none is needed. */
  readonly opening?: string
  /** Lets a read wait until it is its turn. */
  readonly inTurn?: <T>(read: () => Promise<T>) => Promise<T>
}

const AGAIN_MS = 200

const abandoned = () => new InputError('ABANDONED', 'Nobody waits for the answer any more.')

// The types of `pg` do not know it.
const processIdOf = (client: pg.PoolClient): number | undefined => {
  const id: unknown = Reflect.get(client, 'processID')
  return typeof id === 'number' ? id : undefined
}

const atOnce = async <T>(read: () => Promise<T>): Promise<T> => read()

/** Runs reads on a connection of their own until nobody waits for them. Throws InputError ABANDONED. */
export const onConnection = <T>(deps: ReadDeps, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const { inTurn = atOnce, opening } = deps
  if (opening === undefined) return inTurn(() => onOpenConnection(deps, work))
  return inTurn(() =>
    onOpenConnection(deps, async (client) => {
      await client.query(opening)
      const result = await work(client)
      await client.query('COMMIT')
      return result
    }),
  )
}

const onOpenConnection = async <T>(
  { pool, until }: ReadDeps,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> => {
  if (until?.signal.aborted) throw abandoned()
  const client = await pool.connect()
  const over = new AbortController()
  let stopping: Promise<void> | undefined
  // A word that comes between two messages of a statement is lost on PostgreSQL: it is told again until the read is over.
  const keepStopping = async (id: number) => {
    while (!over.signal.aborted) {
      await until?.stop(id)
      await sleep(AGAIN_MS, undefined, { signal: over.signal }).catch(() => undefined)
    }
  }
  const stop = () => {
    const id = processIdOf(client)
    if (id !== undefined) stopping = keepStopping(id)
  }
  until?.signal.addEventListener('abort', stop, { once: true })
  let failed = true
  try {
    if (until?.signal.aborted) throw abandoned()
    const result = await work(client)
    failed = false
    return result
  } catch (error) {
    throw until?.signal.aborted ? abandoned() : error
  } finally {
    until?.signal.removeEventListener('abort', stop)
    over.abort()
    // Not before PostgreSQL has heard the last word: a late one would stop the next one's statement on this connection.
    await stopping
    client.release(failed)
  }
}

/** Runs one read. Throws UnavailableError, InputError ABANDONED. */
export const readRows = <Row extends pg.QueryResultRow>(
  deps: ReadDeps,
  query: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> => whenAvailable(() => onConnection(deps, (client) => client.query<Row>(query)))

/** A way to stop statements, on a pool whose login may do so: the application's role may not. */
export const createStop =
  (pool: pg.Pool): Until['stop'] =>
  async (processId) => {
    // The statement's own time-out ends it when this fails.
    await pool.query('SELECT pg_cancel_backend($1)', [processId]).catch(() => undefined)
  }
