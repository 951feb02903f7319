import type { StorageDeps } from '../deps.js'
import { moveRights } from '../person/rights-head.js'
import { inTransaction } from '../transaction.js'

/** Ends a person's session, on every replica within two seconds; false when there is none of this id. */
export const endSession = ({ pool }: Pick<StorageDeps, 'pool'>, personId: string, id: string): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    await moveRights(tx)
    const ended = await tx.query('DELETE FROM session WHERE id = $1 AND person_id = $2', [id, personId])
    return ended.rowCount === 1
  })

/** Ends every session of a person, save perhaps one: how many there were. Called where rights have moved already. */
export const endSessionsOf = `DELETE FROM session WHERE person_id = $1 AND id IS DISTINCT FROM $2::uuid`
