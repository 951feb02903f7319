import type { Tx } from '../transaction.js'

/**
 * Serialises whoever changes rights and tells every replica to look at its sockets again: called first in the
 * transaction, it holds the one row until COMMIT.
 */
export const moveRights = async (tx: Tx): Promise<void> => {
  await tx.query('UPDATE rights_head SET version = version + 1')
}
