import { SYSTEM_ACTOR } from '../../domain/decide-order-fact.js'
import { refusal, type Refusal, type Result } from '../../domain/refusal.js'
import { writeDone } from '../audit/people-entries.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { isPassword } from '../secret/password-hash.js'
import type { Locked, SignInThrottle } from '../secret/throttle.js'
import { spendCode, type TotpDeps } from '../secret/totp.js'
import { inTransaction, type Tx } from '../transaction.js'

export interface ProofDeps extends Pick<StorageDeps, 'pool'>, TotpDeps {
  readonly throttle: SignInThrottle
}

/** What is kept of a person's sign-in. */
export interface Credentials {
  readonly id: string
  readonly login: string | null
  readonly passwordHash: string | null
  readonly totpSecret: Buffer | null
  readonly totpLastStep: number | null
}

/** What somebody proves their identity with. */
export interface Proof {
  readonly password: string
  /** Six digits of the authenticator. */
  readonly code: string | null
  /** Where the try comes from: counted, never trusted. */
  readonly address: string
}

const wrong = refusal('BAD_CREDENTIALS', 'Login, password or code is wrong.')

/** The credentials of a person by id or login; undefined when there is none, or nobody lets them in. */
export const findCredentials = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  by: 'id' | 'login',
  value: string,
): Promise<Credentials | undefined> => {
  const { rows } = await whenAvailable(() =>
    pool.query<Credentials>({
      name: `find-credentials-by-${by}`,
      text: `SELECT id, login, password_hash AS "passwordHash", totp_secret AS "totpSecret", totp_last_step::float8 AS "totpLastStep"
             FROM person WHERE ${by} = $1 AND disabled_at IS NULL`,
      values: [value],
    }),
  )
  return rows[0]
}

/** The refusal of a try that is not looked at; the first one is told in the audit trail, whether or not the login is anybody's. */
const tooMany = async (
  { pool }: ProofDeps,
  { until, first }: Locked,
  login: string,
  address: string,
): Promise<Refusal> => {
  const retryAt = new Date(until).toISOString()
  if (first && login !== '')
    await inTransaction(pool, (tx) =>
      writeDone(tx, SYSTEM_ACTOR, [
        {
          warehouseId: null,
          action: 'SIGN_IN_LOCKED',
          subject: { kind: 'LOGIN', id: login },
          details: { address, until: retryAt },
        },
      ]),
    )
  return refusal('TOO_MANY_TRIES', 'Too many tries: wait.', { retryAt })
}

/**
 * Looks at a password, and at the code when there is an authenticator, as often as the throttle of the login lets it; `then`
 * runs in the transaction that spends the code. Without a person it takes as long and is wrong. Refusals: TOO_MANY_TRIES,
 * BAD_CREDENTIALS, CODE_REQUIRED (the password was right).
 */
export const proveIdentity = async <Success extends object>(
  deps: ProofDeps,
  login: string,
  { password, code, address }: Proof,
  find: () => Promise<Credentials | undefined>,
  then: (tx: Tx, personId: string) => Promise<Success>,
): Promise<Result<Success>> => {
  const { pool, throttle } = deps
  const locked = await whenAvailable(() => throttle.try({ login, address }))
  if (locked) return { refusal: await tooMany(deps, locked, login, address) }
  const person = await find()
  if (!(await isPassword(person?.passwordHash, password)) || !person) return { refusal: wrong }
  const { id, passwordHash, totpSecret, totpLastStep } = person
  // What was tried is not forgotten here: whoever has the password could try codes without end.
  if (totpSecret !== null && code === null)
    return { refusal: refusal('CODE_REQUIRED', 'Enter the code of your authenticator too.') }
  const done = await inTransaction(pool, async (tx) => {
    // Whoever was disabled or had the password changed while it was being looked at is not let in.
    const { rowCount } = await tx.query(
      'SELECT FROM person WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL FOR UPDATE',
      [id, passwordHash],
    )
    if (rowCount !== 1) return undefined
    if (totpSecret !== null && !(await spendCode(tx, deps, { id, totpSecret, totpLastStep }, code ?? '')))
      return undefined
    return then(tx, id)
  })
  if (!done) return { refusal: wrong }
  await throttle.forget({ login, address })
  return done
}
