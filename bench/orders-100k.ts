// What 100,000 orders in a warehouse change: the same questions to a database of 1,000 orders and to one of 100,000,
// asked in turns, as ratio of medians. The board is the same size in both. `npm run bench orders-100k`
import { createPool } from '../gateway/storage/pool.js'
import { readBoard } from '../gateway/storage/board/read-board.js'
import { readThroughput } from '../gateway/storage/board/read-throughput.js'
import { commandOrders } from '../gateway/storage/order/command-orders.js'
import { findOrder } from '../gateway/storage/order/find-order.js'
import { type ListOrders, listOrders } from '../gateway/storage/order/list-orders.js'
import { readTimelines } from '../gateway/storage/order/read-timelines.js'
import { randomUUID } from 'node:crypto'
import { allRights } from '../gateway/domain/person/rights.js'
import { type BenchServer, openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill } from './lib/fill.js'
import { median, timed } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const live = 600
const rounds = 60
const warmUp = 10
const sizes = [1_000, 100_000] as const

type Ask = (turn: number) => Promise<unknown>

/** Cursors that lie a share of the way into a sort; walking there page by page is the client's way and would take long here. */
const deepCursor = async (
  list: (args: ListOrders) => ReturnType<typeof listOrders>,
  args: ListOrders,
  pages: number,
) => {
  let after: string | null = null
  for (let page = 0; page < pages; page += 1) {
    const { pageInfo } = await list({ ...args, first: 100, after })
    if (pageInfo.endCursor === null) break
    after = pageInfo.endCursor
  }
  return after
}

const questions = async (server: BenchServer, size: number, closers: Closers): Promise<ReadonlyMap<string, Ask>> => {
  const url = await server.createDatabase(`orders_${size}`)
  const [warehouse] = await fill(openPool(url, closers), { warehouses: 1, live, closed: size - live, events: true })
  if (!warehouse) throw new Error('no warehouse')
  const { id: warehouseId, liveIds } = warehouse
  const pool = createPool(url)
  closers.add(() => pool.end())
  const deps = { pool, onCommit: () => undefined }
  const list = (args: ListOrders) => listOrders(deps, args, allRights)
  const idOf = (turn: number) => liveIds[(turn * 7) % live] ?? ''
  const filter = { warehouseId }
  const asks = new Map<string, Ask>()

  for (const orderBy of [
    ...(['DEADLINE_ASC', 'DEADLINE_DESC', 'CREATED_ASC', 'CREATED_DESC', 'CHANGED_ASC', 'CHANGED_DESC'] as const),
  ])
    asks.set(`orders by ${orderBy}, first 50`, () => list({ filter, orderBy, first: 50 }))
  // As deep as goes: the last pages of the small one, the 300th of the large one.
  const deep = await deepCursor(list, { filter, orderBy: 'CREATED_DESC' }, size === 1_000 ? 9 : 300)
  const orderBy = 'CREATED_DESC'
  asks.set('orders, 50 after a deep cursor', () => list({ filter, orderBy, first: 50, after: deep }))
  asks.set('orders, last 50', () => list({ filter, orderBy, last: 50 }))
  asks.set('orders of one state', () => list({ filter: { ...filter, states: ['RELEASED'] }, orderBy, first: 50 }))
  asks.set('orders overdue or red', () =>
    list({ filter: { ...filter, slaBuckets: ['OVERDUE', 'RED'] }, orderBy: 'DEADLINE_ASC', first: 50 }),
  )
  asks.set('orders of an hour', () =>
    list({
      filter: { ...filter, createdFrom: new Date(Date.now() - 7_200_000), createdTo: new Date(Date.now() - 3_600_000) },
      ...{ orderBy, first: 50 },
    }),
  )
  asks.set('orders by the number', (turn) =>
    list({ filter: { ...filter, text: String(1_000_000 + 1 + (turn % live)) }, orderBy, first: 50 }),
  )
  asks.set('orderBoard (600 live orders)', () => readBoard(deps, warehouseId))
  asks.set('throughput of 12 hours', () => readThroughput(deps, warehouseId, 12))
  asks.set('order with its timeline', async (turn) => {
    await findOrder(deps, idOf(turn), null)
    await readTimelines(deps, [idOf(turn)])
  })
  asks.set('a command (hold, resume)', (turn) =>
    commandOrders(deps, {
      ...{ commandId: randomUUID(), actor: 'bench', rights: allRights, orderIds: [idOf(Math.floor(turn / 2))] },
      ...(turn % 2 === 0 ? { command: 'HOLD' } : { command: 'RESUME' }),
    }),
  )
  return asks
}

const run = async (closers: Closers) => {
  const server = await startBenchServer(closers)
  const [small, large] = [await questions(server, sizes[0], closers), await questions(server, sizes[1], closers)]
  const rows = []
  for (const [name, askSmall] of small) {
    const askLarge = large.get(name)
    if (!askLarge) continue
    const times: [number[], number[]] = [[], []]
    for (let turn = 0; turn < rounds + warmUp; turn += 1) {
      const [a, b] = [await timed(() => askSmall(turn)), await timed(() => askLarge(turn))]
      if (turn < warmUp) continue
      times[0].push(a)
      times[1].push(b)
    }
    rows.push([name, median(times[0]), median(times[1]), median(times[1]) / median(times[0])])
  }
  console.log(`\nmedians of ${rounds}`)
  printTable(['question (ms)', '1,000 orders', '100,000 orders', 'ratio'], rows)
}

printMachine()
await withClosers(run)
