import type { Config } from './config.js'
import { folders } from './folders.js'
import { type Embedded, startEmbedded } from './storage/embedded/index.js'
import { holdsOwnership, migrate, pendingMigrations } from './storage/migrate.js'
import type { Logger } from './transport/log.js'

/** The database that this process works on, migrated. */
export interface Database {
  readonly url: string
  /** Absent when DATABASE_URL names a server that is not ours to stop. */
  readonly embedded: Embedded | undefined
  close(): Promise<void>
}

/** The database cannot be used, for a reason that a person can mend. */
export class DatabaseFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseFault'
  }
}

/** Applies migrations where the login may; elsewhere a migration step has done so, or there is nothing to start on. */
const bringUpToDate = async (url: string, log: Logger): Promise<void> => {
  if (await holdsOwnership(url)) {
    const applied = await migrate(url, folders.migrations)
    if (applied.length > 0) log.info({ applied }, 'migrated the database')
    return
  }
  const pending = await pendingMigrations(url, folders.migrations)
  if (pending.length > 0)
    throw new DatabaseFault(
      `The database lacks ${pending.length} migration(s), from ${pending[0]} on, and this login may not apply them. ` +
        'Run the migration step first, with the owner’s DATABASE_URL: npm start -- migrate.',
    )
}

/**
 * Opens what DATABASE_URL names, or starts the embedded PostgreSQL under DATA_DIR, and brings its tables up to date.
 * Throws DatabaseFault, EmbeddedError (AlreadyRunning among them) or MigrationError: their messages are for people.
 */
export const openDatabase = async (config: Config, log: Logger): Promise<Database> => {
  if (config.databaseUrl !== undefined) {
    await bringUpToDate(config.databaseUrl, log).catch((error: unknown) => {
      throw error instanceof Error && 'code' in error && !(error instanceof DatabaseFault)
        ? new DatabaseFault(
            `The database that DATABASE_URL names cannot be used: ${error.message}. See that the server runs, and that address, login and database in it are right.`,
            { cause: error },
          )
        : error
    })
    return { url: config.databaseUrl, embedded: undefined, close: async () => undefined }
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log, env: config.embedded })
  try {
    await bringUpToDate(embedded.url, log)
  } catch (error) {
    await embedded.stop()
    throw error
  }
  return { url: embedded.url, embedded, close: embedded.stop }
}
