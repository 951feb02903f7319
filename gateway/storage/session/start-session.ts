import { v7 as uuid } from 'uuid'
import { newSecret } from '../secret/secret.js'
import type { Tx } from '../transaction.js'

/** A person's session ends this long after its start, and after this long without a request. */
export const SESSION_DAYS = 7
export const IDLE_HOURS = 8

/** A session that has just begun; the secret goes to the browser and is nowhere else. */
export interface NewSession {
  readonly id: string
  readonly secret: string
  readonly expiresAt: Date
}

/** Starts a session of a person who has just proved who they are. `agent` is what the browser calls itself. */
export const startSession = async (tx: Tx, personId: string, agent: string): Promise<NewSession> => {
  const { text, hash } = newSecret()
  const id = uuid()
  const { rows } = await tx.query<{ expiresAt: Date }>(
    `INSERT INTO session (id, secret_hash, person_id, agent, created_at, authenticated_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, $4, now(), now(), now(), now() + make_interval(days => ${SESSION_DAYS})) RETURNING expires_at AS "expiresAt"`,
    [id, hash, personId, agent.slice(0, 200)],
  )
  return { id, secret: text, expiresAt: rows[0]?.expiresAt ?? new Date() }
}
