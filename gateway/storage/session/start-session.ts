import { v7 as uuid } from 'uuid'
import { writeOwnDone } from '../audit/people-entries.js'
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

/** Who has just proved who they are, and how. */
export interface SignedIn {
  readonly personId: string
  /** What the browser calls itself. */
  readonly agent: string
  readonly by: 'PASSWORD' | 'LINK' | 'BADGE'
  /** The phone, for a badge: the session lasts a shift and ends with it. */
  readonly device?: { readonly id: string; readonly name: string }
}

/** Starts a session. */
export const startSession = async (tx: Tx, { personId, agent, by, device }: SignedIn): Promise<NewSession> => {
  const { text, hash } = newSecret()
  const id = uuid()
  const shownAgent = agent.slice(0, 200)
  const { rows } = await tx.query<{ expiresAt: Date }>(
    `INSERT INTO session (id, secret_hash, person_id, agent, device_id, created_at, authenticated_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now(), now(), now(), now() + make_interval(hours => $6)) RETURNING expires_at AS "expiresAt"`,
    [id, hash, personId, shownAgent, device?.id ?? null, device ? SHIFT_HOURS : SESSION_DAYS * 24],
  )
  await writeOwnDone(tx, personId, 'SIGNED_IN', { by, agent: shownAgent }, device?.name)
  return { id, secret: text, expiresAt: rows[0]?.expiresAt ?? new Date() }
}
