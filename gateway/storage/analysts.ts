import pLimit, { type LimitFunction } from 'p-limit'
import pg from 'pg'
import { UnavailableError } from '../domain/errors.js'
import { createPool } from './pool.js'
import type { ReadDeps, Until } from './stoppable-read.js'

/** Connections of one gateway that read for analysts: few, so that PostgreSQL has its cores for the floor. */
const CONNECTIONS = 4
/** How long one of their statements may take. */
const STATEMENT_MS = 30_000
/** How long a read waits for a connection. */
const CONNECT_MS = 15_000
/** Reads of one person that run at a time; how many wait is bounded by what the transports let in. */
const AT_ONCE = 2

/** Who reads, and where they may. */
export interface Analyst {
  readonly personId: string
  /** Null means all warehouses. */
  readonly warehouseIds: readonly string[] | null
}

/** Where analysts read: apart from everybody else, as a role that sees granted warehouses alone and writes nothing. */
export interface Analysts {
  /** Whether PostgreSQL itself keeps them to their warehouses: the login may act as the role. */
  readonly guarded: boolean
  /** What the reads of one operation work with. */
  readsFor(analyst: Analyst, until: Until): ReadDeps
  /** Its connections. */
  readonly pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>
  close(): Promise<void>
}

const isTooSlow = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '57014'

/** Turns by person: so many at a time, and nobody waits for another person's. */
const createTurns = () => {
  const turns = new Map<string, { readonly limit: LimitFunction; reads: number }>()
  return async <T>(personId: string, read: () => Promise<T>): Promise<T> => {
    const turn = turns.get(personId) ?? { limit: pLimit(AT_ONCE), reads: 0 }
    turns.set(personId, turn)
    turn.reads += 1
    try {
      return await turn.limit(read)
    } finally {
      turn.reads -= 1
      if (turn.reads === 0) turns.delete(personId)
    }
  }
}

/** Opens the analysts' pool. Without their role (null) it is the login's own, and their rights alone keep them. */
export const openAnalysts = (url: string, role: string | null, onError: (error: Error) => void): Analysts => {
  const pool = createPool(url, {
    role,
    max: CONNECTIONS,
    applicationName: 'wba analysts',
    statementMs: STATEMENT_MS,
    connectMs: CONNECT_MS,
    readOnly: true,
    onError,
  })
  const inTurn = createTurns()
  return {
    guarded: role !== null,
    pool,
    readsFor: ({ personId, warehouseIds }, until) => ({
      pool,
      until,
      opening: `BEGIN READ ONLY; SELECT set_config('wba.warehouses', ${pg.escapeLiteral(warehouseIds?.join() ?? 'all')}, true)`,
      inTurn: (read) =>
        inTurn(personId, read).catch((error: unknown) => {
          if (isTooSlow(error) && !until.signal.aborted)
            throw new UnavailableError(
              'UNAVAILABLE',
              `This took longer than ${STATEMENT_MS / 1_000} s: ask for less at once.`,
              error,
            )
          throw error
        }),
    }),
    close: () => pool.end(),
  }
}
