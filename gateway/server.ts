import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createSchema } from '../schema/build-schema.js'
import { createPrisma } from '../prisma/client.js'
import type { Config } from './config.js'
import { createContexts, createSharedContext, mayImport, viewOf } from './context.js'
import { type DemoDoors, makeShiftTokens, openDemo } from './demo/open-demo.js'
import { prepareDemo } from './demo/prepare-demo.js'
import { type Shift, startShift } from './demo/work-shift.js'
import { InputError } from './domain/errors.js'
import type { JobsDeps } from './jobs/start-jobs.js'
import { folders } from './folders.js'
import { createLiveHub } from './live/hub.js'
import { type LiveLimits, liveLimits } from './live/limits.js'
import { createPacer } from './live/pacer.js'
import { openAnalysts } from './storage/analysts.js'
import { createDemoUseCases } from './storage/demo/demo-use-cases.js'
import { createLogReader } from './storage/log/log-reader.js'
import { readEvents, readHead } from './storage/log/read-events.js'
import { createHintSender } from './storage/log/send-hints.js'
import { whenAvailable } from './storage/database-error.js'
import { createMissingMigrations } from './storage/migrate.js'
import { createPool, findRoles } from './storage/pool.js'
import { readBoard } from './storage/board/read-board.js'
import { createStop } from './storage/stoppable-read.js'
import { russianSearchFault } from './storage/russian-search.js'
import { onRightsMoved, readRightsVersion } from './storage/person/rights-head.js'
import { createPairingThrottle, createSignInThrottle } from './storage/secret/throttle.js'
import { FIRST_ADMIN_MINUTES, makeFirstAdminLink } from './storage/session/sign-in-links.js'
import { findViewer, findViewers } from './storage/session/find-viewers.js'
import { callerLimits } from './transport/caller-limits.js'
import { documentLimits } from './transport/document-limits.js'
import { createEdge } from './transport/edge.js'
import { createFront } from './transport/front.js'
import { transportLimits, type TransportLimits } from './transport/limits.js'
import type { Logger } from './transport/log.js'
import { clientError, maskError } from './transport/mask-error.js'
import { personaOf } from './transport/persona-of.js'
import { paths } from './transport/paths.js'
import { createRequestScope } from './transport/request-scope.js'
import { createRightsLook } from './transport/rights-look.js'
import { createRightsWatch } from './transport/rights-watch.js'
import { checkDatabase, checkPicture, createReadiness } from './transport/readiness.js'
import { createSparseLog } from './transport/sparse-log.js'
import type { TrustedDocuments } from './transport/trusted-documents.js'
import { createViewerCache } from './transport/viewer-cache.js'
import { createEdgeMetrics } from './watching/edge-metrics.js'
import { addLiveStatus, createLiveWatch } from './watching/live-metrics.js'
import { addPools } from './watching/pool-metrics.js'
import { createRegistry } from './watching/registry.js'
import { addRightsMetrics } from './watching/rights-metrics.js'
import { startWatchedJobs } from './watched-jobs.js'

/** The port is in use by another program. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(
      `port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start (PORT=0 takes any free one).`,
    )
    this.name = 'PortTaken'
  }
}

export interface ServerDeps {
  readonly databaseUrl: string
  readonly log: Logger
  /** Limits other than the usual ones. */
  readonly limits?: Partial<TransportLimits>
  readonly liveLimits?: Partial<LiveLimits>
  readonly jobsEvery?: NonNullable<JobsDeps['every']>
  /** Whether a worker runs the jobs, and not this process. */
  readonly jobsElsewhere?: boolean
  readonly webFolder?: string
  /** What PINs are hashed with; without it badges are off. */
  readonly pinPepper?: Buffer | undefined
  /** What secrets of authenticators are sealed with; without it authenticators are off. */
  readonly totpKey?: Buffer | undefined
  /** Whether managers and administrators must have an authenticator. */
  readonly demandAuthenticator: boolean
  /** Documents that are run by their hash. */
  readonly trusted: TrustedDocuments
}

/** A gateway that serves. */
export interface Server {
  readonly url: string
  /**
   * Fills an empty database with a demo warehouse whose people work it, and answers with ways to be one of them as soon
   * as there is something to see; undefined: the database holds somebody's real one, or cannot be filled.
   */
  startDemo(): Promise<DemoDoors | undefined>
  /** Secret of a link that makes the first administrator; undefined when there is one. */
  firstAdminLink(): Promise<string | undefined>
  /** Ends in order: nothing acknowledged is lost, clients are told to come back. Safe to call twice. */
  close(): Promise<void>
}

/** A drain lasts as long as its sockets need to come back without a rush: at most this, a few sockets milliseconds. */
const drainAtMostMs = 20_000
const drainPerSocketMs = 10

/** Starts the gateway on a migrated database. Throws PortTaken. */
export const startServer = async (
  config: Pick<Config, 'host' | 'port' | 'publicUrl' | 'trustedProxies' | 'drainDelayMs'>,
  deps: ServerDeps,
): Promise<Server> => {
  const { databaseUrl, log, jobsEvery, trusted, demandAuthenticator, webFolder = folders.web } = deps
  const limits = { ...transportLimits, ...deps.limits }
  const replica = randomUUID()

  // 1. The database: one pool for commands and reads, a small one for what analysts read.
  const roles = await findRoles(databaseUrl)
  const onError = (error: Error) => log.debug({ err: error }, 'an idle connection ended')
  const pool = createPool(databaseUrl, { role: roles.app, onError })
  const analysts = openAnalysts(databaseUrl, roles.analyst, onError)
  if (!analysts.guarded)
    log.warn('the database does not keep analysts to their warehouses: GRANT wba_analyst to the login of DATABASE_URL')
  const fault = await russianSearchFault(pool)
  if (fault !== undefined) log.warn(fault)
  const prisma = createPrisma(pool)
  const hints = createHintSender(pool, replica)
  const registry = createRegistry()
  addPools(registry, { main: pool, analysts: analysts.pool })

  // 2. Live: reads the log on a connection of its own, executes for everybody at once.
  const schema = createSchema()
  const liveFaults = createSparseLog(log, 'the live part could not read the database')
  const liveScope = createRequestScope('live', log, undefined)
  const reader = createLogReader(databaseUrl, roles.app ? `-c role=${roles.app}` : '', replica, () => hub.kick())
  const now = () => performance.now()
  // On a connection of its own: busy commands must not keep anybody from losing a right.
  const rightsPool = createPool(databaseUrl, {
    role: roles.app,
    max: 1,
    applicationName: 'wba rights watch',
    statementMs: 1_000,
    connectMs: 3_000,
    onError,
  })
  const watch = createRightsWatch({
    findViewers: (ids) => findViewers({ pool: rightsPool, demandAuthenticator }, ids),
    onEnd: addRightsMetrics(registry, () => watch.lag()),
    everyMs: 5 * 60_000,
    now,
  })
  const viewers = createViewerCache({
    findViewer: (credentials) => whenAvailable(() => findViewer({ pool, demandAuthenticator }, credentials)),
    limits,
    now,
  })
  const rights = createRightsLook({ readVersion: () => readRightsVersion(rightsPool), viewers, watch, now })
  const hub = createLiveHub({
    schema,
    sharedContext: createSharedContext,
    readLog: async (cursors) => {
      const began = now()
      const found = await reader.read(cursors).catch((error: unknown) => {
        // Where the log cannot be read, rights perhaps can.
        rights.look().catch(() => undefined)
        throw error
      })
      // Events and version are of one moment: nobody is sent what came after they lost a right.
      await rights.take(found.rightsVersion, began)
      return found
    },
    readHead: async (warehouseId) => {
      const head = await readHead(pool, warehouseId)
      if (!head) throw new InputError('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')
      return head
    },
    readBoard: (warehouseId) => rights.before(() => readBoard({ pool }, warehouseId)),
    readEvents: (warehouseId, after, limit) => rights.before(() => readEvents(pool, warehouseId, after, limit)),
    toClientError: clientError,
    formatError: (error) => maskError(error, liveScope),
    onError: liveFaults,
    limits: { ...liveLimits, ...deps.liveLimits },
    watch: createLiveWatch(registry),
  })
  addLiveStatus(registry, hub.status)

  // 3. Commands and queries; what they commit, this replica reads at once and the others are told of.
  const onCommit = () => {
    hub.kick()
    hints.hint()
  }
  onRightsMoved(pool, () => {
    viewers.forget()
    onCommit()
  })
  const storage = { pool, prisma, onCommit }
  // On a connection of its own: when all others are busy is just when it is needed.
  const stopPool = createPool(databaseUrl, { role: null, max: 1 })
  const identity = {
    throttle: createSignInThrottle(pool),
    pairings: createPairingThrottle(pool),
    pinPepper: deps.pinPepper,
    totpKey: deps.totpKey,
    demandAuthenticator,
  }
  const pace = createPacer(limits.sliceMs, now)
  const onFault = (error: unknown) => log.error({ err: error }, 'a command of a journal failed: it is parked')
  const contextFor = createContexts({ ...storage, ...identity, analysts, onFault }, createStop(stopPool), pace)
  const jobs = deps.jobsElsewhere ? undefined : startWatchedJobs({ storage, registry, log, every: jobsEvery })

  // 4. The two transports.
  const missingMigrations = await createMissingMigrations(pool, folders.migrations)
  const readiness = createReadiness([
    checkDatabase(missingMigrations, limits),
    checkPicture(() => hub.status().age, limits),
  ])
  const edge = await createEdge({
    schema,
    contextFor,
    pace,
    viewOf,
    findViewer: viewers.find,
    mayImport,
    rights: watch,
    hub,
    readiness: readiness.reasons,
    isDraining: readiness.isDraining,
    metrics: createEdgeMetrics(registry),
    exposition: registry,
    log,
    limits,
    documentLimits,
    callerLimits,
    trusted,
    personaOf,
    front: createFront(config),
    webFolder,
  })

  // 5. The demo warehouse, if asked for: filled by use cases, worked through the public API.
  let shift: Shift | undefined
  const end = async () => {
    await shift?.stop()
    // First nobody is sent here any more, then those who are here are sent elsewhere, then what runs is finished.
    readiness.drain()
    await pause(config.drainDelayMs)
    edge.stopAccepting()
    await hub.drain(Math.min(drainAtMostMs, hub.status().sockets * drainPerSocketMs))
    await edge.close()
    await jobs?.stop()
    await hub.close()
    await reader.close()
    await prisma.$disconnect()
    await pool.end()
    await analysts.close()
    await rightsPool.end()
    await stopPool.end()
  }

  let ended: Promise<void> | undefined
  const close = () => (ended ??= end())

  const startDemo = (url: string) => {
    const demo = createDemoUseCases(storage)
    const { promise: opened, resolve: open } = Promise.withResolvers<DemoDoors | undefined>()
    const work = async () => {
      const onWarehouses = async (accountId: string) => open(await openDemo(demo, accountId))
      if ((await prepareDemo({ storage: demo, onWarehouses })) === 'NOT_OURS') return open(undefined)
      const makeTokens = () => makeShiftTokens(demo)
      const tell = (message: string, details: object) => log.debug(details, message)
      if (!ended) shift = startShift({ url: `${url}${paths.graphql}`, makeTokens, log: tell })
    }
    // A filling that a stop or a fault cuts short is ended by the next start; whoever came to work can do so meanwhile.
    work().catch((error: unknown) => {
      if (!ended) log.error({ err: error }, 'the demo warehouse could not be filled: going on without it')
      open(undefined)
    })
    return opened
  }

  try {
    const url = await edge.listen(config)
    const firstAdminLink = () => makeFirstAdminLink(storage, FIRST_ADMIN_MINUTES)
    return { url, startDemo: () => startDemo(url), firstAdminLink, close }
  } catch (error) {
    await close()
    throw error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? new PortTaken(config.port) : error
  }
}
