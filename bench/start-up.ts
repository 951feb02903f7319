// How long `node dist/gateway/main.js` (what `npm start` runs when nothing has to be built) takes to serve, on an empty
// data folder and on one that it filled before. `npm run bench start-up [-- RUNS]`
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../gateway/storage/embedded/postmaster.js'
import { boardQuery } from './lib/board-crowd.js'
import { openLightSocket } from './lib/light-socket.js'
import { median } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const main = join(import.meta.dirname, '../gateway/main.js')
const withinMs = 120_000
const [runs = 3] = process.argv.slice(2).map(Number)

const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await pause(5)) {
    const found = await look().catch(() => undefined)
    if (found !== undefined) return found
  }
  throw new Error(`not within ${withinMs / 1_000} s`)
}

const firstWarehouse = async (url: string, token: string): Promise<string | undefined> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ warehouses { id } }' }),
  })
  const { data } = (await response.json()) as {
    readonly data: { readonly warehouses: readonly { readonly id: string }[] }
  }
  return data.warehouses[0]?.id
}

const firstFrame = async (url: string, token: string, warehouseId: string): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const payload = { query: boardQuery, variables: { warehouseId } }
  const socket = await openLightSocket({
    url: new URL(`${url.replace('http', 'ws')}/graphql`),
    protocol: 'graphql-transport-ws',
    onText: (text) =>
      text.includes('"connection_ack"')
        ? socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }))
        : resolve(),
  })
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
  await promise
  socket.close()
}

/** Starts, looks on, stops in order. */
const start = async (dataDir: string): Promise<{ readonly ready: number; readonly frame: number }> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { PATH, HOME } = process.env
  const began = performance.now()
  const child = spawn(process.execPath, [main], {
    env: { PATH, HOME, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
  try {
    await until(async () => ((await fetch(`${url}/health/ready`)).ok ? true : undefined))
    const ready = performance.now() - began
    // What a newcomer opens first: the links that the start prints.
    const token = await until(async () => /#token=(wba_[\w-]+)/.exec(printed)?.[1])
    await firstFrame(url, token, await until(() => firstWarehouse(url, token)))
    return { ready, frame: performance.now() - began }
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
}

printMachine()
const cold: { readonly ready: number; readonly frame: number }[] = []
const warm: { readonly ready: number; readonly frame: number }[] = []
for (let run = 0; run < runs; run += 1) {
  const base = mkdtempSync(join(tmpdir(), 'wba-bench-'))
  try {
    cold.push(await start(join(base, 'data')))
    warm.push(await start(join(base, 'data')))
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}
const seconds = (times: typeof cold, what: 'ready' | 'frame') => median(times.map((time) => time[what])) / 1_000
console.log(`\nmedians of ${runs}, with the demo warehouse`)
printTable(
  ['s from the start of the process', 'first start (no data)', 'next start'],
  [
    ['/health/ready', seconds(cold, 'ready'), seconds(warm, 'ready')],
    ['first frame of a board', seconds(cold, 'frame'), seconds(warm, 'frame')],
  ],
)
