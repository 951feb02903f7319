import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { UnavailableError } from '../domain/errors.js'
import { isConflict, isTransient } from './database-error.js'
import { traced } from './traced.js'

/** A connection inside a transaction. */
export type Tx = pg.PoolClient

const ATTEMPTS = 5

const unavailable = (error: unknown) =>
  new UnavailableError('UNAVAILABLE', 'The database does not answer now, nothing was changed: try again.', error)

/** One attempt. Whatever fails before COMMIT is sent has changed nothing. */
const attempt = async <T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const tx = await pool.connect()
  let broken: unknown
  try {
    await tx.query('BEGIN')
    const result = await work(tx)
    let command: string
    try {
      command = (await tx.query('COMMIT')).command
    } catch (error) {
      broken = error
      // Sent, and no answer: PostgreSQL may have committed before it fell silent. Only the command's log can tell.
      if (isTransient(error))
        throw new UnavailableError(
          'OUTCOME_UNKNOWN',
          'The database fell silent while the command was being committed: repeat it with the same commandId to learn what became of it.',
          error,
        )
      throw error
    }
    // A transaction that an error has aborted answers ROLLBACK to COMMIT, without an error.
    if (command !== 'COMMIT') throw new Error(`COMMIT was answered with ${command}`)
    return result
  } catch (error) {
    if (broken === undefined) await tx.query('ROLLBACK').catch((failed: unknown) => (broken = failed))
    throw error
  } finally {
    // A connection in an unknown state is closed, never given to the next one.
    tx.release(broken !== undefined)
  }
}

const again = async <T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt(pool, work)
    } catch (error) {
      if (error instanceof UnavailableError) throw error
      if (isConflict(error) && tried < ATTEMPTS) await sleep(Math.random() * 20 * tried)
      else if (isConflict(error) || isTransient(error)) throw unavailable(error)
      else throw error
    }
  }
}

/**
 * Runs `work` in one READ COMMITTED transaction, again when PostgreSQL chose it as a conflict's victim. Throws
 * UnavailableError when the database is away or busy (UNAVAILABLE: nothing done) or fell silent during COMMIT
 * (OUTCOME_UNKNOWN). Traces show it as the transaction of that command.
 */
export const inTransaction = <T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>, command = ''): Promise<T> =>
  traced(`transaction ${command}`.trimEnd(), () => again(pool, work))
