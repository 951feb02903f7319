import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { JobRun } from '../jobs/repeat.js'

/** Counts the runs of jobs; the returned function is told of each. */
export const createJobMetrics = (registry: Registry): ((run: JobRun) => void) => {
  const of = { labelNames: ['job'] as const, registers: [registry] }
  const seconds = new Histogram({
    name: 'wba_job_seconds',
    help: 'Runs of jobs: how long they took',
    buckets: [0.01, 0.1, 1, 10, 60],
    ...of,
  })
  const failures = new Counter({ name: 'wba_job_failures_total', help: 'Runs of jobs that failed', ...of })
  const success = new Gauge({
    name: 'wba_job_last_success_timestamp_seconds',
    help: 'When the job last ran well here, or found another process at it',
    ...of,
  })
  return ({ job, ms, failed }) => {
    seconds.observe({ job }, ms / 1_000)
    failures.inc({ job }, failed ? 1 : 0)
    if (!failed) success.set({ job }, Date.now() / 1_000)
  }
}
