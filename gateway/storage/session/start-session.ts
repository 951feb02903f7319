import { v7 as uuid } from 'uuid'
import { newSecret } from '../secret/secret.js'
import type { Tx } from '../transaction.js'

/** A person's session ends this long after its start, and after this long without a request. */
export const SESSION_DAYS = 7
export const IDLE_HOURS = 8

/** One that a badge began lasts a shift. */
const SHIFT_HOURS = 12

/** A session that has just begun; the secret goes to the browser and is nowhere else. */
export interface NewSession {
  readonly id: string
  readonly secret: string
  readonly expiresAt: Date
}

/**
 * Starts a session of a person who has just proved who they are. `agent` is what the browser calls itself; with a
 * device it lasts a shift and ends with the device.
 */
export const startSession = async (
  tx: Tx,
  personId: string,
  agent: string,
  deviceId: string | null = null,
): Promise<NewSession> => {
  const { text, hash } = newSecret()
  const id = uuid()
  const { rows } = await tx.query<{ expiresAt: Date }>(
    `INSERT INTO session (id, secret_hash, person_id, agent, device_id, created_at, authenticated_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now(), now(), now(), now() + make_interval(hours => $6)) RETURNING expires_at AS "expiresAt"`,
    [id, hash, personId, agent.slice(0, 200), deviceId, deviceId === null ? SESSION_DAYS * 24 : SHIFT_HOURS],
  )
  return { id, secret: text, expiresAt: rows[0]?.expiresAt ?? new Date() }
}
