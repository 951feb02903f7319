import type { PersonViewer } from '../../domain/person/viewer.js'
import { writeOwnDone } from '../audit/people-entries.js'
import type { StorageDeps } from '../deps.js'
import { moveRights } from '../person/rights-head.js'
import { inTransaction } from '../transaction.js'
import { isUuid } from '../uuid.js'

/**
 * Ends a session of a person who is signed in with `self`, that one or another, on every replica within two seconds; false
 * when there is none of this id.
 */
export const endSession = (
  { pool }: Pick<StorageDeps, 'pool'>,
  { personId, by: self }: Pick<PersonViewer, 'personId' | 'by'>,
  id: string,
): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    if (!isUuid(id)) return false
    await moveRights(tx)
    const { rows } = await tx.query<{ agent: string }>(
      'DELETE FROM session WHERE id = $1 AND person_id = $2 RETURNING agent',
      [id, personId],
    )
    const [ended] = rows
    if (!ended) return false
    await writeOwnDone(tx, personId, id === self.id ? 'SIGNED_OUT' : 'SESSION_ENDED', ended)
    return true
  })

/** Ends every session of a person, save perhaps one: how many there were. Called where rights have moved already. */
export const endSessionsOf = `DELETE FROM session WHERE person_id = $1 AND id IS DISTINCT FROM $2::uuid`
