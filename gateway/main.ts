import { parseArguments, usage } from './command-line.js'
import { type Config, parseConfig } from './config.js'
import { folders } from './folders.js'
import { openDatabase } from './open-database.js'
import { type Server, startServer } from './server.js'
import { alreadyRunning, banner, demoRuns, explain, firstAdmin } from './messages.js'
import type { DemoDoors } from './demo/open-demo.js'
import { readSecrets } from './secrets.js'
import { listenForStop } from './stop-signals.js'
import { AlreadyRunning } from './storage/embedded/index.js'
import { createLog, type Logger } from './transport/log.js'
import { createSparseLog } from './transport/sparse-log.js'
import { loadTrustedDocuments } from './transport/trusted-documents.js'
import { startTracing } from './watching/tracing.js'

/** A fault of ours must not end in a half-alive process: this long for an orderly end, then it is cut. */
const forceAfterMs = 10_000

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** Runs until it is told to stop. */
const run = async (config: Config, log: Logger): Promise<void> => {
  const stop = listenForStop()
  const onFault = (error: unknown) => {
    log.fatal({ err: error }, 'a fault nobody caught: the process stops')
    process.exitCode = 1
    setTimeout(() => process.exit(1), forceAfterMs).unref()
    stop.tell('fault')
  }
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', onFault)

  const { tracing: sampling } = config
  const tracing = sampling && (await startTracing(sampling, createSparseLog(log, 'a trace could not be sent')))
  const trusted = await loadTrustedDocuments(folders.webDocuments, config.documentsDir)
  const database = await openDatabase(config, log)
  let server: Server | undefined
  try {
    const secrets = await readSecrets(config)
    const { demandAuthenticator } = config
    server = await startServer(config, { databaseUrl: database.url, log, ...secrets, demandAuthenticator, trusted })
    await database.embedded?.announce(server.url)
    say(banner(config, server.url, database.embedded && config.dataDir))
    const door = config.publicUrl?.origin ?? server.url
    let doors: DemoDoors | undefined
    // By default the demo is for the database that we brought ourselves; it leaves anybody's real data alone.
    if (config.demo === 'on' || (config.demo === 'auto' && database.embedded)) {
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
    log.info({ signal: await stop.told }, 'stopping')
  } finally {
    await server?.close()
    await database.close()
    await tracing?.stop()
  }
}

try {
  const { demo, help } = parseArguments(process.argv.slice(2))
  if (help) say(usage)
  else {
    const given = parseConfig()
    const config: Config = demo ? given : { ...given, demo: 'off' }
    await run(config, createLog(config.logLevel))
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
