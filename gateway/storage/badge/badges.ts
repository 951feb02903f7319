import { randomBytes, randomInt } from 'node:crypto'
import { refusal, type Result } from '../../domain/refusal.js'
import { writeOwnDone, writePersonDone } from '../audit/people-entries.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { liveDevice } from '../device/device-row.js'
import { isRefusal, manageable, type Managing } from '../person/manageable.js'
import { moveRights } from '../person/rights-head.js'
import { hashPin, isPin } from '../secret/password-hash.js'
import { hashSecret } from '../secret/secret.js'
import { type NewSession, startSession } from '../session/start-session.js'
import { inTransaction } from '../transaction.js'

export interface BadgeDeps extends Pick<StorageDeps, 'pool'> {
  /** Kept outside of the database: without it a stolen copy would give every PIN away. Undefined: badges are off. */
  readonly pinPepper: Buffer | undefined
}

/** Wrong PINs in a row that lock a badge. */
const MOST_WRONG = 5

const badgePattern = /^wbab_[\w-]{22}$/

const notSetUp = refusal('NOT_SET_UP', 'Badges need the setting PIN_PEPPER: ask whoever runs the server.')

/**
 * Makes a person's badge, with a PIN; the old one is void. Both texts are in this answer and nowhere else.
 * Refusals: NOT_SET_UP, UNKNOWN_PERSON.
 */
export const issueBadge = async (
  { pool, pinPepper }: BadgeDeps,
  by: Managing,
  personId: string,
): Promise<Result<{ readonly badge: string; readonly pin: string }>> => {
  if (!pinPepper) return { refusal: notSetUp }
  // 128 bits, so that a plain hash is enough (ASVS 5.0, 6.5.2).
  const badge = `wbab_${randomBytes(16).toString('base64url')}`
  const pin = String(randomInt(1_000_000)).padStart(6, '0')
  const pinHash = await hashPin(pin, pinPepper)
  return inTransaction(pool, async (tx) => {
    await moveRights(tx)
    const person = await manageable(tx, by, personId)
    if (isRefusal(person)) return { refusal: person }
    await tx.query(
      `INSERT INTO badge (person_id, secret_hash, pin_hash, created_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (person_id) DO UPDATE SET secret_hash = excluded.secret_hash, pin_hash = excluded.pin_hash, wrong_pins = 0, created_at = now()`,
      [person.id, hashSecret(badge), pinHash],
    )
    // Whoever works with the old badge proves anew who they are.
    await tx.query('DELETE FROM session WHERE person_id = $1 AND device_id IS NOT NULL', [person.id])
    await writePersonDone(tx, by.name, { action: 'BADGE_ISSUED', person, grants: person.grants })
    return { badge, pin }
  })
}

export interface SignInWithBadge {
  readonly badge: string
  readonly pin: string
  /** The phone's secret; badges open nothing elsewhere. */
  readonly deviceSecret: string | undefined
  readonly agent: string
}

interface Held {
  readonly personId: string
  readonly pinHash: string
  readonly wrongPins: number
  readonly deviceId: string
  readonly deviceName: string
}

const wrong = refusal('BAD_CREDENTIALS', 'The badge or the PIN is wrong.')
const locked = refusal('BADGE_LOCKED', 'Too many wrong PINs: a manager must issue a new badge.')

/**
 * Signs a person in on a phone that was let in, in a warehouse where they have a role. Refusals: NOT_SET_UP,
 * DEVICE_REQUIRED, BAD_CREDENTIALS, BADGE_LOCKED.
 */
export const signInWithBadge = async (
  { pool, pinPepper }: BadgeDeps,
  { badge, pin, deviceSecret, agent }: SignInWithBadge,
): Promise<Result<{ readonly session: NewSession }>> => {
  if (!pinPepper) return { refusal: notSetUp }
  if (deviceSecret === undefined)
    return { refusal: refusal('DEVICE_REQUIRED', 'Badges open phones that a manager has let in.') }
  const { rows } = await whenAvailable(() =>
    pool.query<Held>({
      name: 'find-badge',
      text: `SELECT b.person_id AS "personId", b.pin_hash AS "pinHash", b.wrong_pins AS "wrongPins", d.id AS "deviceId", d.name AS "deviceName"
             FROM badge b JOIN person p ON p.id = b.person_id CROSS JOIN device d
             WHERE b.secret_hash = $1 AND p.disabled_at IS NULL AND d.secret_hash = $2 AND d.kind = 'PHONE' AND ${liveDevice}
               AND EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id AND coalesce(g.warehouse_id, d.warehouse_id) = d.warehouse_id)`,
      values: [hashSecret(badge), hashSecret(deviceSecret)],
    }),
  )
  const [held] = badgePattern.test(badge) ? rows : []
  if (held && held.wrongPins >= MOST_WRONG) return { refusal: locked }
  // Counted before it is looked at: tries side by side are no more than tries one after the other.
  const counted = held
    ? await whenAvailable(() =>
        pool.query<{ wrongPins: number }>(
          `UPDATE badge SET wrong_pins = wrong_pins + 1 WHERE person_id = $1 AND pin_hash = $2 AND wrong_pins < ${MOST_WRONG}
           RETURNING wrong_pins AS "wrongPins"`,
          [held.personId, held.pinHash],
        ),
      )
    : undefined
  const right = await isPin(held?.pinHash, pin, pinPepper)
  if (held && !right && counted?.rows[0]?.wrongPins === MOST_WRONG)
    await inTransaction(pool, (tx) => writeOwnDone(tx, held.personId, 'BADGE_LOCKED', {}, held.deviceName))
  if (!held || !right || counted?.rowCount !== 1) return { refusal: wrong }
  const session = await inTransaction(pool, async (tx) => {
    const same = await tx.query('UPDATE badge SET wrong_pins = 0 WHERE person_id = $1 AND pin_hash = $2', [
      held.personId,
      held.pinHash,
    ])
    // Issued anew while the PIN was being looked at.
    if (same.rowCount !== 1) return undefined
    const { personId, deviceId: id, deviceName: name } = held
    // A phone that is worked with stays let in.
    await tx.query('UPDATE device SET last_seen_at = now() WHERE id = $1', [id])
    return startSession(tx, { personId, agent, by: 'BADGE', device: { id, name } })
  })
  return session ? { session } : { refusal: wrong }
}
