import { randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { readName } from '../../domain/name.js'
import type { Rights } from '../../domain/person/rights.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { writeDone } from '../audit/people-entries.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { hashSecret, newSecret } from '../secret/secret.js'
import type { PairingThrottle } from '../secret/throttle.js'
import { inTransaction, type Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { DEVICE_DAYS, deviceColumns, type DeviceKind, type PublicDevice } from './device-row.js'

export interface PairingDeps extends Pick<StorageDeps, 'pool'> {
  readonly pairings: PairingThrottle
}

/** How long a code is good, and how long a device waits before it asks again. */
export const PAIRING_MINUTES = 10
export const ASK_SECONDS = 5

// Consonants that look like nothing else and make no words (RFC 8628, 6.1): 20^8 codes.
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ'
const newUserCode = () => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** A code as people type it: with or without the hyphen, in any case. */
const readUserCode = (text: string) => text.toUpperCase().replaceAll(/[^A-Z]/g, '')

/** What a device that wants to be let in is told. */
export interface StartedPairing {
  /** Stays on the device. */
  readonly deviceCode: string
  /** Shown to people, `BCDF-GHJK`. */
  readonly userCode: string
  readonly expiresAt: Date
  readonly intervalSeconds: number
}

/** Codes that nobody else has now, good for so long. */
const begin = async (tx: Tx, kind: DeviceKind, minutes: number) => {
  const { text: deviceCode, hash } = newSecret()
  for (;;) {
    const userCode = newUserCode()
    const { rows } = await tx.query<{ id: string; expiresAt: Date }>(
      `INSERT INTO pairing (id, kind, device_code_hash, user_code, created_at, expires_at)
       VALUES ($1, $2, $3, $4, now(), now() + make_interval(mins => $5))
       ON CONFLICT (user_code) DO NOTHING RETURNING id, expires_at AS "expiresAt"`,
      [uuid(), kind, hash, userCode, minutes],
    )
    const [made] = rows
    if (made) return { ...made, deviceCode, userCode }
  }
}

/** A device begins to wait for a manager. Refusals: TOO_MANY_TRIES. */
export const startPairing = async (
  { pool, pairings }: PairingDeps,
  { kind, address }: { readonly kind: DeviceKind; readonly address: string },
): Promise<Result<StartedPairing>> => {
  const until = await whenAvailable(() => pairings.start(address))
  if (until !== undefined)
    return { refusal: refusal('TOO_MANY_TRIES', 'Too many new devices from here: wait.', { retryAt: until }) }
  const { deviceCode, userCode, expiresAt } = await inTransaction(pool, (tx) => begin(tx, kind, PAIRING_MINUTES))
  return {
    deviceCode,
    userCode: `${userCode.slice(0, 4)}-${userCode.slice(4)}`,
    expiresAt,
    intervalSeconds: ASK_SECONDS,
  }
}

/**
 * A pairing of a board that nobody has to approve any more: its device code lets a browser in, as often as it is
 * opened while it lives when the approver is of the demo, else once.
 */
export const makeApprovedPairing = async (
  tx: Tx,
  call: { readonly name: string; readonly warehouseId: string; readonly personId: string; readonly minutes: number },
): Promise<string> => {
  const { id, deviceCode } = await begin(tx, 'BOARD', call.minutes)
  const { name, warehouseId, personId } = call
  await tx.query('UPDATE pairing SET name = $2, warehouse_id = $3, approved_by = $4 WHERE id = $1', [
    id,
    name,
    warehouseId,
    personId,
  ])
  return deviceCode
}

export interface ApprovePairing {
  readonly userCode: string
  /** What the device is called from now on. */
  readonly name: string
  readonly warehouseId: string
  readonly personId: string
  readonly rights: Rights
}

/**
 * A manager lets the device in that shows the code. Refusals: TOO_MANY_TRIES, INVALID_NAME, UNKNOWN_WAREHOUSE, BAD_CODE
 * (none, used or too old).
 */
export const approvePairing = async (
  { pool, pairings }: PairingDeps,
  call: ApprovePairing,
): Promise<Result<{ readonly kind: DeviceKind }>> => {
  const name = readName(call.name)
  if ('fault' in name) return { refusal: refusal('INVALID_NAME', name.fault) }
  if (!isUuid(call.warehouseId) || !call.rights.may('ADMIT_DEVICES', call.warehouseId))
    return { refusal: refusal('UNKNOWN_WAREHOUSE', 'There is no such warehouse.') }
  const until = await whenAvailable(() => pairings.approve(call.personId))
  if (until !== undefined)
    return { refusal: refusal('TOO_MANY_TRIES', 'Too many codes tried: wait.', { retryAt: until }) }
  const { rows } = await whenAvailable(() =>
    pool.query<{ kind: DeviceKind }>(
      `UPDATE pairing SET name = $2, warehouse_id = w.id, approved_by = $4 FROM warehouse w
       WHERE user_code = $1 AND approved_by IS NULL AND expires_at > now() AND w.id = $3 RETURNING kind`,
      [readUserCode(call.userCode), name.name, call.warehouseId, call.personId],
    ),
  )
  const [approved] = rows
  return approved ?? { refusal: refusal('BAD_CODE', 'No device shows this code now: look at it again.') }
}

/** A device that has just been let in; the secret goes to it and is nowhere else. */
export interface NewDevice {
  readonly device: PublicDevice
  readonly secret: string
}

interface Waiting {
  readonly id: string
  readonly approved: boolean
  readonly tooSoon: boolean
}

/** The waiting device asks whether it is let in. Refusals: PAIRING_PENDING, SLOW_DOWN, BAD_CODE (begin again). */
export const finishPairing = ({ pool }: Pick<StorageDeps, 'pool'>, deviceCode: string): Promise<Result<NewDevice>> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<Waiting>(
      `SELECT id, approved_by IS NOT NULL AS approved, coalesce(asked_at > now() - interval '${ASK_SECONDS - 1} seconds', false) AS "tooSoon"
       FROM pairing WHERE device_code_hash = $1 AND expires_at > now() FOR UPDATE`,
      [hashSecret(deviceCode)],
    )
    const [waiting] = rows
    if (!waiting) return { refusal: refusal('BAD_CODE', 'The code was used or is too old: begin again.') }
    await tx.query('UPDATE pairing SET asked_at = now() WHERE id = $1', [waiting.id])
    if (waiting.tooSoon) return { refusal: refusal('SLOW_DOWN', `Ask every ${ASK_SECONDS} seconds.`) }
    if (!waiting.approved) return { refusal: refusal('PAIRING_PENDING', 'Nobody has let this device in yet.') }
    const { text: secret, hash } = newSecret()
    const made = await tx.query<PublicDevice>(
      // A demo's opens again while it lives, as its links do.
      `WITH taken AS (SELECT kind, name, warehouse_id, approved_by FROM pairing WHERE id = $1),
       spent AS (DELETE FROM pairing q USING person p WHERE q.id = $1 AND p.id = q.approved_by AND NOT p.demo),
       d AS (INSERT INTO device (id, kind, name, warehouse_id, secret_hash, approved_by, created_at, last_seen_at, expires_at)
             SELECT $2, kind, name, warehouse_id, $3, approved_by, now(), now(), now() + interval '${DEVICE_DAYS} days' FROM taken
             RETURNING *)
       SELECT ${deviceColumns} FROM d JOIN person p ON p.id = d.approved_by`,
      [waiting.id, uuid(), hash],
    )
    const [device] = made.rows
    if (!device) throw new Error('a locked pairing vanished')
    const { id, kind, name, warehouseId } = device
    const subject = { kind: 'DEVICE', id } as const
    await writeDone(tx, device.approvedBy, [
      { warehouseId, action: 'DEVICE_ADMITTED', subject, details: { kind, name } },
    ])
    return { device, secret }
  })
