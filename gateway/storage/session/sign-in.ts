import { readLogin } from '../../domain/person/login.js'
import type { Result } from '../../domain/refusal.js'
import { findCredentials, type Proof, type ProofDeps, proveIdentity } from './prove-identity.js'
import { type NewSession, startSession } from './start-session.js'

export interface SignIn extends Proof {
  readonly login: string
  readonly agent: string
}

/**
 * Signs a person in with login and password, and the code when they have an authenticator. Unknown logins get the same
 * answer after the same work. Refusals: TOO_MANY_TRIES, BAD_CREDENTIALS, CODE_REQUIRED (the password was right).
 */
export const signIn = (
  deps: ProofDeps,
  { login: given, agent, ...proof }: SignIn,
): Promise<Result<{ readonly session: NewSession }>> => {
  const read = readLogin(given)
  const login = 'fault' in read ? '' : read.login
  const find = async () => (login === '' ? undefined : findCredentials(deps, 'login', login))
  return proveIdentity(deps, login, proof, find, async (tx, personId) => ({
    session: await startSession(tx, { personId, agent, by: 'PASSWORD' }),
  }))
}
