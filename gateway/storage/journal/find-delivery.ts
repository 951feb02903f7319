import type { Viewer } from '../../domain/person/viewer.js'
import { refusal, type Refusal } from '../../domain/refusal.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { liveDevice } from '../device/device-row.js'
import { hashSecret } from '../secret/secret.js'
import { isUuid } from '../uuid.js'

/** Who brings a journal, and with what proof. */
export interface Carrier {
  readonly viewer: Viewer | undefined
  /** What the browser's device cookie says. */
  readonly deviceSecret: string | undefined
}

/** A journal that may be delivered by whoever calls. */
export interface Delivery {
  readonly journalId: string
  /** Who brings it, when that is not its person: somebody else, or nobody (null). */
  readonly broughtBy: string | null | undefined
}

interface Row {
  readonly personId: string
  readonly ofDevice: boolean
  readonly deviceLives: boolean
  readonly isDevice: boolean
}

const badGrant = refusal('BAD_GRANT', 'There is no such journal, or its grant is another: open a new journal.')

/**
 * The journal that a grant opens, for its own device or its own person. One whose device was taken out may be brought by
 * whoever has the grant: its acts are parked anyway. Refusals: BAD_GRANT, DEVICE_REQUIRED.
 */
export const findDelivery = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  { viewer, deviceSecret }: Carrier,
  journalId: string,
  grant: string,
): Promise<Delivery | Refusal> => {
  if (!isUuid(journalId)) return badGrant
  const { rows } = await whenAvailable(() =>
    pool.query<Row>({
      name: 'find-journal',
      text: `SELECT j.person_id AS "personId", j.device_id IS NOT NULL AS "ofDevice", d.id IS NOT NULL AS "deviceLives",
               coalesce(d.secret_hash = $3, false) AS "isDevice"
             FROM journal j LEFT JOIN device d ON d.id = j.device_id AND ${liveDevice}
             WHERE j.id = $1 AND j.grant_hash = $2`,
      values: [journalId, hashSecret(grant), deviceSecret === undefined ? null : hashSecret(deviceSecret)],
    }),
  )
  const [journal] = rows
  if (!journal) return badGrant
  const person = viewer?.kind === 'PERSON' && viewer.by.kind === 'SESSION' ? viewer : undefined
  const isOwn = person?.personId === journal.personId
  const removed = journal.ofDevice && !journal.deviceLives
  if (!isOwn && !journal.isDevice && !removed)
    return refusal('DEVICE_REQUIRED', 'Deliver it from its own device, or signed in as its person.')
  return { journalId, broughtBy: isOwn ? undefined : (person?.name ?? null) }
}
