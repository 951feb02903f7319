import type pg from 'pg'
import type { Tx } from '../transaction.js'

const moving = new WeakSet<Tx>()

/**
 * Serialises whoever changes rights, or anything else of a viewer, and tells every replica to look at its callers again:
 * called first in the transaction, it holds the one row until COMMIT.
 */
export const moveRights = async (tx: Tx): Promise<void> => {
  moving.add(tx)
  await tx.query('UPDATE rights_head SET version = version + 1')
}

/** How often rights have changed so far. */
export const readRightsVersion = async (pool: pg.Pool): Promise<number> => {
  const { rows } = await pool.query<{ version: number }>({
    name: 'read-rights-version',
    text: 'SELECT version::float8 AS version FROM rights_head',
  })
  return rows[0]?.version ?? 0
}

/** Calls back after each transaction on the pool that moved the rights, before whoever asked for it has an answer. */
export const onRightsMoved = (pool: pg.Pool, then: () => void): void => {
  pool.on('release', (_error, client) => {
    if (moving.delete(client)) then()
  })
}
