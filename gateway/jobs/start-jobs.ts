import type { StorageDeps } from '../storage/deps.js'
import { expireClaims, EXPIRY_BATCH } from '../storage/claim/expire-claims.js'
import { forgetCommands, FORGET_BATCH } from '../storage/command/forget-commands.js'
import { ensurePartitions, pruneEvents } from '../storage/log-upkeep.js'
import { alone } from '../storage/alone.js'
import { repeat } from './repeat.js'

/** How long things are kept, days. */
export const COMMAND_DAYS = 30
export const EVENT_DAYS = 90
/** How far ahead days of the log are made. */
const PARTITION_DAYS = 7

export interface JobsDeps extends StorageDeps {
  readonly onError: (error: unknown, job: string) => void
  /** Shorter pauses for tests, ms. */
  readonly every?: { readonly leases?: number; readonly upkeep?: number }
}

export interface Jobs {
  /** Ends the jobs; resolves when a run that is under way is over. */
  stop(): Promise<void>
}

const HOUR = 3_600_000

/**
 * The warehouse's own jobs: leases that run out, the log's days ahead, what is kept for a while only. Every replica starts
 * them; an advisory lock lets one at a time do each, in bounded runs.
 */
export const startJobs = (deps: JobsDeps): Jobs => {
  const { onError, every = {} } = deps
  const upkeep = every.upkeep ?? 6 * HOUR
  const jobs = [
    repeat({
      name: 'expire-leases',
      everyMs: every.leases ?? 1_000,
      run: async () => (await alone(deps, 'expire-leases', () => expireClaims(deps))) === EXPIRY_BATCH,
      onError,
    }),
    // At least daily, and at start: a process that slept for a week must not write into the default partition for long.
    repeat({
      name: 'partitions',
      everyMs: upkeep,
      run: async () => void (await ensurePartitions(deps, PARTITION_DAYS)),
      onError,
    }),
    repeat({
      name: 'prune-events',
      everyMs: upkeep,
      run: async () => void (await pruneEvents(deps, EVENT_DAYS)),
      onError,
    }),
    repeat({
      name: 'forget-commands',
      everyMs: upkeep,
      run: async () =>
        (await alone(deps, 'forget-commands', () => forgetCommands(deps, COMMAND_DAYS))) === FORGET_BATCH,
      onError,
    }),
  ]
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()))
    },
  }
}
