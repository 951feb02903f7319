import { repeat } from './repeat.js'

/** How long things are kept, days. */
export const COMMAND_DAYS = 30
export const EVENT_DAYS = 90
/** How far ahead days of the log are made. */
const PARTITION_DAYS = 7

/** What the jobs do; a run that answers true is repeated at once. */
export interface Upkeep {
  expireLeases(): Promise<boolean>
  sealAudit(): Promise<boolean>
  makePartitions(daysAhead: number): Promise<void>
  pruneEvents(keepDays: number): Promise<void>
  forgetCommands(keepDays: number): Promise<boolean>
  forgetEnded(): Promise<boolean>
}

export interface JobsDeps {
  readonly upkeep: Upkeep
  readonly onError: (error: unknown, job: string) => void
  /** Shorter pauses for tests, ms. */
  readonly every?: { readonly leases?: number; readonly seals?: number; readonly upkeep?: number }
}

export interface Jobs {
  /** Ends the jobs; resolves when a run that is under way is over. */
  stop(): Promise<void>
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The warehouse's own jobs: leases that run out, seals of the audit trail, the log's days ahead, what is kept for a while only. */
export const startJobs = ({ upkeep, onError, every = {} }: JobsDeps): Jobs => {
  const often = every.leases ?? 1_000
  // What is not sealed yet can still be changed unseen; more seals than this are rows without much use.
  const seals = every.seals ?? 5 * MINUTE
  const seldom = every.upkeep ?? 6 * HOUR
  const jobs = [
    repeat({ name: 'expire-leases', everyMs: often, run: () => upkeep.expireLeases(), onError }),
    // At least daily, and at start: a process that slept for a week must not write into the default partition for long.
    repeat({ name: 'partitions', everyMs: seldom, run: () => upkeep.makePartitions(PARTITION_DAYS), onError }),
    repeat({ name: 'prune-events', everyMs: seldom, run: () => upkeep.pruneEvents(EVENT_DAYS), onError }),
    // After the one above, which seals too: of two that begin at once, the seldom one must not be left out.
    repeat({ name: 'seal-audit', everyMs: seals, run: () => upkeep.sealAudit(), onError }),
    repeat({ name: 'forget-commands', everyMs: seldom, run: () => upkeep.forgetCommands(COMMAND_DAYS), onError }),
    repeat({ name: 'forget-ended', everyMs: seldom, run: () => upkeep.forgetEnded(), onError }),
  ]
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()))
    },
  }
}
