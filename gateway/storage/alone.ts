import { whenAvailable } from './database-error.js'
import type { StorageDeps } from './deps.js'

/**
 * Runs something unless another process is at it: an advisory lock of the session says so. Undefined when it was left to
 * the other. The lock goes with its connection, so a killed process leaves none behind.
 */
export const alone = async <T>(
  { pool }: Pick<StorageDeps, 'pool'>,
  name: string,
  run: () => Promise<T>,
): Promise<T | undefined> =>
  whenAvailable(async () => {
    const holder = await pool.connect()
    let failed = true
    try {
      const { rows } = await holder.query<{ mine: boolean }>(
        `SELECT pg_try_advisory_lock(hashtext('wb-assistant'), hashtext($1)) AS mine`,
        [name],
      )
      const result = rows[0]?.mine ? await run() : undefined
      if (rows[0]?.mine) await holder.query(`SELECT pg_advisory_unlock(hashtext('wb-assistant'), hashtext($1))`, [name])
      failed = false
      return result
    } finally {
      // With the connection closed the lock is gone, whatever went wrong.
      holder.release(failed)
    }
  })
