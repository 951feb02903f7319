import fastify from 'fastify'
import type { Config } from './config.js'
import { folders } from './folders.js'
import type { JobsDeps } from './jobs/start-jobs.js'
import { createPrisma } from '../prisma/client.js'
import { createHintSender } from './storage/log/send-hints.js'
import { createMissingMigrations } from './storage/migrate.js'
import { createPool, findRoles } from './storage/pool.js'
import { addHealthRoutes } from './transport/health-routes.js'
import { transportLimits } from './transport/limits.js'
import type { Logger } from './transport/log.js'
import { checkDatabase, createReadiness } from './transport/readiness.js'
import { startWatchedJobs } from './watched-jobs.js'
import { addPools } from './watching/pool-metrics.js'
import { createRegistry } from './watching/registry.js'

export interface WorkerDeps {
  readonly databaseUrl: string
  readonly log: Logger
  readonly jobsEvery?: NonNullable<JobsDeps['every']>
}

/** A process that runs the jobs. */
export interface Worker {
  /** Where its health and metrics are. */
  readonly url: string
  /** Ends in order: a run that is under way is finished. */
  close(): Promise<void>
}

/** Starts the jobs on a migrated database, beside gateways that leave them to it. */
export const startWorker = async (
  config: Pick<Config, 'host' | 'port'>,
  { databaseUrl, log, jobsEvery }: WorkerDeps,
): Promise<Worker> => {
  const { app: role } = await findRoles(databaseUrl)
  const onError = (error: Error) => log.debug({ err: error }, 'an idle connection ended')
  const pool = createPool(databaseUrl, { role, applicationName: 'wba-worker', onError })
  const prisma = createPrisma(pool)
  // What a job commits (a lease that ran out), every gateway is told of.
  const { hint } = createHintSender(pool, 'worker')
  const registry = createRegistry()
  addPools(registry, { main: pool })
  const jobs = startWatchedJobs({ storage: { pool, prisma, onCommit: hint }, registry, log, every: jobsEvery })

  const missingMigrations = await createMissingMigrations(pool, folders.migrations)
  const readiness = createReadiness([checkDatabase(missingMigrations, transportLimits)])
  const app = fastify({ forceCloseConnections: true })
  addHealthRoutes(app, readiness.reasons, registry)
  const url = await app.listen({ host: config.host, port: config.port })
  return {
    url,
    async close() {
      readiness.drain()
      await jobs.stop()
      await app.close()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}
