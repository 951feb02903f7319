// What the analysts' role costs a question: its small pool, a transaction of its own and row-level security, against the
// application's role, asked in turns, as ratio of medians. `npm run bench analyst-cost`
import { allRights } from '../gateway/domain/person/rights.js'
import { openAnalysts } from '../gateway/storage/analysts.js'
import { readBoard } from '../gateway/storage/board/read-board.js'
import { readThroughput } from '../gateway/storage/board/read-throughput.js'
import { findOrder } from '../gateway/storage/order/find-order.js'
import { listOrders } from '../gateway/storage/order/list-orders.js'
import { readTimelines } from '../gateway/storage/order/read-timelines.js'
import { ANALYST_ROLE, createPool } from '../gateway/storage/pool.js'
import type { ReadDeps } from '../gateway/storage/stoppable-read.js'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill } from './lib/fill.js'
import { median, timed } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const live = 600
const closed = 99_400
const rounds = 60
const warmUp = 10

const run = async (closers: Closers) => {
  const server = await startBenchServer(closers)
  const url = await server.createDatabase('analyst_cost')
  const [warehouse] = await fill(openPool(url, closers), { warehouses: 1, live, closed, events: true })
  if (!warehouse) throw new Error('no warehouse')
  const { id: warehouseId, liveIds } = warehouse
  const pool = createPool(url)
  const analysts = openAnalysts(url, ANALYST_ROLE, () => undefined)
  closers.add(() => pool.end())
  closers.add(() => analysts.close())
  const until = { signal: new AbortController().signal, stop: async () => undefined }
  const manager: ReadDeps = { pool }
  const analyst = analysts.readsFor({ personId: 'analyst', warehouseIds: [warehouseId] }, until)

  const filter = { warehouseId }
  const page = { orderBy: 'DEADLINE_ASC', first: 50 } as const
  const questions: Readonly<Record<string, (deps: ReadDeps, turn: number) => Promise<unknown>>> = {
    [`orderBoard (${live} live orders)`]: (deps) => readBoard(deps, warehouseId),
    'orders by deadline, first 50': (deps) => listOrders(deps, { ...page, filter }, allRights),
    'orders of one state': (deps) =>
      listOrders(deps, { ...page, filter: { ...filter, states: ['RELEASED'] } }, allRights),
    'orders overdue or red': (deps) =>
      listOrders(deps, { ...page, filter: { ...filter, slaBuckets: ['OVERDUE', 'RED'] } }, allRights),
    'orders by the number': (deps, turn) =>
      listOrders(deps, { ...page, filter: { ...filter, text: String(1_000_001 + (turn % live)) } }, allRights),
    'throughput of 12 hours': (deps) => readThroughput(deps, warehouseId, 12),
    'order with its timeline': async (deps, turn) => {
      const id = liveIds[(turn * 7) % live] ?? ''
      await findOrder(deps, id, null)
      await readTimelines(deps, [id])
    },
  }
  const rows = []
  for (const [name, ask] of Object.entries(questions)) {
    const times: [number[], number[]] = [[], []]
    for (let turn = 0; turn < rounds + warmUp; turn += 1) {
      const [a, b] = [await timed(() => ask(manager, turn)), await timed(() => ask(analyst, turn))]
      if (turn < warmUp) continue
      times[0].push(a)
      times[1].push(b)
    }
    rows.push([name, median(times[0]), median(times[1]), median(times[1]) / median(times[0])])
  }
  console.log(`\n${(live + closed).toLocaleString('en')} orders, medians of ${rounds}`)
  printTable(['question (ms)', 'manager', 'analyst', 'ratio'], rows)
}

printMachine()
await withClosers(run)
