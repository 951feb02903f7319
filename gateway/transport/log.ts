import { destination, type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from '../config.js'

export type { Logger }

/** What the code that only reports a fault needs of a log. */
export interface ErrorLog {
  readonly error: (fields: object, message: string) => void
}

const secret = ['authorization', 'cookie', 'set-cookie', 'password', 'databaseUrl', 'connectionString']

/** The process's log: JSON lines on standard output, secrets cut out wherever an object brings them. */
export const createLog = (
  level: Config['logLevel'],
  to: DestinationStream = destination({ fd: 1, sync: true }),
): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: secret.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]),
        censor: '[redacted]',
      },
    },
    to,
  )
