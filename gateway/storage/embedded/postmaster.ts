import { spawn } from 'node:child_process'
import { closeSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Server } from './choose-server.js'
import { EmbeddedError, errorCode } from './errors.js'
import type { Folder } from './folder.js'
import { logSince, logSize, openLog } from './log-file.js'
import { isAlive, isPostmasterOf } from './processes.js'

/** A PostgreSQL main process as its own pid file tells. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean }

// A small machine shared with the gateway: the cache's default size, no JIT (it costs more than these short statements
// take), errors without statements or row contents (people's data must not lie in logs). Durability stays untouched.
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=', // a socket's path is limited to 107 bytes, a data folder's is not
  'max_connections=100',
  'shared_buffers=128MB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_line_prefix=%m [%p] %a ',
  'log_checkpoints=off',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
]
const READY_MS = 300_000 // crash recovery may replay a gigabyte of log
const POLL_MS = 10
const FAST_MS = 30_000
const IMMEDIATE_MS = 10_000

/** The server that runs on this cluster, if any; one left by a killed gateway counts, a stale pid file does not. */
export function findPostmaster(folder: Folder): Postmaster | undefined {
  const written = readPidFile(folder)
  return written && isPostmasterOf(written.pid, folder.cluster) ? written : undefined
}

/** Starts the server on a port, detached from this process, and waits until it takes connections. Throws START_FAILED. */
export async function spawnPostmaster(
  folder: Folder,
  server: Server,
  port: number,
  flags: readonly string[],
): Promise<Postmaster> {
  disarmPidFile(folder)
  const settings = SETTINGS.flatMap((setting) => ['-c', setting])
  const [file, args] = server.command('postgres', ['-D', folder.cluster, '-p', String(port), ...settings, ...flags])
  const log = openLog(folder.log)
  const offset = logSize(folder.log)
  const child = spawn(file, args, {
    ...server.runAs.ids,
    env: server.env,
    cwd: folder.cluster,
    stdio: ['ignore', log, log],
    detached: true, // Ctrl+C in the terminal is for the gateway, which then stops the server in order
  })
  closeSync(log)
  child.unref()
  let gone: string | undefined
  child.once('error', (error) => (gone = error.message))
  child.once('exit', (code, signal) => (gone = `exit ${code ?? signal}`))
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline && gone === undefined; await delay(POLL_MS)) {
    const written = readPidFile(folder)
    if (written?.ready && written.pid === child.pid) return written
  }
  const why = gone ?? `not ready after ${READY_MS / 1000} s`
  throw new EmbeddedError(
    'START_FAILED',
    `PostgreSQL did not start (${why}); ${folder.log} says: ${logSince(folder.log, offset)}`,
  )
}

/** Stops the server: at once but in order (no session is waited for), harder when that takes more than 30 s. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  for (const [signal, ms] of [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
    ['SIGKILL', IMMEDIATE_MS],
  ] as const) {
    if (!isAlive(pid)) return
    send(pid, signal)
    for (const deadline = Date.now() + ms; Date.now() < deadline && isAlive(pid);) await delay(POLL_MS)
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error // it ended by itself a moment ago
  }
}

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function readPidFile(folder: Folder): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(folder), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

// The pid of a dead server may be somebody else's by now (after a reboot, in a restarted container) or a zombie's that
// nobody has reaped; PostgreSQL takes either for its twin and refuses to start. It does not count its own parent as one,
// so our pid goes there. The file itself must stay: it names the shared memory, by which PostgreSQL sees that sessions
// of the dead server still live.
function disarmPidFile(folder: Folder): void {
  const written = readPidFile(folder)
  if (!written || isPostmasterOf(written.pid, folder.cluster)) return
  const [, ...rest] = readFileSync(pidFile(folder), 'utf8').split('\n')
  writeFileSync(pidFile(folder), [process.pid, ...rest].join('\n'))
}

const pidFile = (folder: Folder): string => path.join(folder.cluster, 'postmaster.pid')
