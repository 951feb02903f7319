// What one delivered message costs the server, against a plain ws broadcast of the same bytes and against the usual way
// (Apollo Server, graphql-ws, PubSub), all up at once and measured in turns. Each gets its events at the pace of commits:
// in a tight loop without a database everything stays in the caches, which is not how a server lives.
// `npm run bench fan-out [-- SOCKETS …]`
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Crowd, gatherCrowd } from './lib/board-crowd.js'
import { type Closers, withClosers } from './lib/closers.js'
import { cpuAMessage } from './lib/cpu-a-message.js'
import { fill, type FilledWarehouse, touchOrders } from './lib/fill.js'
import { residentBytes } from './lib/process-usage.js'
import { type ServerProcess, startGateway, startServerProcess } from './lib/server-process.js'
import { median } from './lib/stats.js'
import { makeTokens } from './lib/make-token.js'
import { printMachine, printTable } from './lib/table.js'

/** A way to bring a change to many sockets. */
interface Variant {
  readonly name: string
  readonly server: ServerProcess
  readonly crowd: Crowd
  readonly emit: (events: number) => Promise<void> | void
  /** Fewer rounds for a slow one: its ratio is clear without. */
  readonly pace: number
}

const orders = 50
const turns = 5
const burst = 5
const warmUp = 8

const measure = ({ server, crowd, emit, pace }: Variant, rounds: number, events: number): Promise<number> =>
  cpuAMessage(server, crowd, { emit, rounds: Math.max(3, Math.round(rounds * pace)), events })

/**
 * Resident bytes that one more subscribed, quiet socket takes, garbage collected: of the second half of a crowd of twice
 * the size, so that what the first sockets cost once (code, pages of the heap) is not counted as theirs.
 */
const memoryOfSockets = async (server: ServerProcess, gather: () => Promise<Crowd>): Promise<[Crowd, number]> => {
  const settled = async () => {
    await pause(1_500)
    await server.collect()
    return residentBytes(server.pid)
  }
  const first = await gather()
  const before = await settled()
  const crowd = await gather()
  const after = await settled()
  first.close()
  await settled()
  return [crowd, (after - before) / crowd.size]
}

const run = async (size: number, closers: Closers) => {
  const database = await startBenchServer(closers)
  const url = await database.createDatabase('fan_out')
  const pool = openPool(url, closers)
  const [warehouse, quiet] = await fill(pool, { warehouses: 2, live: orders })
  if (!warehouse || !quiet) throw new Error('no warehouse')
  const { rows } = await pool.query<{ state: object }>('SELECT state FROM order_state WHERE warehouse_id = $1', [
    warehouse.id,
  ])

  const gateway = await startGateway(url, closers)
  const tokens = await makeTokens(pool, size)
  const server = (name: string) => join(import.meta.dirname, `servers/${name}-server.js`)
  const pubsubEnv = { BENCH_ORDERS: JSON.stringify(rows.map(({ state }) => state)) }
  const pubsub = await startServerProcess(server('pubsub'), pubsubEnv, closers)
  const raw = await startServerProcess(server('raw'), {}, closers)

  let frame = ''
  const crowdOf = (to: ServerProcess, subscribed: boolean) => () =>
    gatherCrowd({
      url: `${to.url.replace('http', 'ws')}/graphql`,
      size,
      ...(subscribed && { warehouseOf: () => warehouse.id, tokens }),
      onChange: (payload) => {
        if (frame === '') frame = payload.toString()
      },
    })
  const memory = new Map<string, number>()
  const gather = async (name: string, to: ServerProcess, subscribed: boolean) => {
    const [crowd, bytes] = await memoryOfSockets(to, crowdOf(to, subscribed))
    closers.add(() => crowd.close())
    memory.set(name, bytes / 1_024)
    return crowd
  }
  const ours = await gather('ours', gateway, true)
  const usual = await gather('usual', pubsub, true)
  const plain = await gather('raw', raw, false)

  let next = 0
  const commit = ({ liveIds }: FilledWarehouse, count: number) =>
    touchOrders(
      pool,
      Array.from({ length: count }, () => liveIds[(next += 1) % orders] ?? ''),
    )
  // The same commit comes before, in a warehouse that nobody follows.
  const broadcast = (as: 'string' | 'buffer') => async (emit: number) => {
    await commit(quiet, emit)
    raw.send({ emit, as, text: frame })
  }
  const publish = async (emit: number) => {
    await commit(quiet, emit)
    pubsub.send({ emit })
  }
  const variants: readonly Variant[] = [
    { name: 'ours', server: gateway, crowd: ours, pace: 1, emit: (count) => commit(warehouse, count) },
    { name: 'raw string', server: raw, crowd: plain, pace: 1, emit: broadcast('string') },
    { name: 'raw buffer', server: raw, crowd: plain, pace: 1, emit: broadcast('buffer') },
    { name: 'Apollo + graphql-ws + PubSub', server: pubsub, crowd: usual, pace: 0.15, emit: publish },
  ]

  const singles = Math.round(60_000 / size)
  const bursts = Math.round(20_000 / size)
  const figures = new Map(variants.map(({ name }) => [name, { single: [] as number[], burst: [] as number[] }]))
  for (let turn = -1; turn < turns; turn += 1)
    for (const variant of variants) {
      // The first turn only warms up, long enough for the compiler: a server runs for weeks.
      const times = turn === -1 ? warmUp : 1
      const single = await measure(variant, singles * times, 1)
      const inBurst = await measure(variant, bursts * times, burst)
      if (turn === -1) continue
      figures.get(variant.name)?.single.push(single)
      figures.get(variant.name)?.burst.push(inBurst)
    }

  const of = (name: string, kind: 'single' | 'burst') => median(figures.get(name)?.[kind] ?? [])
  const floor = (kind: 'single' | 'burst') => Math.min(of('raw string', kind), of('raw buffer', kind))
  console.log(`\n${size} sockets on one board of ${orders} orders, ${Buffer.byteLength(frame)} bytes a message`)
  printTable(
    ['way', 'µs CPU a message', 'to raw', `µs in bursts of ${burst}`, 'to raw', 'KB an idle socket'],
    variants.map(({ name }) => [
      ...[name, of(name, 'single'), of(name, 'single') / floor('single')],
      ...[of(name, 'burst'), of(name, 'burst') / floor('burst')],
      memory.get(name.startsWith('raw') ? 'raw' : name === 'ours' ? 'ours' : 'usual') ?? Number.NaN,
    ]),
  )
}

printMachine()
const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [500, 2_000]) await withClosers((closers) => run(size, closers))
