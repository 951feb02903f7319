import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { once } from 'node:events'
import { vi } from 'vitest'

const folder = fileURLToPath(new URL('..', import.meta.url))
const dockerfile = readFileSync(`${folder}/Dockerfile`, 'utf8')

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number
  /** Standard output and error, as a terminal shows them. */
  readonly output: string
}

/** A command that goes on. */
export interface Service {
  /** How it ended, once it has. */
  readonly ended: Promise<Ran>
  running(): boolean
  /** Sends it a signal, as a container engine does; resolves when it has ended. */
  stop(signal: NodeJS.Signals): Promise<Ran>
}

/** A host that runs commands of the image, as its user, without a container engine. */
export interface Host {
  readonly port: number
  /** Runs a command of the image to its end. */
  run(command: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>
  /** Starts a command of the image that goes on, as a service does. */
  start(command: readonly string[]): Service
  /** Runs something as root, with the image's folders in place: what an administrator or a fault does. */
  asRoot(script: string): Promise<Ran>
  /** Ends every process and takes every file away. */
  close(): Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const ended = (child: ChildProcess): Promise<Ran> => {
  let output = ''
  child.stdout?.on('data', (chunk) => (output += String(chunk)))
  child.stderr?.on('data', (chunk) => (output += String(chunk)))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
  })
}

/** Makes the root, or answers why this machine cannot. */
export const prepareRoot = (dir: string): Promise<{ readonly root: string } | { readonly skip: string }> =>
  new Promise((resolve, reject) => {
    execFile(`${folder}/test/debian-root.sh`, [dir], (error, _, complaint) => {
      if (error === null) resolve({ root: `${dir}/root` })
      else if (error.code === 3) resolve({ skip: 'needs root, apt and a Debian mirror' })
      else reject(new Error(`debian-root.sh failed: ${complaint}`))
    })
  })

// The volumes and the secrets of the compose file, in memory; the files where the Dockerfile puts them.
const volumes = [
  '/var/lib/postgresql',
  '/var/lib/pgbackrest',
  '/var/lib/wba-backup',
  '/var/lib/restore-drill',
  '/tmp',
  '/run',
]
const copies = [...dockerfile.matchAll(/^COPY (\S+) (\S+)$/gm)].map(([, from, to]) => ({ from, to }))
const pgdata = /^ENV PGDATA=(\S+)$/m.exec(dockerfile)?.[1] ?? ''

const furnish = (root: string): string =>
  [
    'set -e',
    `mount --rbind /dev ${root}/dev`,
    `mount -t proc proc ${root}/proc`,
    ...volumes.map((path) => `mkdir -p ${root}${path}; mount -t tmpfs -o mode=1777,size=1g tmpfs ${root}${path}`),
    `mkdir -m 1777 ${root}/run/postgresql ${root}/run/secrets`,
    ...copies.map(({ from, to }) => `mkdir -p ${root}${to}; mount --bind ${folder}/${from} ${root}${to}`),
    ...['owner-password', 'gateway-password', 'backup-key'].map(
      (name) => `echo ${name}-of-the-drill >${root}/run/secrets/${name}`,
    ),
    'echo furnished',
    // Lives as long as its standard input: when the test goes, so do all processes and mounts.
    'exec cat',
  ].join('\n')

/** Opens a host on the root; its folders and processes are nobody else's. */
export const openHost = async (root: string): Promise<Host> => {
  const port = await freePort()
  const holder = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'bash', '-c', furnish(root)])
  const furnished = ended(holder)
  const first = await Promise.race([once(holder.stdout, 'data'), furnished.then(({ output }) => output)])
  if (!String(first).includes('furnished')) throw new Error(`the host could not be furnished: ${String(first)}`)

  const inside = [`--mount=/proc/${holder.pid}/ns/mnt`, `--pid=/proc/${holder.pid}/ns/pid_for_children`]
  const image = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    PGDATA: pgdata,
    OWNER_PASSWORD_FILE: '/run/secrets/owner-password',
    GATEWAY_PASSWORD_FILE: '/run/secrets/gateway-password',
    BACKUP_KEY_FILE: '/run/secrets/backup-key',
    PGPORT: String(port),
    PGBACKREST_PG1_PORT: String(port),
  }
  const enter = (command: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawn('nsenter', [...inside, 'chroot', '--userspec=postgres:postgres', root, ...command], {
      env: { ...image, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  return {
    port,
    start(command) {
      const child = enter(command)
      const end = ended(child)
      return {
        ended: end,
        running: () => child.exitCode === null,
        async stop(signal) {
          // The child is nsenter; what it starts, a moment later, is the command.
          const children = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
          const pid = await vi.waitUntil(() => child.exitCode === null && Number.parseInt(children(), 10))
          process.kill(pid, signal)
          return end
        },
      }
    },
    run: (command, env) => ended(enter(command, env)),
    asRoot: (script) => ended(spawn('nsenter', [...inside, 'chroot', root, 'bash', '-c', script], { env: image })),
    async close() {
      holder.stdin.end()
      await furnished
    },
  }
}
