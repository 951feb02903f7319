// What rights cost. Requests: of an administrator, whose rights ask for nothing; of a manager of the warehouse; and of the same
// administrator at a gateway that looks each time whose the token is. Fan-out: a board followed by one class of people, as it would be without rights; by people of whom half may
// not see prices; and by those while somebody's rights move each second, so that every socket is looked at anew. All in turns.
// `npm run bench rights-cost`
import { randomUUID } from 'node:crypto'
import { startServer } from '../gateway/server.js'
import { createLog } from '../gateway/transport/log.js'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Crowd, gatherCrowd } from './lib/board-crowd.js'
import { type Closers, withClosers } from './lib/closers.js'
import { cpuAMessage } from './lib/cpu-a-message.js'
import { fill, type FilledWarehouse, touchOrders } from './lib/fill.js'
import { makeToken, makeTokens } from './lib/make-token.js'
import { createPost } from './lib/post.js'
import { startGateway } from './lib/server-process.js'
import { median, timed } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const live = 600
const rounds = 1_000
const warmUp = 200

const questions: Readonly<Record<string, string>> = {
  'nothing (`__typename`)': '{ __typename }',
  'an order': 'query ($id: ID!) { order(id: $id) { id state availableCommands } }',
  'orders, first 50': '{ orders(first: 50, filter: { states: [NEW] }) { edges { node { id state deadlineAt } } } }',
  'a command (hold, resume)':
    'mutation ($commandId: UUID!, $ids: [ID!]!, $hold: Boolean!) { holdOrders(commandId: $commandId, orderIds: $ids) @include(if: $hold) { __typename } resumeOrders(commandId: $commandId, orderIds: $ids) @skip(if: $hold) { __typename } }',
}

const requests = async (closers: Closers) => {
  const database = await startBenchServer(closers)
  const databaseUrl = await database.createDatabase('rights_cost')
  const pool = openPool(databaseUrl, closers)
  const [warehouse] = await fill(pool, { warehouses: 1, live })
  const admin = await makeToken(pool, 'admin')
  const manager = await makeToken(pool, 'manager', undefined, { role: 'MANAGER', warehouseId: warehouse?.id ?? '' })

  const start = async (viewerKeptFor?: number) => {
    const limits = viewerKeptFor === undefined ? {} : { viewerKeptFor }
    const at = { host: '127.0.0.1', port: 0, publicUrl: undefined, trustedProxies: [], drainDelayMs: 0 } as const
    const server = await startServer(at, {
      databaseUrl,
      log: createLog('silent'),
      limits,
      trusted: new Map(),
      demandAuthenticator: false,
    })
    closers.add(() => server.close())
    const post = createPost(server.url, closers)
    return (token: string) => async (query: string, variables: object) => {
      const { statusCode } = await post({ query, variables }, { token })
      if (statusCode !== 200) throw new Error(`answered ${statusCode}`)
    }
  }
  const remembering = await start()
  const lookingUp = await start(0)
  /** Somebody who may do everything, known at once: as without rights. Then what rights add. */
  const callers = [remembering(admin), remembering(manager), lookingUp(admin)]

  const rows = []
  for (const [name, query] of Object.entries(questions)) {
    const took = callers.map((): number[] => [])
    for (let turn = 0; turn < rounds + warmUp; turn += 1)
      for (const place of callers.keys()) {
        // Another one begins each turn.
        const which = (turn + place) % callers.length
        // Each holds an order of its own, and resumes it in the next turn.
        const id = warehouse?.liveIds[(Math.floor(turn / 2) * callers.length + which) % live]
        const variables = { id, ids: [id], hold: turn % 2 === 0, commandId: randomUUID() }
        const ms = await timed(() => callers[which]?.(query, variables) ?? Promise.reject(new Error()))
        if (turn >= warmUp) took[which]?.push(ms)
      }
    const [alone = Number.NaN, ...others] = took.map(median)
    rows.push([name, alone, ...others.flatMap((ms) => [ms, ms / alone])])
  }
  console.log(`\n${rounds} requests of each kind, one after the other`)
  printTable(
    ['request, p50, ms', 'of an administrator', 'of a manager', 'ratio', 'of one who is looked up', 'ratio'],
    rows,
  )
}

const sockets = 500
const orders = 50
const fanOutTurns = 6
const fanOutRounds = 120
const burst = 5

const fanOut = async (closers: Closers) => {
  const database = await startBenchServer(closers)
  const url = await database.createDatabase('rights_fan_out')
  const pool = openPool(url, closers)
  const filled = await fill(pool, { warehouses: 2, live: orders })
  const gateway = await startGateway(url, closers)
  const crowdOf = async ({ id }: FilledWarehouse, tokens: readonly string[]) => {
    const crowd = await gatherCrowd({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      size: sockets,
      warehouseOf: () => id,
      tokens,
    })
    closers.add(() => crowd.close())
    return crowd
  }
  const [one, two] = filled
  if (!one || !two) throw new Error('no warehouse')
  const [all, half, pickers] = [
    await makeTokens(pool, sockets),
    await makeTokens(pool, sockets / 2, { role: 'MANAGER', warehouseId: two.id }),
    await makeTokens(pool, sockets / 2, { role: 'PICKER', warehouseId: two.id }),
  ]
  const [alike, mixed] = [
    await crowdOf(one, all),
    await crowdOf(
      two,
      half.flatMap((token, n) => [token, pickers[n] ?? token]),
    ),
  ]

  let next = 0
  const commit =
    ({ liveIds }: FilledWarehouse) =>
    (count: number) =>
      touchOrders(
        pool,
        Array.from({ length: count }, () => liveIds[(next += 1) % orders] ?? ''),
      )
  const moveRights = () => void pool.query('UPDATE rights_head SET version = version + 1')
  const measure = async (crowd: Crowd, warehouse: FilledWarehouse, moves: boolean, events: number) => {
    const moving = moves ? setInterval(moveRights, 1_000) : undefined
    const rounds = Math.round(fanOutRounds / events)
    const cost = await cpuAMessage(gateway, crowd, { emit: commit(warehouse), rounds, events })
    clearInterval(moving)
    return cost
  }
  const ways = [
    { name: 'one class, as without rights', crowd: alike, warehouse: one, moves: false },
    { name: 'half without prices', crowd: mixed, warehouse: two, moves: false },
    { name: 'half without prices, rights move each second', crowd: mixed, warehouse: two, moves: true },
  ].map((way) => ({ ...way, single: [] as number[], burst: [] as number[] }))
  for (let turn = -2; turn < fanOutTurns; turn += 1)
    for (const { crowd, warehouse, moves, ...costs } of ways) {
      const single = await measure(crowd, warehouse, moves, 1)
      const inBurst = await measure(crowd, warehouse, moves, burst)
      if (turn < 0) continue
      costs.single.push(single)
      costs.burst.push(inBurst)
    }

  const [without] = ways
  // The turns' own ratios: what else the machine does changes from turn to turn.
  const ratio = (kind: 'single' | 'burst', costs: readonly number[]) =>
    median(costs.map((cost, turn) => cost / (without?.[kind][turn] ?? Number.NaN)))
  console.log(`\n${sockets} sockets on one board of ${orders} orders`)
  printTable(
    ['fan-out, µs CPU a message', 'single', 'ratio', `bursts of ${burst}`, 'ratio'],
    ways.map((way) => [
      ...[way.name, median(way.single), ratio('single', way.single)],
      ...[median(way.burst), ratio('burst', way.burst)],
    ]),
  )
}

printMachine()
await withClosers(requests)
await withClosers(fanOut)
