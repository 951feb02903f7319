import { v7 as uuid } from 'uuid'
import { readLogin } from '../../domain/person/login.js'
import { readPersonName } from '../../domain/person/person-name.js'
import { passwordFault } from '../../domain/person/password-policy.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { writeOwnDone } from '../audit/people-entries.js'
import type { StorageDeps } from '../deps.js'
import { moveRights } from '../person/rights-head.js'
import { commonPasswords } from '../secret/common-passwords.js'
import { hashPassword } from '../secret/password-hash.js'
import { hashSecret, newSecret } from '../secret/secret.js'
import { inTransaction, type Tx } from '../transaction.js'
import { type NewSession, startSession } from './start-session.js'

type Deps = Pick<StorageDeps, 'pool'>

const badLink = refusal('BAD_LINK', 'This link was used, is too old, or is none: ask for a new one.')

/** Makes a link's secret for a person, or for whoever becomes the first administrator (null). It lives `minutes`. */
export const makeSignInLink = async (tx: Tx, personId: string | null, minutes: number): Promise<string> => {
  const { text, hash } = newSecret()
  await tx.query(
    `INSERT INTO sign_in_link (id, secret_hash, person_id, created_at, expires_at)
     VALUES ($1, $2, $3, now(), now() + make_interval(mins => $4))`,
    [uuid(), hash, personId, minutes],
  )
  return text
}

/**
 * Signs in with a link, which is spent with it; a demo person's opens as often as it is clicked while it lives.
 * Refusals: BAD_LINK.
 */
export const signInByLink = (
  { pool }: Deps,
  { secret, agent }: { readonly secret: string; readonly agent: string },
): Promise<Result<{ readonly session: NewSession }>> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string; personId: string; demo: boolean }>(
      `SELECT l.id, p.id AS "personId", p.demo FROM sign_in_link l JOIN person p ON p.id = l.person_id
       WHERE l.secret_hash = $1 AND l.expires_at > now() AND p.disabled_at IS NULL FOR UPDATE OF l`,
      [hashSecret(secret)],
    )
    const [link] = rows
    if (!link) return { refusal: badLink }
    if (!link.demo) await tx.query('DELETE FROM sign_in_link WHERE id = $1', [link.id])
    return { session: await startSession(tx, { personId: link.personId, agent, by: 'LINK' }) }
  })

export interface FirstAdmin {
  readonly secret: string
  readonly name: string
  readonly login: string
  readonly password: string
  readonly agent: string
}

/**
 * Makes the first administrator, with the link that the first start printed, and signs them in.
 * Refusals: BAD_LINK, INVALID_NAME, INVALID_LOGIN, WEAK_PASSWORD, NAME_TAKEN.
 */
export const createFirstAdmin = async (
  { pool }: Deps,
  call: FirstAdmin,
): Promise<Result<{ readonly session: NewSession }>> => {
  const name = readPersonName(call.name)
  if ('fault' in name) return { refusal: refusal('INVALID_NAME', name.fault) }
  const login = readLogin(call.login)
  if ('fault' in login) return { refusal: refusal('INVALID_LOGIN', login.fault) }
  const weak = passwordFault(call.password, [name.name, login.login], commonPasswords)
  if (weak !== undefined) return { refusal: refusal('WEAK_PASSWORD', weak) }
  const passwordHash = await hashPassword(call.password)
  return inTransaction(pool, async (tx) => {
    await moveRights(tx)
    const spent = await tx.query(
      'DELETE FROM sign_in_link WHERE secret_hash = $1 AND person_id IS NULL AND expires_at > now()',
      [hashSecret(call.secret)],
    )
    if (spent.rowCount !== 1) return { refusal: badLink }
    const id = uuid()
    const made = await tx.query(
      'INSERT INTO person (id, name, login, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [id, name.name, login.login, passwordHash],
    )
    // The link is not lost with it: the transaction answers, so nothing else was done; it is made good again.
    if (made.rowCount !== 1) throw new NameTaken()
    // There is one first administrator, whatever other gateways have printed.
    await tx.query('DELETE FROM sign_in_link WHERE person_id IS NULL')
    await tx.query(`INSERT INTO role_grant (id, person_id, role) VALUES ($1, $2, 'ADMIN')`, [uuid(), id])
    await writeOwnDone(tx, id, 'PERSON_CREATED', { roles: ['ADMIN'] })
    return { session: await startSession(tx, { personId: id, agent: call.agent, by: 'LINK' }) }
  }).catch((error: unknown) => {
    if (error instanceof NameTaken) return { refusal: refusal('NAME_TAKEN', 'Another person has this name or login.') }
    throw error
  })
}

/** Rolls the transaction back: the link stays good for another try. */
class NameTaken extends Error {}

/** How long a link makes the first administrator, minutes; there is always another one to be had. */
export const FIRST_ADMIN_MINUTES = 60

/** A link for the first administrator while there is none; undefined once somebody is. Those of other gateways stay good. */
export const makeFirstAdminLink = ({ pool }: Deps, minutes: number): Promise<string | undefined> =>
  inTransaction(pool, async (tx) => {
    await moveRights(tx)
    const { rows } = await tx.query(
      `SELECT FROM role_grant g JOIN person p ON p.id = g.person_id WHERE g.role = 'ADMIN' AND NOT p.demo LIMIT 1`,
    )
    if (rows.length > 0) return undefined
    return makeSignInLink(tx, null, minutes)
  })
