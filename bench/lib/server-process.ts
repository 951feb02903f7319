import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../gateway/storage/embedded/postmaster.js'
import type { Closers } from './closers.js'

/** A server in a process of its own. */
export interface ServerProcess {
  readonly pid: number
  readonly url: string
  /** Asks it to collect its garbage; resolves when it has. */
  collect(): Promise<void>
  send(message: object): void
  stop(): Promise<void>
}

const collector = join(import.meta.dirname, 'collect-on-request.js')
const gatewayMain = join(import.meta.dirname, '../../gateway/main.js')

/** Starts a program that takes its port from PORT and speaks over IPC when it is ready, or answers /health/ready. */
export const startServerProcess = async (
  file: string,
  env: Readonly<Record<string, string>>,
  closers: Closers,
): Promise<ServerProcess> => {
  const { PATH, HOME } = process.env
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, ['--expose-gc', '--import', collector, file], {
    env: { PATH, HOME, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  closers.add(stop)
  const url = `http://127.0.0.1:${port}`
  for (const deadline = Date.now() + 60_000; ; await pause(20)) {
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) break
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`${file} did not start`)
  }
  return {
    pid: child.pid ?? Number.NaN,
    url,
    async collect() {
      const done = once(child, 'message')
      child.send({ collect: true })
      await done
    },
    send: (message) => void child.send(message),
    stop,
  }
}

/** A gateway as users run it, without the demo. */
export const startGateway = (databaseUrl: string, closers: Closers): Promise<ServerProcess> =>
  startServerProcess(
    gatewayMain,
    { DATABASE_URL: databaseUrl, DEMO: '0', DEMAND_AUTHENTICATOR: '0', LOG_LEVEL: 'error' },
    closers,
  )
