import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../dist/gateway/main.js', import.meta.url))
const READY_WITHIN = 60_000

/** The built product, run as its users run it: a process of its own, with an embedded database of its own. */
export interface Product {
  readonly url: string
  /** Where its embedded database is. */
  readonly dataDir: string
  /** All that it has printed since it was first started, on both of its outputs. */
  readonly printed: () => string
  /** Ends the gateway at once, as a power cut would; the port and the data stay. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port and data, and waits until it is ready. */
  readonly start: () => Promise<void>
  /** Stops it from running without closing a socket, as a pulled cable or a frozen host would; `thaw` goes on. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Stops it in order and removes its data. */
  readonly close: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.close()
  await once(server, 'close')
  return port
}

async function ready(url: string, gateway: ChildProcess, output: readonly string[]): Promise<void> {
  const deadline = Date.now() + READY_WITHIN
  while (Date.now() < deadline) {
    if (gateway.exitCode !== null) throw new Error(`the gateway ended with ${gateway.exitCode}:\n${output.join('')}`)
    const answer = await fetch(`${url}/health/ready`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the gateway is not ready after ${READY_WITHIN} ms:\n${output.join('')}`)
}

/**
 * Starts the built product without the demo, unless the arguments are others, on a free port and an empty data folder. Managers
 * need no authenticator there, unless `settings` demand it.
 */
export async function startProduct(
  settings: Readonly<Record<string, string>> = {},
  args: readonly string[] = ['--no-demo'],
): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wba-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const output: string[] = []
  let gateway: ChildProcess | null = null

  async function start(): Promise<void> {
    gateway = spawn(process.execPath, [main, ...args], {
      env: {
        ...{ PATH: process.env['PATH'], PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
        ...{ DEMAND_AUTHENTICATOR: '0', ...settings },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [gateway.stdout, gateway.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => void output.push(text))
    await ready(url, gateway, output)
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!gateway || gateway.exitCode !== null || gateway.signalCode !== null) return
    const ended = once(gateway, 'exit')
    gateway.kill(signal)
    await ended
  }

  await start()
  return {
    url,
    dataDir,
    printed: () => output.join(''),
    start,
    kill: () => end('SIGKILL'),
    freeze: () => void gateway?.kill('SIGSTOP'),
    thaw: () => void gateway?.kill('SIGCONT'),
    async close() {
      gateway?.kill('SIGCONT')
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
