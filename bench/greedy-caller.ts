// What one caller who takes all they can costs the others: a picker's small queries alone, and beside a caller who asks for
// three boards of 10,000 orders in each of four requests at once, again and again. `npm run bench greedy-caller`
import { setTimeout as pause } from 'node:timers/promises'
import { askForOrders } from './lib/ask-for-orders.js'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill } from './lib/fill.js'
import { longestHold } from './lib/longest-hold.js'
import { makeToken } from './lib/make-token.js'
import { createPost } from './lib/post.js'
import { startGateway } from './lib/server-process.js'
import { median, quantile } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const live = 10_000
const together = 4
const forMs = 20_000

const card = `id wbOrderId sku { id article title size barcodes } state putBackRequired claim { holder expiresAt } pickedBy deadlineAt amberAt
  redAt stateChangedAt version cargoType isB2b requiredMeta offices comment price { amount currency } createdAt
  marketplace { supplierStatus wbStatus cancelled } availableCommands`

const run = async (closers: Closers) => {
  const database = await startBenchServer(closers)
  const url = await database.createDatabase('greedy_caller')
  const pool = openPool(url, closers)
  const filled = await fill(pool, { warehouses: 3, live })
  const [greedy, picker] = [await makeToken(pool, 'greedy'), await makeToken(pool, 'picker')]
  const gateway = await startGateway(url, closers)
  const post = createPost(gateway.url, closers)
  const ask = (until: number) => askForOrders(post, { token: picker, ids: filled[0]?.liveIds ?? [] }, until)

  const boards = filled.map(({ id }, index) => `b${index}: orderBoard(warehouseId: "${id}") { orders { ${card} } }`)
  const take = async (until: number) => {
    const answered: number[] = []
    let refused = 0
    const one = async () => {
      while (performance.now() < until) {
        const began = performance.now()
        const { statusCode } = await post({ query: `{ ${boards.join(' ')} }` }, { token: greedy })
        if (statusCode === 200) answered.push(performance.now() - began)
        else {
          refused += 1
          await pause(50)
        }
      }
    }
    await Promise.all(Array.from({ length: together }, one))
    return { answered, refused }
  }

  await ask(performance.now() + 3_000)
  await longestHold(gateway.url)
  const alone = await ask(performance.now() + forMs)
  const holdAlone = await longestHold(gateway.url)
  const until = performance.now() + forMs
  const [beside, { answered, refused }] = await Promise.all([ask(until), take(until)])
  const holdBeside = await longestHold(gateway.url)

  console.log(
    `\n${together} requests at once for ${filled.length} boards of ${live} orders: ${answered.length} answered`,
  )
  console.log(`in ${median(answered).toFixed(0)} ms (median), ${refused} refused`)
  printTable(
    ['a picker’s small query (ms)', 'count', 'p50', 'p95', 'p99', 'longest', 'longest hold of the event loop'],
    [
      [
        'alone',
        alone.length,
        median(alone),
        quantile(alone, 0.95),
        quantile(alone, 0.99),
        Math.max(...alone),
        holdAlone,
      ],
      [
        ...['beside', beside.length, median(beside), quantile(beside, 0.95), quantile(beside, 0.99)],
        ...[Math.max(...beside), holdBeside],
      ],
    ],
  )
}

printMachine()
await withClosers(run)
