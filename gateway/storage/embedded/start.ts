import type { EmbeddedEnv } from './binaries.js'
import { debianBinaries } from './binaries.js'
import { chooseServer, type Server } from './choose-server.js'
import { EmbeddedError } from './errors.js'
import { clusterMajor, openFolder, readPassword, type Folder } from './folder.js'
import { initCluster } from './init-cluster.js'
import { trimLog } from './log-file.js'
import { embeddedUrl } from './ownership.js'
import { freePort, spawnPostmaster, type Postmaster } from './postmaster.js'
import { describeMyself, removeRunning, writeRunning } from './running-file.js'
import { takeStartLock } from './start-lock.js'
import { supervise, type EmbeddedLog, type Supervisor } from './supervisor.js'
import { takeServer } from './take-server.js'

/** What an embedded start needs. */
export type EmbeddedOptions = {
  readonly dataDir: string
  readonly log: EmbeddedLog
  /** PG_BIN, PATH and EMBEDDED_PG_USER of the environment. */
  readonly env?: EmbeddedEnv
  /** Further arguments of `postgres`, for example `['-c', 'shared_buffers=512MB']`; an adopted server keeps its own. */
  readonly flags?: readonly string[]
}

/** The embedded database, running and owned by this process. */
export type Embedded = Omit<Supervisor, 'stop'> & {
  /** Of the database `wba` as its owner `wba`. */
  readonly url: string
  readonly port: number
  /** Of the server found or started now; a restart changes it. */
  readonly pid: number
  /** Where the server's programs were found. */
  readonly from: string
  readonly runsAs: string
  readonly major: number
  /** The cluster was made by this start. */
  readonly fresh: boolean
  /** The server had outlived a killed owner. */
  readonly adopted: boolean
  /** Tells a second start (through running.json) where this process serves people. */
  readonly announce: (url: string) => Promise<void>
  /** Stops the server in order and gives the folder free; safe to call twice. */
  readonly stop: () => Promise<void>
}

const TRIM_MS = 600_000

/**
 * Starts or adopts the embedded PostgreSQL of a data folder and owns it until `stop`, or until this process dies.
 * Throws AlreadyRunning when another living process owns it, EmbeddedError for all a person can mend.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log, env = {}, flags = [] } = options
  const folder = openFolder(options.dataDir)
  const unlock = await takeStartLock(folder.startLock)
  try {
    const found = clusterMajor(folder)
    const server = chooseServer(folder, env)
    if (found !== undefined && found !== server.major) throw otherMajor(folder, found, server.major)
    const fresh = found === undefined
    if (fresh) await initCluster(folder, server)
    readPassword(folder) // before anything is started: without it the server would be of no use

    const { postmaster, ownership, adopted } = await takeServer(folder, () => launchAnywhere(folder, server, flags))
    const { pid, port } = postmaster
    let running = describeMyself()
    writeRunning(folder.running, running)
    const launch = (): Promise<Postmaster> => spawnPostmaster(folder, server, port, flags)
    const supervisor = supervise({ folder, launch, port, log }, ownership)
    const trimming = setInterval(() => trimLog(folder.log), TRIM_MS).unref()

    const stop = async (): Promise<void> => {
      clearInterval(trimming)
      writeRunning(folder.running, { ...running, stopping: true })
      await supervisor.stop()
      removeRunning(folder.running)
    }
    let stopped: Promise<void> | undefined
    return {
      ...{ url: embeddedUrl(folder, port), port, pid, fresh, adopted },
      ...{ from: server.binaries.from, runsAs: server.runAs.name, major: server.major },
      state: supervisor.state,
      onState: supervisor.onState,
      announce: async (url) => {
        running = { ...running, url }
        if (!stopped) writeRunning(folder.running, running)
      },
      stop: () => (stopped ??= stop()),
    }
  } finally {
    unlock()
  }
}

// Between finding a free port and listening on it somebody else may take it.
async function launchAnywhere(
  folder: Folder,
  server: Server,
  flags: readonly string[],
  tries = 3,
): Promise<Postmaster> {
  try {
    return await spawnPostmaster(folder, server, await freePort(), flags)
  } catch (error) {
    const taken = error instanceof EmbeddedError && error.message.includes('Address already in use')
    if (!taken || tries <= 1) throw error
    return launchAnywhere(folder, server, flags, tries - 1)
  }
}

function otherMajor(folder: Folder, found: number, ours: number): EmbeddedError {
  const debian = debianBinaries(found)
  const old = debian === undefined ? `PG_BIN=<folder with PostgreSQL ${found}'s programs>` : `PG_BIN=${debian}`
  return new EmbeddedError(
    'OTHER_MAJOR',
    `${folder.cluster} was made by PostgreSQL ${found}, this program brings ${ours}. Nothing was changed. ` +
      `To go on with the old version start with ${old}; to move over, dump it with version ${found}, move the folder ` +
      'away and load the dump into a new one.',
  )
}
