import type { GraphQLError, OperationTypeNode } from 'graphql'
import { type Caller, callerName } from './caller.js'
import type { Allowance, CallerLimit, CallerLimits } from './caller-limits.js'
import type { TransportLimits } from './limits.js'
import type { EdgeMetrics } from '../watching/edge-metrics.js'
import { createLru } from './lru.js'
import { publicError } from './mask-error.js'
import type { Persona } from './persona.js'
import { createSemaphore, type Place, type Semaphore } from './semaphore.js'
import { createTokenBucket, type TokenBucket } from './token-bucket.js'

/** What an operation would use, and for whom. */
export interface Use {
  readonly caller: Pick<Caller, 'viewer' | 'address'>
  readonly persona: Persona
  readonly kind: `${OperationTypeNode}`
  /** Whether the text is the caller's own, rather than a trusted one. */
  readonly ownText: boolean
  readonly cost: number
}

/** Lets in what a caller may use; says no in the caller's terms. */
export interface Admission {
  /** Pays for an operation out of the caller's minute; why not, if it cannot. */
  pay(use: Use): GraphQLError | undefined
  /** Pays, and waits for a place among what the caller runs; undefined when the signal aborts first. */
  enter(use: Use, signal?: AbortSignal): Promise<Place | GraphQLError | undefined>
}

export interface AdmissionDeps {
  readonly limits: Pick<TransportLimits, 'waitWithin' | 'heavyCost' | 'leastCost' | 'countedCallers'>
  readonly callerLimits: CallerLimits
  readonly metrics: Pick<EdgeMetrics, 'refusedCaller'>
  /** Monotonic ms. */
  readonly now: () => number
}

interface Account {
  readonly budget: TokenBucket
  readonly heavy: Semaphore
  readonly light: Semaphore
}

const allowanceOf = ({ caller, persona, kind, ownText }: Use): Allowance => {
  if (!caller.viewer) return 'address'
  if (kind === 'mutation') return 'command'
  // Live streams are executed once for all who follow them, and never hold up anybody.
  return persona === 'analyst' && ownText && kind === 'query' ? 'analyst' : 'client'
}

const rateLimited = (cost: number, limit: number, retryAfter: number) =>
  publicError(
    'RATE_LIMITED',
    `You have asked for ${limit} (the cost of a minute) already: wait ${Math.ceil(retryAfter / 1_000)} s, or ask for less. / Лимит запросов на минуту исчерпан, подождите.`,
    { cost, limit, retryAfter },
  )

const tooManyRequests = (limit: number, retryAfter: number) =>
  publicError(
    'TOO_MANY_REQUESTS',
    `At most ${limit} requests of this kind run for you at once: send the next one when one is answered. / Слишком много запросов сразу.`,
    { limit, retryAfter },
  )

/** Counts in the memory of this process: nobody has been let in yet. */
export const createAdmission = ({ limits, callerLimits, metrics, now }: AdmissionDeps): Admission => {
  // Whoever is forgotten, as the one not heard of for longest, begins anew.
  const accounts = createLru<Account>(limits.countedCallers)

  const open = ({ heavyAtOnce, lightAtOnce, waiting, costPerMinute }: CallerLimit): Account => ({
    budget: createTokenBucket(costPerMinute, costPerMinute / 60, now),
    heavy: createSemaphore({ atOnce: heavyAtOnce, waiting, waitWithin: limits.waitWithin }),
    light: createSemaphore({ atOnce: lightAtOnce, waiting, waitWithin: limits.waitWithin }),
  })
  const accountOf = (use: Use, allowance: Allowance): Account => {
    const key = `${allowance} ${callerName(use.caller)}`
    const account = accounts.get(key) ?? open(callerLimits[allowance])
    accounts.set(key, account)
    return account
  }
  const payFrom = ({ budget }: Account, cost: number, allowance: Allowance) => {
    const retryAfter = budget.take(Math.max(cost, limits.leastCost))
    if (retryAfter <= 0) return undefined
    metrics.refusedCaller(allowance, 'RATE_LIMITED')
    return rateLimited(cost, callerLimits[allowance].costPerMinute, retryAfter)
  }

  return {
    pay(use) {
      const allowance = allowanceOf(use)
      return payFrom(accountOf(use, allowance), use.cost, allowance)
    },
    async enter(use, signal) {
      const allowance = allowanceOf(use)
      const limit = callerLimits[allowance]
      const account = accountOf(use, allowance)
      const refused = payFrom(account, use.cost, allowance)
      if (refused) return refused
      const heavy = use.cost >= limits.heavyCost
      const place = await (heavy ? account.heavy : account.light).enter(signal)
      if (place || signal?.aborted) return place
      metrics.refusedCaller(allowance, 'TOO_MANY_REQUESTS')
      return tooManyRequests(heavy ? limit.heavyAtOnce : limit.lightAtOnce, limits.waitWithin)
    },
  }
}
