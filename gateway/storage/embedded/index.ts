// The embedded PostgreSQL: a real server below DATA_DIR, for an installation that was given no DATABASE_URL.
export type { EmbeddedEnv } from './binaries.js'
export { AlreadyRunning, EmbeddedError, type EmbeddedFault } from './errors.js'
export { runningDatabase } from './running-database.js'
export type { Running } from './running-file.js'
export { startEmbedded, type Embedded, type EmbeddedOptions } from './start.js'
export type { EmbeddedLog, EmbeddedState } from './supervisor.js'
