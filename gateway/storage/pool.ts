import pg from 'pg'

/** The role with the application's rights: no DDL, and the event log can only be added to. */
export const APP_ROLE = 'wba_app'

/** The role that reads for analysts: rows of granted warehouses alone (analysts.ts). */
export const ANALYST_ROLE = 'wba_analyst'

export interface PoolOptions {
  /** The role to act as; null leaves the login's own rights (a login that may not take the role). */
  readonly role?: string | null
  /** Most connections at once. */
  readonly max?: number
  readonly applicationName?: string
  /** Longest statement, ms. */
  readonly statementMs?: number
  /** Longest wait for a connection, ms. */
  readonly connectMs?: number
  /** Whether its transactions may only read. */
  readonly readOnly?: boolean
  /** Connections that die while nobody uses them; such an error is no reason to do anything. */
  readonly onError?: (error: Error) => void
}

/**
 * Statements here read a few rows by an index, thousands of times. Compiling them (JIT) or spreading them over workers
 * costs more than it saves as soon as the planner overestimates, and data that is read again and again is in memory.
 */
const planning = ['jit=off', 'max_parallel_workers_per_gather=0', 'random_page_cost=1.1']

/** The URL with what each connection starts with, beside any options that it has already. */
const withOptions = (url: string, role: string | null, readOnly: boolean): string => {
  const parsed = new URL(url)
  const settings = [
    ...(role === null ? [] : [`role=${role}`]),
    ...(readOnly ? ['default_transaction_read_only=on'] : []),
    ...planning,
  ]
  const options = [parsed.searchParams.get('options'), ...settings.map((setting) => `-c ${setting}`)]
  parsed.searchParams.set('options', options.filter(Boolean).join(' '))
  return parsed.href
}

/**
 * A pool of connections; commands and most reads of a process share one, raw `pg` and Prisma alike. Every wait has an end, so that a PostgreSQL that is away,
 * stuck or behind a dead network gives an error and never a hanging request; and a dying connection never ends the process.
 */
export const createPool = (url: string, options: PoolOptions = {}): pg.Pool => {
  const { role = APP_ROLE, max = 10, applicationName = 'wb-assistant', onError = () => undefined } = options
  const { statementMs = 3_000, connectMs = 5_000, readOnly = false } = options
  const pool = new pg.Pool({
    connectionString: withOptions(url, role, readOnly),
    max,
    application_name: applicationName,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    lock_timeout: 1_000,
    idle_in_transaction_session_timeout: 5_000,
    // The server ends statements itself; this one is for a server that cannot be heard any more.
    query_timeout: statementMs + 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  pool.on('error', onError)
  // A connection that dies while it is checked out emits on the client itself: with no listener, that is an uncaught
  // exception. Whoever uses it sees the error in the query.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Those of our roles that the login of `url` may act as; null for one that it may not. */
export interface Roles {
  readonly app: string | null
  readonly analyst: string | null
}

/** Looks which of our roles a login may act as. Throws when PostgreSQL cannot be reached. */
export const findRoles = async (url: string): Promise<Roles> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT rolname AS name FROM pg_roles WHERE rolname = ANY($1) AND pg_has_role(session_user, oid, 'MEMBER')`,
      [[APP_ROLE, ANALYST_ROLE]],
    )
    const held = (role: string) => (rows.some(({ name }) => name === role) ? role : null)
    return { app: held(APP_ROLE), analyst: held(ANALYST_ROLE) }
  } finally {
    await client.end()
  }
}
