// What the floor costs: the life of orders (release, claim, pick, pack) by commands over HTTP, as it is with leases alone; with the work of a
// shift; and with cells and stock as well, where a claim reserves units and a pick books one out of the scanned cell. In turns, on one
// gateway and database, by several pickers at once. `npm run bench floor-cost [-- ROUNDS]`
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill, type FilledWarehouse } from './lib/fill.js'
import { makeToken } from './lib/make-token.js'
import { startGateway } from './lib/server-process.js'
import { median, quantile, timed } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const [rounds = 20] = process.argv.slice(2).map(Number)
const warmUp = 3
const pickers = 4
/** Orders that a picker takes in a round. */
const taken = 20

const ways = [
  { name: 'leases', shifts: false, cells: false },
  { name: 'shifts', shifts: true, cells: false },
  { name: 'shifts, cells, stock', shifts: true, cells: true },
] as const
const steps = ['release', 'claim', 'pick', 'pack'] as const
type Step = (typeof steps)[number]

const commands = {
  release: '$ids: [ID!]!) { r: releaseOrders(commandId: $commandId, orderIds: $ids) {',
  claimOrders: '$ids: [ID!]!) { r: claimOrders(commandId: $commandId, orderIds: $ids) {',
  claimWork:
    '$warehouseId: ID!, $count: Int!) { r: claimWork(commandId: $commandId, warehouseId: $warehouseId, count: $count) {',
  pick: '$id: ID!, $barcode: String!, $cell: String) { r: pickOrder(commandId: $commandId, orderId: $id, barcode: $barcode, cell: $cell) {',
  pack: '$id: ID!, $barcode: String!) { r: packOrder(commandId: $commandId, orderId: $id, barcode: $barcode) {',
  startShift: '$warehouseId: ID!) { r: startShift(commandId: $commandId, warehouseId: $warehouseId) {',
} as const

type Give = (name: keyof typeof commands, variables: object) => Promise<void>

/** Gives commands with a token; one that is not done ends the scenario. */
const giver =
  (url: string, token: string): Give =>
  async (name, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: `mutation ($commandId: UUID!, ${commands[name]} __typename ... on Refusal { code message } } }`,
        variables: { ...variables, commandId: randomUUID() },
      }),
    })
    const answer = await response.text()
    if (!answer.includes('Success')) throw new Error(answer)
  }

/** A cell for each size, with more in it than is picked. */
const makeCells = async (pool: pg.Pool, warehouseId: string) => {
  await pool.query(
    `WITH c AS (INSERT INTO storage_cell (id, warehouse_id, zone, code, barcode, walk_order)
       SELECT gen_random_uuid(), $1, 'A', 'A-' || n, 'CELL-' || n, n FROM generate_series(1, (SELECT count(*)::int FROM sku)) n RETURNING id, walk_order),
     s AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM sku)
     INSERT INTO stock_movement (id, warehouse_id, cell_id, sku_id, kind, quantity, actor)
     SELECT gen_random_uuid(), $1, c.id, s.id, 'RECEIVED', 1000, 'bench' FROM c JOIN s ON s.n = c.walk_order`,
    [warehouseId],
  )
}

interface Held {
  readonly id: string
  readonly barcode: string
  readonly cell: string | null
}

const readHeld = async (pool: pg.Pool, holder: string): Promise<readonly Held[]> => {
  const { rows } = await pool.query<Held>(
    `SELECT o.id, b.barcode, c.code AS cell FROM claim k JOIN orders o ON o.id = k.order_id JOIN sku_barcode b ON b.sku_id = o.sku_id
     LEFT JOIN storage_cell c ON c.id = k.cell_id WHERE k.holder = $1 AND k.released_at IS NULL`,
    [holder],
  )
  if (rows.length !== taken) throw new Error(`${holder} holds ${rows.length} orders`)
  return rows
}

/** A warehouse where orders live in one way, and what that took. */
interface Floor {
  readonly way: (typeof ways)[number]
  readonly warehouseId: string
  /** Orders that are new yet. */
  readonly left: string[]
  readonly people: readonly { readonly name: string; readonly give: Give }[]
  readonly took: Readonly<Record<Step, number[]>>
  /** Rounds, ms. */
  readonly lives: number[]
}

const openFloor = async (
  pool: pg.Pool,
  url: string,
  way: Floor['way'],
  { id: warehouseId, liveIds }: FilledWarehouse,
): Promise<Floor> => {
  if (way.cells) await makeCells(pool, warehouseId)
  const people = []
  for (let n = 0; n < pickers; n += 1) {
    const name = `${way.name} ${n}`
    const give = giver(url, await makeToken(pool, name))
    if (way.shifts) await give('startShift', { warehouseId })
    people.push({ name, give })
  }
  const took = { release: [], claim: [], pick: [], pack: [] }
  return { way, warehouseId, left: [...liveIds], people, took, lives: [] }
}

/** Each picker's orders of a round from their release to their packing: ms of all together; what the commands took is noted. */
const live = async (pool: pg.Pool, { way, warehouseId, left, people, took }: Floor): Promise<number> => {
  const measure = async (step: Step, work: () => Promise<void>) => void took[step].push(await timed(work))
  const together = (work: (person: (typeof people)[number]) => Promise<void>) =>
    timed(() => Promise.all(people.map(work)))
  const claimed = await together(async ({ give }) => {
    const ids = left.splice(0, taken)
    await measure('release', () => give('release', { ids }))
    await measure('claim', () =>
      way.shifts ? give('claimWork', { warehouseId, count: taken }) : give('claimOrders', { ids }),
    )
  })
  const held = new Map<string, readonly Held[]>()
  for (const { name } of people) held.set(name, await readHeld(pool, name))
  const packed = await together(async ({ name, give }) => {
    for (const { id, barcode, cell } of held.get(name) ?? []) {
      await measure('pick', () => give('pick', { id, barcode, cell }))
      await measure('pack', () => give('pack', { id, barcode }))
    }
  })
  return claimed + packed
}

const run = async (closers: Closers) => {
  const database = await startBenchServer(closers)
  const url = await database.createDatabase('floor_cost')
  const pool = openPool(url, closers)
  const filled = await fill(pool, { warehouses: ways.length, live: (rounds + warmUp) * pickers * taken })
  await pool.query(`UPDATE orders SET state = 'NEW', required_meta = '{}'`)
  const gateway = await startGateway(url, closers)
  const floors: Floor[] = []
  for (const way of ways) {
    const warehouse = filled[floors.length]
    if (warehouse) floors.push(await openFloor(pool, gateway.url, way, warehouse))
  }
  await pool.query('VACUUM ANALYZE')

  for (let turn = -warmUp; turn < rounds; turn += 1)
    for (const place of floors.keys()) {
      // Another one begins each turn.
      const floor = floors[(turn + warmUp + place) % floors.length]
      if (!floor) continue
      const ms = await live(pool, floor)
      if (turn >= 0) floor.lives.push(ms)
      else for (const step of steps) floor.took[step].length = 0
    }

  const [base] = floors
  if (!base) return
  const rowOf = (step: Step) =>
    floors.flatMap(({ took }) => {
      const p50 = quantile(took[step], 0.5)
      return [p50, quantile(took[step], 0.95), p50 / quantile(base.took[step], 0.5)]
    })
  console.log(`\n${pickers} pickers at once, ${taken} orders each in a round; ${rounds} rounds of each way in turns`)
  printTable(
    ['ms', ...ways.flatMap(({ name }) => [`${name}: p50`, 'p95', 'ratio'])],
    steps.map((step) => [step === 'release' || step === 'claim' ? `${step} of ${taken}` : step, ...rowOf(step)]),
  )
  console.log()
  // The rounds' own ratios: what else the machine does changes from round to round.
  printTable(
    ['a round of orders, from release to packing', 'commands/s', 'orders/s', 'cost as a ratio'],
    floors.map(({ way, lives }) => [
      way.name,
      (pickers * (2 + 2 * taken) * 1_000) / median(lives),
      (pickers * taken * 1_000) / median(lives),
      median(lives.map((ms, round) => ms / (base.lives[round] ?? Number.NaN))),
    ]),
  )
}

printMachine()
await withClosers(run)
