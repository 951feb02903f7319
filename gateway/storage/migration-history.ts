import type pg from 'pg'
import type { Migration } from './migration-files.js'

/** Why a database cannot be migrated. */
export type MigrationFault =
  | 'FAILED' // a migration failed, now or earlier
  | 'CHANGED' // a file was edited after it was applied
  | 'NEWER_DATABASE' // the database knows migrations that this program does not
  | 'BUSY' // another process holds the migration lock

/** The database and prisma/migrations do not fit together; the message says what to do. */
export class MigrationError extends Error {
  readonly code: MigrationFault
  constructor(code: MigrationFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationError'
    this.code = code
  }
}

/** One row of `_prisma_migrations` that counts (rolled back ones do not). */
export type Applied = { readonly name: string; readonly checksum: string; readonly finished: boolean }

/** What the database says it has had, oldest first; nothing when it was never migrated. */
export async function readHistory(client: pg.Client): Promise<readonly Applied[]> {
  const table = await client.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (table.rows[0]?.there !== true) return []
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  )
  return rows
}

/** Decides what is to be applied. Throws MigrationError when history and files contradict each other. */
export function pendingOf(files: readonly Migration[], history: readonly Applied[]): readonly Migration[] {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const { name, checksum, finished } of history) {
    if (!finished)
      throw new MigrationError(
        'FAILED',
        `Migration ${name} failed earlier (table _prisma_migrations, column logs, says why). Mend the cause, then ` +
          `run: npx prisma migrate resolve --rolled-back ${name}`,
      )
    const file = byName.get(name)
    if (!file)
      throw new MigrationError(
        'NEWER_DATABASE',
        `The database has migration ${name}, which this program does not know: it was made by a newer version. ` +
          'Start that version, or restore a backup from before the update.',
      )
    if (file.checksum !== checksum)
      throw new MigrationError(
        'CHANGED',
        `prisma/migrations/${name}/migration.sql was changed after it was applied to this database. Put the file back ` +
          'as it was and make the change in a new migration.',
      )
  }
  const applied = new Set(history.map(({ name }) => name))
  return files.filter(({ name }) => !applied.has(name))
}
