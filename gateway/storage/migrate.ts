import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { readMigrations, type Migration } from './migration-files.js'
import { MigrationError, pendingOf, readHistory } from './migration-history.js'

// The lock that `prisma migrate` takes, so that it and any number of starting gateways take turns.
const PRISMA_LOCK = 72707369
const LOCK_WAIT_MS = 300_000
const LOCK_POLL_MS = 50

// Word for word what `prisma migrate deploy` makes: either of the two may come first to a database.
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies what is missing of `dir` (prisma/migrations) and returns the names applied. Any number of processes may call
 * it at once. Throws MigrationError when the database and the folder do not fit together, or a migration fails.
 */
export async function migrate(url: string, dir: string): Promise<readonly string[]> {
  const files = await readMigrations(dir)
  return withClient(url, async (client) => {
    await takeLock(client)
    await client.query(HISTORY_TABLE)
    const pending = pendingOf(files, await readHistory(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  })
}

/**
 * The names that `migrate` would apply: for a process whose login may not change tables. Needs SELECT on
 * `_prisma_migrations`. Throws MigrationError like `migrate`, but lets a database be newer: while an update goes on, and
 * after one that was rolled back, this version serves beside migrations of the next, which only add (.squawk.toml).
 */
export async function pendingMigrations(url: string, dir: string): Promise<readonly string[]> {
  const files = await readMigrations(dir)
  const known = new Set(files.map(({ name }) => name))
  return withClient(url, async (client) => {
    const history = await readHistory(client)
    return pendingOf(
      files,
      history.filter(({ name }) => known.has(name)),
    ).map(({ name }) => name)
  })
}

/**
 * A question to the database, one quick statement each time: which migrations of `dir` has it not had? Those that it has
 * had beside them are of a newer version, beside which this one still runs.
 */
export async function createMissingMigrations(pool: pg.Pool, dir: string): Promise<() => Promise<readonly string[]>> {
  const names = (await readMigrations(dir)).map(({ name }) => name)
  return async () => {
    const { rows } = await pool.query<{ name: string }>({
      name: 'missing-migrations',
      text: `SELECT name FROM unnest($1::text[]) AS name WHERE NOT EXISTS (
               SELECT FROM _prisma_migrations m
               WHERE m.migration_name = name AND m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL)`,
      values: [names],
    })
    return rows.map(({ name }) => name)
  }
}

/** May this login migrate: create in schema public, and change the history where there is one? */
export async function holdsOwnership(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ owner: boolean }>(
      `SELECT has_schema_privilege('public', 'CREATE') AND NOT EXISTS (
         SELECT FROM pg_class WHERE oid = to_regclass('public._prisma_migrations')
           AND NOT pg_has_role(relowner, 'USAGE')) AS owner`,
    )
    return rows[0]?.owner === true
  })
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'wba-migrate' })
  client.on('error', () => {}) // the query under way rejects; an idle loss shows at the next one
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}

// Asking again instead of waiting inside the server: a waiting statement would hold a snapshot, and CREATE INDEX
// CONCURRENTLY in the process that migrates would wait for it for ever.
async function takeLock(client: pg.Client): Promise<void> {
  for (const deadline = Date.now() + LOCK_WAIT_MS; Date.now() < deadline; await delay(LOCK_POLL_MS)) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [PRISMA_LOCK])
    if (rows[0]?.taken === true) return
  }
  throw new MigrationError('BUSY', `Another process has been migrating this database for ${LOCK_WAIT_MS / 1000} s.`)
}

// The migration and its row are one transaction (Prisma's own has two steps): a process killed in between leaves
// nothing, where Prisma would leave a row that blocks every later start until a person resolves it.
async function apply(client: pg.Client, { name, sql, checksum, alone }: Migration): Promise<void> {
  const id = randomUUID()
  const started = new Date()
  try {
    if (!alone) await client.query('BEGIN')
    await insert(client, id, name, checksum, started)
    await client.query(sql)
    await client.query(
      'UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    )
    if (!alone) await client.query('COMMIT')
    await client.query('RESET ALL') // a SET of this file must not reach the next one
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await client.query('ROLLBACK')
    // Nothing is wrong with it and nothing of it is left: the next start tries again, without a person.
    if (!alone && isLockTimeout(error))
      throw new MigrationError(
        'BUSY',
        `Migration ${name} did not get its locks in time: start again when less is going on.`,
        {
          cause: error,
        },
      )
    await insert(client, id, name, checksum, started)
    await client.query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, reason])
    throw new MigrationError('FAILED', `Migration ${name} failed: ${reason}`, { cause: error })
  }
}

const isLockTimeout = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '55P03'

async function insert(client: pg.Client, id: string, name: string, checksum: string, started: Date): Promise<void> {
  await client.query(
    'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING',
    [id, checksum, name, started],
  )
}
