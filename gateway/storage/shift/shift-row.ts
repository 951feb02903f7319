import type { PublicShift } from '../../domain/shift.js'
import { IDLE_HOURS } from '../session/start-session.js'
import type { Tx } from '../transaction.js'

/** Columns of a shift `s` in its public form. */
export const shiftColumns = `s.id, s.warehouse_id AS "warehouseId", s.person, s.device, iso(s.started_at) AS "startedAt",
  iso(s.ends_at) AS "endsAt", iso(s.ended_at) AS "endedAt"`

/** The condition of a shift `s` whose time is over, or that of the session which it was begun in. */
export const shiftIsOver = `s.ends_at <= clock_timestamp() OR (s.session_id IS NOT NULL AND NOT EXISTS (SELECT FROM session e
  WHERE e.id = s.session_id AND e.expires_at > now() AND e.last_seen_at > now() - interval '${IDLE_HOURS} hours'))`

/** A shift that nobody has ended, and whether it is to be. */
export interface OpenShift extends PublicShift {
  readonly over: boolean
}

/** The open shift of a person, locked until the transaction ends: nobody else ends it meanwhile. */
export const lockShift = async (tx: Tx, person: string): Promise<OpenShift | undefined> => {
  const { rows } = await tx.query<OpenShift>({
    name: 'lock-shift',
    text: `SELECT ${shiftColumns}, ${shiftIsOver} AS over FROM shift s WHERE s.person = $1 AND s.ended_at IS NULL FOR UPDATE`,
    values: [person],
  })
  return rows[0]
}
