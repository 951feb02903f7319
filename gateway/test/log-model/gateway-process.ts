import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../storage/embedded/postmaster.js'
import type { Violations } from './violations.js'

const main = path.resolve(import.meta.dirname, '../../../dist/gateway/main.js')
const startWithinMs = 60_000

/** A gateway as users run it: the built program in a process of its own, always on the same port. */
export interface GatewayProcess {
  readonly name: string
  readonly url: string
  /** Deaths that we did not cause while it was serving. */
  readonly pid: number | undefined
  start(): Promise<void>
  kill(): Promise<void>
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
}

interface GatewayProcessOptions {
  readonly name: string
  readonly databaseUrl: string
  readonly violations: Violations
  /** Whether a start may fail for want of the database now. */
  readonly databaseIsAway: () => boolean
  /** Settings beside those that every one has. */
  readonly env?: Readonly<Record<string, string>>
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

/** A gateway that has not been started yet. */
export const createGatewayProcess = async (options: GatewayProcessOptions): Promise<GatewayProcess> => {
  const { name, databaseUrl, violations, databaseIsAway, env = {} } = options
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let ready = false
  let complaints = ''

  // A run that is broken off leaves nothing behind.
  process.once('exit', () => child?.kill('SIGKILL'))
  const launch = () => {
    const { PATH, HOME } = process.env
    const launched = spawn(process.execPath, [main], {
      env: {
        ...{ PATH, HOME, DATABASE_URL: databaseUrl, PORT: String(port) },
        ...{ DEMO: '0', DEMAND_AUTHENTICATOR: '0', LOG_LEVEL: 'error' },
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    complaints = ''
    for (const stream of [launched.stdout, launched.stderr])
      stream.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2_000)))
    launched.on('exit', (code, signal) => {
      if (ready && signal !== 'SIGKILL') violations.add(`${name} died by itself (${code ?? signal}): ${complaints}`)
      ready = false
    })
    child = launched
  }

  return {
    name,
    url,
    get pid() {
      return child?.pid
    },
    async start() {
      let mayFail = databaseIsAway()
      launch()
      for (const deadline = Date.now() + startWithinMs; Date.now() < deadline; await pause(25)) {
        mayFail ||= databaseIsAway()
        if (await isReady(url)) {
          ready = true
          return
        }
        if (child?.exitCode === null && child.signalCode === null) continue
        if (!mayFail) throw new Error(`${name} did not start: ${complaints}`)
        await pause(200)
        mayFail = databaseIsAway()
        launch()
      }
      throw new Error(`${name} was not ready within ${startWithinMs / 1000} s: ${complaints}`)
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    signal: (signal) => void child?.kill(signal),
  }
}
