// What the event log costs on writes: the same command through the same code, with the log's function, with one that does
// nothing, and with one that also notifies inside the transaction; and what one hot warehouse takes.
// `npm run bench event-cost`
import { randomUUID } from 'node:crypto'
import { allRights } from '../gateway/domain/person/rights.js'
import type pg from 'pg'
import { createPool } from '../gateway/storage/pool.js'
import { commandOrders } from '../gateway/storage/order/command-orders.js'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill, type FilledWarehouse } from './lib/fill.js'
import { holdWithPg, holdWithPrisma } from './lib/two-ways-to-hold.js'
import { createPrisma } from '../prisma/client.js'
import { median } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const warehouses = 50
const writers = 16
const blockMs = 2_500
const turns = 5

/** One command; `n` rises, `writer` has orders of its own. */
type Work = (writer: number, n: number) => Promise<unknown>

/** Commands a second of all writers together. */
const throughput = async (work: Work, ms: number): Promise<number> => {
  const began = performance.now()
  let done = 0
  const write = async (writer: number) => {
    for (let n = 0; performance.now() - began < ms; n += 1) {
      await work(writer, n)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  return (done * 1_000) / (performance.now() - began)
}

/** Holds and resumes; each writer goes round the warehouses (or stays in the one there is) on orders of its own. */
const commandsOn = (pool: pg.Pool, filled: readonly FilledWarehouse[]): Work => {
  const turnsOf = new Map<string, number>()
  return (writer, n) => {
    const { liveIds } = filled[(writer + n) % filled.length] ?? { liveIds: [] }
    const id = liveIds[writer + writers * (Math.floor(n / filled.length) % Math.floor(liveIds.length / writers))] ?? ''
    const turn = turnsOf.get(id) ?? 0
    turnsOf.set(id, turn + 1)
    const command = turn % 2 === 0 ? 'HOLD' : 'RESUME'
    const deps = { pool, onCommit: () => undefined }
    return commandOrders(deps, {
      ...{ commandId: randomUUID(), actor: `writer ${writer}`, rights: allRights },
      ...{ orderIds: [id], command },
    })
  }
}

const without = `CREATE OR REPLACE FUNCTION append_order_events(p_events JSONB, p_actor TEXT, p_device TEXT, p_client_time TIMESTAMPTZ, p_command_id UUID, p_at TIMESTAMPTZ DEFAULT NULL)
  RETURNS TABLE ("warehouse_id" UUID, "seq" BIGINT) LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$`
const notifying = `
  ALTER FUNCTION append_order_events RENAME TO append_silently;
  CREATE FUNCTION append_order_events(p_events JSONB, p_actor TEXT, p_device TEXT, p_client_time TIMESTAMPTZ, p_command_id UUID, p_at TIMESTAMPTZ DEFAULT NULL)
  RETURNS TABLE ("warehouse_id" UUID, "seq" BIGINT) LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_notify('bench', p_command_id::text);
    RETURN QUERY SELECT * FROM append_silently(p_events, p_actor, p_device, p_client_time, p_command_id, p_at);
  END $$`

const run = async (closers: Closers) => {
  const server = await startBenchServer(closers)
  const open = async (name: string, count: number, more?: string) => {
    const url = await server.createDatabase(name)
    const owner = openPool(url, closers)
    const filled = await fill(owner, { warehouses: count, live: count === 1 ? 1_600 : 96 })
    if (more) await owner.query(more)
    const pool = createPool(url, { max: writers })
    closers.add(() => pool.end())
    return { pool, filled }
  }
  const works = new Map<string, Work>()
  for (const [name, title, more] of [
    ['with_log', 'with the log', undefined],
    ['without_log', 'without', without],
    ['with_notify', 'with the log and NOTIFY in the transaction', notifying],
  ] as const) {
    const { pool, filled } = await open(name, warehouses, more)
    works.set(title, commandsOn(pool, filled))
  }
  const hot = await open('one_hot', 1)
  works.set('one hot warehouse, with the log', commandsOn(hot.pool, hot.filled))

  const bare = await open('bare', warehouses)
  const prisma = createPrisma(bare.pool)
  closers.add(() => prisma.$disconnect())
  const ids = bare.filled.flatMap(({ liveIds }) => liveIds)
  const ownId = (writer: number, n: number) => ids[(writer + writers * n) % ids.length] ?? ''
  works.set('two statements and the log, raw pg', (writer, n) => holdWithPg(bare.pool, ownId(writer, n)))
  works.set('the same in a Prisma interactive transaction', (writer, n) => holdWithPrisma(prisma, ownId(writer, n)))

  const figures = new Map([...works.keys()].map((name) => [name, [] as number[]]))
  for (let turn = -1; turn < turns; turn += 1)
    for (const [name, work] of works) {
      const rate = await throughput(work, turn === -1 ? blockMs / 2 : blockMs)
      if (turn >= 0) figures.get(name)?.push(rate)
    }
  const of = (name: string) => median(figures.get(name) ?? [])
  console.log(
    `\n${writers} writers in this process over ${warehouses} warehouses; medians of ${turns} blocks of ${blockMs / 1_000} s in turns`,
  )
  printTable(
    ['commands/s', 'rate', 'to «without»'],
    [...works.keys()].slice(0, 4).map((name) => [name, of(name), of(name) / of('without')]),
  )
  console.log()
  printTable(
    ['transactions/s', 'rate', 'to raw'],
    [...works.keys()].slice(4).map((name) => [name, of(name), of(name) / of('two statements and the log, raw pg')]),
  )
}

printMachine()
await withClosers(run)
