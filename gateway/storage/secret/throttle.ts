import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { hashSecret } from './secret.js'

/** Counts tries of a credential, for all replicas together; asked inside the use case, so aliases in one document count. */
export interface SignInThrottle {
  /** Counts a try; answers what stands in its way, if it is not to be looked at. */
  try(credential: { readonly login: string; readonly address: string }): Promise<Locked | undefined>
  /** A right one: what was tried before it is forgotten. */
  forget(credential: { readonly login: string; readonly address: string }): Promise<void>
}

/** Too many tries. */
export interface Locked {
  /** When the next one is looked at, ms since 1970. */
  readonly until: number
  /** Whether this is the first one too many. */
  readonly first: boolean
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const limiterOf = (pool: pg.Pool, keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'throttle',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  })

/** ms to wait, 0 for none; and whether it is the first time since that is so. */
const consume = (from: RateLimiterPostgres, key: string) =>
  from.consume(key).then(
    () => ({ wait: 0, first: false }),
    (cause: unknown) => {
      // Rejections that are no errors but "too often".
      if (!(cause instanceof RateLimiterRes)) throw cause
      return { wait: cause.msBeforeNext, first: cause.consumedPoints === from.points + 1 }
    },
  )

/** Counts devices that want to be let in, and codes that managers type; answers when to try again, if too often. */
export interface PairingThrottle {
  start(address: string): Promise<string | undefined>
  approve(personId: string): Promise<string | undefined>
}

/** 300 new devices an hour from an address, five codes a minute by a person. */
export const createPairingThrottle = (pool: pg.Pool): PairingThrottle => {
  const starts = limiterOf(pool, 'pairing', 300, HOUR)
  const codes = limiterOf(pool, 'code', 5, MINUTE)
  const ask = async (from: RateLimiterPostgres, key: string) => {
    const { wait } = await consume(from, key)
    return wait === 0 ? undefined : new Date(Date.now() + wait).toISOString()
  }
  return { start: (address) => ask(starts, address), approve: (personId) => ask(codes, personId) }
}

/**
 * Five tries of a login from an address in 15 minutes, then a pause that doubles up to 12 hours; 20 an hour for a login,
 * from wherever; 100 a day from an address. Rejects as the database does.
 */
export const createSignInThrottle = (pool: pg.Pool): SignInThrottle => {
  const pair = limiterOf(pool, 'sign-in', 5, 15 * MINUTE)
  const strikes = limiterOf(pool, 'strikes', 1_000_000, DAY)
  const login = limiterOf(pool, 'login', 20, HOUR)
  const address = limiterOf(pool, 'address', 100, DAY)
  // People type their password where the login belongs: what was typed is not kept.
  const hashOf = (text: string) => hashSecret(text).toString('base64url')
  const keyOf = (credential: { readonly login: string; readonly address: string }) =>
    `${credential.address} ${hashOf(credential.login)}`

  return {
    async try(credential) {
      const key = keyOf(credential)
      const tried = await Promise.all([
        consume(pair, key),
        consume(login, hashOf(credential.login)),
        consume(address, credential.address),
      ])
      const longest = Math.max(...tried.map(({ wait }) => wait))
      if (longest === 0) return undefined
      const first = tried.some((one) => one.first)
      if (!tried[0].first) return { until: Date.now() + longest, first }
      // From here on each round of five costs twice as long a pause.
      const { consumedPoints } = await strikes.penalty(key)
      const pause = Math.min(15 * MINUTE * 2 ** (consumedPoints - 1), 12 * HOUR)
      await pair.block(key, pause)
      return { until: Date.now() + Math.max(longest, pause * 1_000), first }
    },
    async forget(credential) {
      const key = keyOf(credential)
      await Promise.all([pair.delete(key), strikes.delete(key), login.delete(hashOf(credential.login))])
    },
  }
}
