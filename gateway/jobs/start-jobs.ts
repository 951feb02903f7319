import { type JobRun, repeat, type RepeatOptions } from './repeat.js'

/** How long things are kept, days. */
export const COMMAND_DAYS = 30
export const EVENT_DAYS = 90
/** How far ahead days of the log are made. */
const PARTITION_DAYS = 7

/** What the jobs do; a run that answers true is repeated at once. */
export interface Upkeep {
  expireLeases(): Promise<boolean>
  endShifts(): Promise<boolean>
  sealAudit(): Promise<boolean>
  makePartitions(daysAhead: number): Promise<void>
  pruneEvents(keepDays: number): Promise<void>
  forgetCommands(keepDays: number): Promise<boolean>
  forgetJournals(keepDays: number): Promise<boolean>
  forgetEnded(): Promise<boolean>
}

export interface JobsDeps {
  readonly upkeep: Upkeep
  readonly onError: (error: unknown, job: string) => void
  /** Told of each run. */
  readonly onRun?: (run: JobRun) => void
  /** Shorter pauses for tests, ms. */
  readonly every?: { readonly leases?: number; readonly seals?: number; readonly upkeep?: number }
}

export interface Jobs {
  /** Ends the jobs; resolves when a run that is under way is over. */
  stop(): Promise<void>
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The warehouse's own jobs: leases and shifts that run out, seals of the audit trail, the log's days ahead, what is kept for a while only. */
export const startJobs = ({ upkeep, onError, onRun = () => undefined, every = {} }: JobsDeps): Jobs => {
  const often = every.leases ?? 1_000
  // What is not sealed yet can still be changed unseen; more seals than this are rows without much use.
  const seals = every.seals ?? 5 * MINUTE
  const seldom = every.upkeep ?? 6 * HOUR
  const start = (name: string, everyMs: number, run: RepeatOptions['run']) =>
    repeat({ name, everyMs, run, onError, onRun })
  const jobs = [
    start('expire-leases', often, () => upkeep.expireLeases()),
    start('end-shifts', often, () => upkeep.endShifts()),
    // At least daily, and at start: a process that slept for a week must not write into the default partition for long.
    start('partitions', seldom, () => upkeep.makePartitions(PARTITION_DAYS)),
    start('prune-events', seldom, () => upkeep.pruneEvents(EVENT_DAYS)),
    // After the one above, which seals too: of two that begin at once, the seldom one must not be left out.
    start('seal-audit', seals, () => upkeep.sealAudit()),
    start('forget-commands', seldom, () => upkeep.forgetCommands(COMMAND_DAYS)),
    start('forget-journals', seldom, () => upkeep.forgetJournals(COMMAND_DAYS)),
    start('forget-ended', seldom, () => upkeep.forgetEnded()),
  ]
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()))
    },
  }
}
