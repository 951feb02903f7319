import { verify as verifyCode } from 'otplib'
import { readLogin } from '../../domain/person/login.js'
import { refusal, type Refusal, type Result } from '../../domain/refusal.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { isPassword } from '../secret/password-hash.js'
import type { SignInThrottle } from '../secret/throttle.js'
import { inTransaction, type Tx } from '../transaction.js'
import { type NewSession, startSession } from './start-session.js'

export interface SignInDeps extends Pick<StorageDeps, 'pool'> {
  readonly throttle: SignInThrottle
}

export interface SignIn {
  readonly login: string
  readonly password: string
  /** Six digits of the authenticator. */
  readonly code: string | null
  /** Where the try comes from: counted, never trusted. */
  readonly address: string
  readonly agent: string
}

interface Credentials {
  readonly id: string
  readonly passwordHash: string | null
  readonly totpSecret: string | null
  readonly totpLastStep: number | null
}

const wrong = refusal('BAD_CREDENTIALS', 'Login, password or code is wrong.')

/** The refusal of a try that is not looked at before then (ms). */
export const tooMany = (until: number): Refusal =>
  refusal('TOO_MANY_TRIES', 'Too many tries: wait.', { retryAt: new Date(until).toISOString() })

/** Takes a code once: the step it stands for and those before it are spent with it. */
export const spendCode = async (tx: Tx, personId: string, secret: string, code: string, lastStep: number | null) => {
  if (!/^\d{6}$/.test(code)) return false
  // A clock may be half a minute off.
  const checked = await verifyCode({
    secret,
    token: code,
    epochTolerance: 30,
    ...(lastStep !== null && { afterTimeStep: lastStep }),
  })
  if (!checked.valid || !('timeStep' in checked)) return false
  const spent = await tx.query(
    'UPDATE person SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)',
    [personId, checked.timeStep],
  )
  return spent.rowCount === 1
}

const find = async (pool: StorageDeps['pool'], login: string): Promise<Credentials | undefined> => {
  const { rows } = await whenAvailable(() =>
    pool.query<Credentials>({
      name: 'find-credentials',
      text: `SELECT id, password_hash AS "passwordHash", totp_secret AS "totpSecret", totp_last_step::float8 AS "totpLastStep"
             FROM person WHERE login = $1 AND disabled_at IS NULL`,
      values: [login],
    }),
  )
  return rows[0]
}

/**
 * Signs a person in with login and password, and the code when they have an authenticator. Unknown logins get the same
 * answer after the same work. Refusals: TOO_MANY_TRIES, BAD_CREDENTIALS, CODE_REQUIRED (the password was right).
 */
export const signIn = async (
  { pool, throttle }: SignInDeps,
  { login: given, password, code, address, agent }: SignIn,
): Promise<Result<{ readonly session: NewSession }>> => {
  const read = readLogin(given)
  const login = 'fault' in read ? '' : read.login
  const until = await whenAvailable(() => throttle.try({ login, address }))
  if (until !== undefined) return { refusal: tooMany(until) }
  const person = login === '' ? undefined : await find(pool, login)
  if (!(await isPassword(person?.passwordHash, password)) || !person) return { refusal: wrong }
  const { totpSecret, totpLastStep } = person
  // What was tried is not forgotten here: whoever has the password could try codes without end.
  if (totpSecret !== null && code === null)
    return { refusal: refusal('CODE_REQUIRED', 'Enter the code of your authenticator too.') }
  const session = await inTransaction(pool, async (tx) => {
    // Whoever was disabled or had the password changed while it was being looked at is not let in.
    const { rowCount } = await tx.query(
      'SELECT FROM person WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL FOR UPDATE',
      [person.id, person.passwordHash],
    )
    if (rowCount !== 1) return undefined
    if (totpSecret !== null && !(await spendCode(tx, person.id, totpSecret, code ?? '', totpLastStep))) return undefined
    return startSession(tx, person.id, agent)
  })
  if (!session) return { refusal: wrong }
  await throttle.forget({ login, address })
  return { session }
}
