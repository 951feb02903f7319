import type { Running } from './running-file.js'

/** Why the embedded database cannot be had; each code has one message that says what to do. */
export type EmbeddedFault =
  | 'NO_SERVER' // no PostgreSQL that runs here
  | 'NOT_WRITABLE' // the data folder cannot be made or written
  | 'NOT_A_CLUSTER' // the folder holds something else
  | 'OTHER_MAJOR' // the cluster is of another major version
  | 'NO_PASSWORD' // the cluster is there, its password file is not
  | 'START_FAILED' // initdb or postgres gave up
  | 'ALREADY_RUNNING' // a living process owns the folder

/** A fault of the embedded database that a person can act on: the message is written to be shown. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedFault
  constructor(code: EmbeddedFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EmbeddedError'
    this.code = code
  }
}

/** Another living process owns this data folder; `running` says which, and where it listens once that is known. */
export class AlreadyRunning extends EmbeddedError {
  readonly running: Running | undefined
  constructor(dataDir: string, running: Running | undefined) {
    super('ALREADY_RUNNING', `${dataDir} is in use by ${running ? describe(running) : 'another process'}.`)
    this.name = 'AlreadyRunning'
    this.running = running
  }
}

const describe = ({ pid, startedAt, url }: Running): string =>
  `process ${pid}, running since ${startedAt}${url === null ? '' : `, at ${url}`}`

/** The system's code of an error (`ENOENT`, `ECONNREFUSED`, a PostgreSQL SQLSTATE), when it has one. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
