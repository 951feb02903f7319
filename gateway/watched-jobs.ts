import type { Registry } from 'prom-client'
import { type Jobs, type JobsDeps, startJobs } from './jobs/start-jobs.js'
import type { StorageDeps } from './storage/deps.js'
import { createUpkeep } from './storage/upkeep.js'
import { readWork } from './storage/warehouse/read-work.js'
import type { Logger } from './transport/log.js'
import { createSparseLog } from './transport/sparse-log.js'
import { createJobMetrics } from './watching/job-metrics.js'
import { addWarehouses } from './watching/warehouse-metrics.js'

/** The warehouses' work is read this often at most, however many look. */
const workEveryMs = 15_000

export interface WatchedJobsDeps {
  readonly storage: StorageDeps
  readonly registry: Registry
  readonly log: Logger
  readonly every?: JobsDeps['every'] | undefined
}

/** Starts the jobs, and tells of them and of the warehouses' work: of all processes, the one with the jobs does. */
export const startWatchedJobs = ({ storage, registry, log, every }: WatchedJobsDeps): Jobs => {
  addWarehouses(registry, {
    read: () => readWork(storage.pool),
    onError: createSparseLog(log, 'the work of the warehouses could not be read'),
    everyMs: workEveryMs,
  })
  return startJobs({
    upkeep: createUpkeep(storage),
    onError: (error, job) => log.error({ err: error, job }, 'a job failed'),
    onRun: createJobMetrics(registry),
    ...(every && { every }),
  })
}
