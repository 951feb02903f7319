import { v7 as uuid } from 'uuid'
import type { Rights } from '../../domain/person/rights.js'
import type { PersonViewer } from '../../domain/person/viewer.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { writeDone } from '../audit/people-entries.js'
import type { StorageDeps } from '../deps.js'
import { newSecret } from '../secret/secret.js'
import { inTransaction } from '../transaction.js'
import { isUuid } from '../uuid.js'

/** How long the acts of a journal are done when they are delivered, days. */
export const GRANT_DAYS = 7
/** Journals of a person whose grants are not over. */
const MOST = 100

/** A journal as whoever keeps it sees it. */
export interface PublicJournal {
  readonly id: string
  readonly epoch: number
  readonly warehouseId: string
  /** Name of whose acts they are. */
  readonly person: string
  readonly device: string | null
  readonly grantExpiresAt: Date
}

/** A journal that was just opened; the grant goes to the device and is nowhere else. */
export interface NewJournal {
  readonly journal: PublicJournal
  readonly grant: string
}

/**
 * Opens a journal of whoever is signed in, on the device of their session. Refusals: NOT_ALLOWED (a token),
 * UNKNOWN_WAREHOUSE, TOO_MANY.
 */
export const openJournal = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  { by, personId, name }: PersonViewer,
  rights: Rights,
  warehouseId: string,
): Promise<Result<NewJournal>> => {
  if (by.kind !== 'SESSION')
    return {
      refusal: refusal('NOT_ALLOWED', 'A token sends its commands at once: journals are for devices of people.'),
    }
  if (!isUuid(warehouseId) || !rights.may('READ_ORDERS', warehouseId))
    return { refusal: refusal('UNKNOWN_WAREHOUSE', 'There is no such warehouse.') }
  const { text: grant, hash } = newSecret()
  return inTransaction<Result<NewJournal>>(pool, async (tx) => {
    // Whoever opens one for the same person meanwhile waits: epochs are counted, and the bound holds.
    await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const live = await tx.query('SELECT FROM journal WHERE person_id = $1 AND grant_expires_at > now() LIMIT $2', [
      personId,
      MOST,
    ])
    if (live.rowCount === MOST)
      return { refusal: refusal('TOO_MANY', `A person has at most ${MOST} journals in ${GRANT_DAYS} days.`) }
    const { rows } = await tx.query<Omit<PublicJournal, 'person'>>(
      `INSERT INTO journal (id, person_id, warehouse_id, device_id, device, epoch, grant_hash, grant_expires_at, created_at)
       SELECT $1, s.person_id, $3, d.id, d.name,
         1 + coalesce((SELECT max(j.epoch) FROM journal j WHERE j.person_id = s.person_id AND j.device_id IS NOT DISTINCT FROM d.id), 0),
         $4, now() + interval '${GRANT_DAYS} days', now()
       FROM session s LEFT JOIN device d ON d.id = s.device_id WHERE s.id = $2
       RETURNING id, epoch, warehouse_id AS "warehouseId", device, grant_expires_at AS "grantExpiresAt"`,
      [uuid(), by.id, warehouseId, hash],
    )
    const [journal] = rows
    if (!journal) return { refusal: refusal('NOT_ALLOWED', 'The session is over: sign in again.') }
    const subject = { kind: 'JOURNAL', id: journal.id } as const
    const details = { name, epoch: journal.epoch }
    await writeDone(
      tx,
      name,
      [{ warehouseId: journal.warehouseId, action: 'JOURNAL_OPENED', subject, details }],
      journal.device,
    )
    return { journal: { ...journal, person: name }, grant }
  })
}
