import type { SemaphoreLimits } from './semaphore.js'

/** What a caller may use at once and in a minute. */
export interface CallerLimit {
  /** Operations of the cost `heavyCost` and more, at once. */
  readonly heavyAtOnce: number
  /** All others, at once. */
  readonly lightAtOnce: number
  /** More wait in line, as many of each. */
  readonly waiting: SemaphoreLimits['waiting']
  /** Sum of the costs (schema/cost.ts), saved up for a minute at most. */
  readonly costPerMinute: number
}

/**
 * What is counted apart: queries in an analyst's own text; trusted documents and live streams; commands, so that no read
 * ever holds one up; and everything of those who are nobody, by address.
 */
export type Allowance = 'analyst' | 'client' | 'command' | 'address'

export type CallerLimits = Readonly<Record<Allowance, CallerLimit>>

/** The one table of what one caller may use. */
export const callerLimits: CallerLimits = Object.freeze({
  // Three documents of three boards each, then one every 5 s.
  analyst: { heavyAtOnce: 2, lightAtOnce: 8, waiting: 20, costPerMinute: 200_000 },
  // The home page reads the counters of every warehouse each 5 s: 20 warehouses cost 1,450,000 a minute, in two tabs.
  client: { heavyAtOnce: 4, lightAtOnce: 16, waiting: 100, costPerMinute: 3_000_000 },
  // 200 scans a minute cost some 3,000; a file that is imported as fast as goes, 1,000 orders a call, 700,000.
  command: { heavyAtOnce: 4, lightAtOnce: 16, waiting: 1_000, costPerMinute: 3_000_000 },
  // A whole warehouse stands behind one address.
  address: { heavyAtOnce: 50, lightAtOnce: 200, waiting: 1_000, costPerMinute: 30_000_000 },
})
