import { setTimeout as pause } from 'node:timers/promises'
import type { GraphQLError } from 'graphql'
import type { TransportLimits } from './limits.js'
import { createLru } from './lru.js'
import { publicError } from './mask-error.js'
import { createTokenBucket, type TokenBucket } from './token-bucket.js'

/**
 * Counts what is refused to whom. A refusal is cheap, and thousands of them a second are not: whoever is refused again and
 * again is answered late, so that a caller who waits for answers sends little, and texts of theirs are not looked at meanwhile.
 */
export interface Refusals {
  /** Counts one; resolves when its answer may go. */
  add(who: string): Promise<void>
  /** Resolves at once, or late for whoever has had too many. */
  calm(who: string): Promise<void>
  /** Why nothing new of theirs is looked at for now; undefined: it is. */
  tooMany(who: string): GraphQLError | undefined
}

export interface RefusalsDeps {
  readonly limits: Pick<TransportLimits, 'refusalsPerMinute' | 'refusalHeldFor' | 'countedCallers'>
  /** Monotonic ms. */
  readonly now: () => number
}

/** Starts with none; counts in the memory of this process. */
export const createRefusals = ({ limits, now }: RefusalsDeps): Refusals => {
  const { refusalsPerMinute: most, refusalHeldFor } = limits
  const buckets = createLru<TokenBucket>(limits.countedCallers)
  const waitOf = (who: string) => buckets.get(who)?.waitFor(1) ?? 0
  const calm = async (who: string) => {
    if (waitOf(who) > 0) await pause(refusalHeldFor)
  }

  return {
    calm,
    add(who) {
      const bucket = buckets.get(who) ?? createTokenBucket(most, most / 60, now)
      buckets.set(who, bucket)
      bucket.take(1)
      return calm(who)
    },
    tooMany(who) {
      const retryAfter = waitOf(who)
      return retryAfter === 0
        ? undefined
        : publicError(
            'RATE_LIMITED',
            `${most} requests were refused to you within a minute: mend what is sent. Documents of your own are looked at again in a moment. / Слишком много ошибочных запросов: исправьте их и подождите.`,
            { limit: most, retryAfter },
          )
    },
  }
}
