import { readLogin } from '../../domain/person/login.js'
import { passwordFault } from '../../domain/person/password-policy.js'
import type { PersonViewer } from '../../domain/person/viewer.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { writeOwnDone } from '../audit/people-entries.js'
import { commonPasswords } from '../secret/common-passwords.js'
import { hashPassword } from '../secret/password-hash.js'
import { newTotp, sealTotp, spendCode, type TotpDeps } from '../secret/totp.js'
import { endSessionsOf } from '../session/end-session.js'
import { findCredentials, type Proof, type ProofDeps, proveIdentity } from '../session/prove-identity.js'
import { inTransaction } from '../transaction.js'
import { moveRights } from './rights-head.js'
import { loginTaken } from './taken.js'

type Self = Pick<PersonViewer, 'personId' | 'name' | 'by'>

/**
 * A session's owner proves once more who they are, before something that matters. Refusals: TOO_MANY_TRIES,
 * BAD_CREDENTIALS, CODE_REQUIRED.
 */
export const confirmIdentity = async (deps: ProofDeps, self: Self, proof: Proof): Promise<Result<object>> => {
  const own = await findCredentials(deps, 'id', self.personId)
  const proved = await proveIdentity(
    deps,
    own?.login ?? self.personId,
    proof,
    async () => own,
    async (tx) => {
      await tx.query('UPDATE session SET authenticated_at = now() WHERE id = $1', [self.by.id])
      return {}
    },
  )
  // What matters may be asked for on another gateway. By itself: others lock the rights before a person, never after.
  if (!proved.refusal) await inTransaction(deps.pool, moveRights)
  return proved
}

/**
 * Sets one's login and password; every other session of the person ends. Refusals: INVALID_LOGIN, WEAK_PASSWORD,
 * LOGIN_TAKEN.
 */
export const setPassword = async (
  deps: ProofDeps,
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
    if (set.rowCount !== 1) return { refusal: loginTaken }
    await tx.query(endSessionsOf, [self.personId, self.by.id])
    await writeOwnDone(tx, self.personId, 'PASSWORD_SET', { login: login.login })
    return {}
  })
}

const notSetUp = refusal('NOT_SET_UP', 'Authenticators need the setting TOTP_KEY: ask whoever runs the server.')

/** A new authenticator's secret and address; nothing is kept until a code of it is confirmed. Refusals: NOT_SET_UP. */
export const offerTotp = ({ totpKey }: TotpDeps, name: string): Result<ReturnType<typeof newTotp>> =>
  totpKey ? newTotp(name) : { refusal: notSetUp }

/**
 * Turns the authenticator on, or another one in its place, with its first code; other sessions end. Refusals:
 * BAD_CREDENTIALS, NOT_SET_UP.
 */
export const enableTotp = async (
  deps: ProofDeps,
  self: Self,
  { secret, code }: { readonly secret: string; readonly code: string },
): Promise<Result<object>> => {
  const { pool, totpKey } = deps
  const wrong = { refusal: refusal('BAD_CREDENTIALS', 'The code is wrong.') }
  if (!totpKey) return { refusal: notSetUp }
  if (!/^[A-Z2-7]{32,64}$/.test(secret)) return wrong
  const totpSecret = sealTotp(secret, self.personId, totpKey)
  return inTransaction(pool, async (tx) => {
    await moveRights(tx)
    await tx.query('UPDATE person SET totp_secret = $2, totp_last_step = NULL WHERE id = $1', [
      self.personId,
      totpSecret,
    ])
    const owner = { id: self.personId, totpSecret, totpLastStep: null }
    if (!(await spendCode(tx, deps, owner, code))) throw new WrongCode()
    await tx.query(endSessionsOf, [self.personId, self.by.id])
    await writeOwnDone(tx, self.personId, 'AUTHENTICATOR_ENABLED')
    return {}
  }).catch((error: unknown) => {
    if (error instanceof WrongCode) return wrong
    throw error
  })
}

/** Undoes the transaction: the authenticator of before stays. */
class WrongCode extends Error {}

/** Turns the authenticator off; other sessions end. Refusals: NOTHING_TO_DO. */
export const disableTotp = ({ pool }: Pick<ProofDeps, 'pool'>, self: Self): Promise<Result<object>> =>
  inTransaction(pool, async (tx) => {
    await moveRights(tx)
    const off = await tx.query(
      'UPDATE person SET totp_secret = NULL, totp_last_step = NULL WHERE id = $1 AND totp_secret IS NOT NULL',
      [self.personId],
    )
    if (off.rowCount !== 1) return { refusal: refusal('NOTHING_TO_DO', 'There is no authenticator.') }
    await tx.query(endSessionsOf, [self.personId, self.by.id])
    await writeOwnDone(tx, self.personId, 'AUTHENTICATOR_DISABLED')
    return {}
  })
