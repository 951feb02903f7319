import { generateSecret, generateURI } from 'otplib'
import { readLogin } from '../../domain/person/login.js'
import { passwordFault } from '../../domain/person/password-policy.js'
import type { PersonViewer } from '../../domain/person/viewer.js'
import { refusal, type Refusal, type Result } from '../../domain/refusal.js'
import { whenAvailable } from '../database-error.js'
import { commonPasswords } from '../secret/common-passwords.js'
import { hashPassword, isPassword } from '../secret/password-hash.js'
import { endSessionsOf } from '../session/end-session.js'
import { type SignInDeps, spendCode, tooMany } from '../session/sign-in.js'
import { inTransaction } from '../transaction.js'
import { moveRights } from './rights-head.js'

type Self = Pick<PersonViewer, 'personId' | 'name' | 'by'>

interface OwnRow {
  readonly login: string | null
  readonly passwordHash: string | null
  readonly totpSecret: string | null
  readonly totpLastStep: number | null
}

const readOwn = async ({ pool }: SignInDeps, personId: string): Promise<OwnRow> => {
  const { rows } = await whenAvailable(() =>
    pool.query<OwnRow>(
      `SELECT login, password_hash AS "passwordHash", totp_secret AS "totpSecret", totp_last_step::float8 AS "totpLastStep"
       FROM person WHERE id = $1`,
      [personId],
    ),
  )
  const [row] = rows
  if (!row) throw new Error('a person is never deleted')
  return row
}

export interface Proof {
  readonly password: string
  readonly code: string | null
  readonly address: string
}

/**
 * A session's owner proves once more who they are, before something that matters. Refusals: TOO_MANY_TRIES,
 * BAD_CREDENTIALS, CODE_REQUIRED.
 */
export const confirmIdentity = async (
  deps: SignInDeps,
  self: Self,
  { password, code, address }: Proof,
): Promise<Refusal | undefined> => {
  const own = await readOwn(deps, self.personId)
  const credential = { login: own.login ?? self.personId, address }
  const until = await whenAvailable(() => deps.throttle.try(credential))
  if (until !== undefined) return tooMany(until)
  if (!(await isPassword(own.passwordHash, password))) return refusal('BAD_CREDENTIALS', 'The password is wrong.')
  const { totpSecret, totpLastStep } = own
  if (totpSecret !== null && code === null) return refusal('CODE_REQUIRED', 'Enter the code of your authenticator too.')
  const done = await inTransaction(deps.pool, async (tx) => {
    // What matters may be asked for on another gateway.
    await moveRights(tx)
    if (totpSecret !== null && !(await spendCode(tx, self.personId, totpSecret, code ?? '', totpLastStep))) return false
    await tx.query('UPDATE session SET authenticated_at = now() WHERE id = $1', [self.by.id])
    return true
  })
  if (!done) return refusal('BAD_CREDENTIALS', 'The code is wrong or was used.')
  await deps.throttle.forget(credential)
  return undefined
}

/**
 * Sets one's login and password; every other session of the person ends. Refusals: INVALID_LOGIN, WEAK_PASSWORD,
 * NAME_TAKEN.
 */
export const setPassword = async (
  deps: SignInDeps,
  self: Self,
  call: { readonly login: string; readonly password: string },
): Promise<Result<object>> => {
  const login = readLogin(call.login)
  if ('fault' in login) return { refusal: refusal('INVALID_LOGIN', login.fault) }
  const weak = passwordFault(call.password, [self.name, login.login], commonPasswords)
  if (weak !== undefined) return { refusal: refusal('WEAK_PASSWORD', weak) }
  const passwordHash = await hashPassword(call.password)
  return inTransaction(deps.pool, async (tx) => {
    await moveRights(tx)
    const set = await tx.query(
      `UPDATE person p SET login = $2, password_hash = $3
       WHERE id = $1 AND NOT EXISTS (SELECT FROM person o WHERE o.login = $2 AND o.id <> p.id)`,
      [self.personId, login.login, passwordHash],
    )
    if (set.rowCount !== 1) return { refusal: refusal('NAME_TAKEN', 'Another person has this login.') }
    await tx.query(endSessionsOf, [self.personId, self.by.id])
    return {}
  })
}

/** A new authenticator's secret (Base32) and its `otpauth:` address; nothing is kept until a code of it is confirmed. */
export const offerTotp = (name: string): { readonly secret: string; readonly uri: string } => {
  const secret = generateSecret()
  return { secret, uri: generateURI({ issuer: 'WB Assistant', label: name, secret }) }
}

/** Turns the authenticator on with its first code; other sessions end. Refusals: BAD_CREDENTIALS. */
export const enableTotp = async (
  { pool }: SignInDeps,
  self: Self,
  { secret, code }: { readonly secret: string; readonly code: string },
): Promise<Result<object>> => {
  const wrong = { refusal: refusal('BAD_CREDENTIALS', 'The code is wrong.') }
  if (!/^[A-Z2-7]{32,64}$/.test(secret)) return wrong
  return inTransaction(pool, async (tx) => {
    await moveRights(tx)
    await tx.query('UPDATE person SET totp_secret = $2, totp_last_step = NULL WHERE id = $1', [self.personId, secret])
    if (!(await spendCode(tx, self.personId, secret, code, null))) throw new WrongCode()
    await tx.query(endSessionsOf, [self.personId, self.by.id])
    return {}
  }).catch((error: unknown) => {
    if (error instanceof WrongCode) return wrong
    throw error
  })
}

/** Undoes the transaction: the authenticator of before stays. */
class WrongCode extends Error {}
