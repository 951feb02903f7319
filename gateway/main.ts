import { parseArguments, type ProcessRole, usage } from './command-line.js'
import { type Config, ConfigError, parseConfig } from './config.js'
import { folders } from './folders.js'
import { openDatabase } from './open-database.js'
import { type Server, startServer } from './server.js'
import { alreadyRunning, banner, demoRuns, explain, firstAdmin } from './messages.js'
import type { DemoDoors } from './demo/open-demo.js'
import { offerFirstAdmin } from './first-admin.js'
import { readSecrets } from './secrets.js'
import { listenForStop, type StopSignals } from './stop-signals.js'
import { AlreadyRunning } from './storage/embedded/index.js'
import { createLog, type Logger } from './transport/log.js'
import { createSparseLog } from './transport/sparse-log.js'
import { loadTrustedDocuments } from './transport/trusted-documents.js'
import { startTracing } from './watching/tracing.js'
import { startWorker } from './worker.js'

/** A fault of ours must not end in a half-alive process: this long for an orderly end, then it is cut. */
const forceAfterMs = 10_000

const say = (text: string) => void process.stdout.write(`${text}\n`)

const stopOnFault = (log: Logger): StopSignals => {
  const stop = listenForStop()
  const onFault = (error: unknown) => {
    log.fatal({ err: error }, 'a fault nobody caught: the process stops')
    process.exitCode = 1
    setTimeout(() => process.exit(1), forceAfterMs).unref()
    stop.tell('fault')
  }
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', onFault)
  return stop
}

/** Everything, or all but the jobs, until it is told to stop. */
const serve = async (config: Config, log: Logger, role: ProcessRole): Promise<void> => {
  const stop = stopOnFault(log)
  const { tracing: sampling } = config
  const tracing = sampling && (await startTracing(sampling, createSparseLog(log, 'a trace could not be sent')))
  const trusted = await loadTrustedDocuments(folders.webDocuments, config.documentsDir)
  const database = await openDatabase(config, log)
  let server: Server | undefined
  try {
    const secrets = await readSecrets(config)
    const { demandAuthenticator, socketLimits: limits } = config
    const deps = { databaseUrl: database.url, log, limits, ...secrets, demandAuthenticator, trusted }
    server = await startServer(config, { ...deps, jobsElsewhere: role === 'gateway' })
    await database.embedded?.announce(server.url)
    // Of several gateways none is the one to come to.
    if (role === 'gateway') log.info({ url: server.url }, 'serving')
    else await welcome(config, server, database.embedded && config.dataDir, stop, log)
    log.info({ signal: await stop.told }, 'stopping')
  } finally {
    await server?.close()
    await database.close()
    await tracing?.stop()
  }
}

/** Says where people come in, and how. */
const welcome = async (config: Config, server: Server, dataDir: string | undefined, stop: StopSignals, log: Logger) => {
  say(banner(config, server.url, dataDir))
  const door = config.publicUrl?.origin ?? server.url
  let doors: DemoDoors | undefined
  // By default the demo is for the database that we brought ourselves; it leaves anybody's real data alone.
  if (config.demo === 'on' || (config.demo === 'auto' && dataDir !== undefined)) {
    doors = await Promise.race([server.startDemo(), stop.told.then(() => undefined)])
    if (doors) say(demoRuns(door, doors))
  }
  // Nobody needs it to work, so a database that is away at this moment does not end the start.
  const noLink = (error: unknown) => {
    log.error({ err: error }, 'no link for the first administrator: the next start makes one')
    return undefined
  }
  const first = doors || stop.isTold() ? undefined : await server.firstAdminLink().catch(noLink)
  if (first !== undefined) say(firstAdmin(door, first))
}

/** The jobs, until it is told to stop. */
const work = async (config: Config, log: Logger): Promise<void> => {
  const stop = stopOnFault(log)
  const database = await openDatabase(config, log)
  const worker = await startWorker(config, { databaseUrl: database.url, log })
  log.info({ url: worker.url }, 'the jobs run')
  log.info({ signal: await stop.told }, 'stopping')
  await worker.close()
}

const run: Readonly<Record<ProcessRole, (config: Config, log: Logger) => Promise<void>>> = {
  everything: (config, log) => serve(config, log, 'everything'),
  gateway: (config, log) => serve(config, log, 'gateway'),
  worker: work,
  async migrate(config, log) {
    await (await openDatabase(config, log)).close()
    say('The database is up to date. / База данных обновлена.')
  },
  'first-admin': async (config, log) => say(await offerFirstAdmin(config, log)),
}

try {
  const { role, demo, help } = parseArguments(process.argv.slice(2))
  if (help) say(usage)
  else {
    const given = parseConfig()
    const config: Config = demo ? given : { ...given, demo: 'off' }
    // One process owns the embedded database: there is nothing to share out.
    if (role !== 'everything' && config.databaseUrl === undefined)
      throw new ConfigError([`DATABASE_URL must be set for ${role}: the embedded database is for one process alone`])
    await run[role](config, createLog(config.logLevel))
  }
} catch (error) {
  if (error instanceof AlreadyRunning) {
    say(alreadyRunning(error))
    process.exitCode = error.running?.url ? 0 : 1
  } else {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}
// Whatever a library may have left open does not keep a stopped server alive.
process.exit()
