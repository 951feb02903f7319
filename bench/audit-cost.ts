// What the audit trail costs: an import and a new policy with their entry and without it, a command with the index by actor
// and without it, and what sealing and verifying take. `npm run bench audit-cost`
import { randomUUID } from 'node:crypto'
import { allRights } from '../gateway/domain/person/rights.js'
import type pg from 'pg'
import { sealChains } from '../gateway/storage/audit/seal-chains.js'
import { verifyChains } from '../gateway/storage/audit/verify-chains.js'
import { commandOrders } from '../gateway/storage/order/command-orders.js'
import { importOrders } from '../gateway/storage/order/import-orders.js'
import { createPool } from '../gateway/storage/pool.js'
import { setSlaPolicy } from '../gateway/storage/warehouse/set-sla-policy.js'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill } from './lib/fill.js'
import { median, timed } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const warmUp = 20
const turns = 500
const live = 400
const imported = 100

/** A database that keeps the trail in one way. */
interface Way {
  readonly deps: { readonly pool: pg.Pool; readonly onCommit: () => void }
  readonly account: string
  /** Where nothing is live: a new policy moves no deadline. */
  readonly quiet: string
  readonly liveIds: readonly string[]
}

const ways: Readonly<Record<string, string>> = {
  'as it is': 'SELECT',
  'without entries': `CREATE OR REPLACE FUNCTION write_audit_entries(p_entries JSONB, p_actor TEXT, p_device TEXT, p_client_time TIMESTAMPTZ, p_command_id UUID, p_at TIMESTAMPTZ DEFAULT NULL)
    RETURNS VOID LANGUAGE plpgsql AS $$ BEGIN END $$`,
  'without the index by actor': 'DROP INDEX order_event_warehouse_id_actor_seq_idx',
}

let number = 7_000_000_000
const wbOrder = () => {
  number += 1
  return {
    ...{
      id: number,
      rid: `rid-${number}`,
      warehouseId: 600_000,
      nmId: 148_000_001,
      chrtId: 248_000_001,
      article: 'ART-1',
    },
    ...{ skus: ['4624800000101'], createdAt: new Date().toISOString() },
  }
}

const by = (turn: number) => ({
  ...{ commandId: randomUUID(), actor: `person ${turn % 50}`, device: 'bench' },
  rights: allRights,
})

const works: Readonly<Record<string, (way: Way, turn: number) => Promise<unknown>>> = {
  [`import of ${imported} orders`]: ({ deps, account }, turn) =>
    importOrders(deps, { ...by(turn), sellerAccountId: account, orders: Array.from({ length: imported }, wbOrder) }),
  'import of one order': ({ deps, account }, turn) =>
    importOrders(deps, { ...by(turn), sellerAccountId: account, orders: [wbOrder()] }),
  'a new policy that moves no deadline': ({ deps, quiet }, turn) =>
    setSlaPolicy(deps, {
      ...by(turn),
      warehouseId: quiet,
      policy: { assemblyMinutes: 100 + turn, cutOffs: [], amberMinutes: 60, redMinutes: 30 },
    }),
  'a command for one order': ({ deps, liveIds }, turn) =>
    commandOrders(deps, {
      ...by(turn),
      orderIds: [liveIds[Math.floor(turn / 2)] ?? ''],
      command: turn % 2 === 0 ? 'HOLD' : 'RESUME',
    }),
}

interface Figure {
  readonly ms: number
  readonly bytes: number
}

/** Bytes of write-ahead log that the server has written so far. */
const written = async ({ deps }: Way): Promise<number> => {
  const { rows } = await deps.pool.query<{ bytes: number }>(
    `SELECT (pg_current_wal_insert_lsn() - '0/0')::float8 AS bytes`,
  )
  return rows[0]?.bytes ?? Number.NaN
}

const rotated = <Item>(items: readonly Item[], by: number): readonly Item[] => [
  ...items.slice(by % items.length),
  ...items.slice(0, by % items.length),
]

const run = async (closers: Closers) => {
  const server = await startBenchServer(closers)
  const open = async (change: string): Promise<Way> => {
    const url = await server.createDatabase(`way_${randomUUID().slice(0, 8)}`)
    const owner = openPool(url, closers)
    const [, quiet, busy] = await fill(owner, { warehouses: 3, live, events: true })
    await owner.query(`UPDATE orders SET state = 'DONE' WHERE warehouse_id = $1`, [quiet?.id])
    await owner.query(change)
    await owner.query('VACUUM ANALYZE')
    const account = await owner.query<{ id: string }>('SELECT id FROM seller_account')
    const pool = createPool(url)
    closers.add(() => pool.end())
    return {
      deps: { pool, onCommit: () => undefined },
      account: account.rows[0]?.id ?? '',
      quiet: quiet?.id ?? '',
      liveIds: busy?.liveIds ?? [],
    }
  }
  const opened = new Map<string, Way>()
  for (const [name, change] of Object.entries(ways)) opened.set(name, await open(change))

  const figures = new Map<string, Figure[]>()
  for (let turn = 0; turn < warmUp + turns; turn += 1)
    for (const [work, give] of Object.entries(works))
      // Each way is the first of its turn as often as the others: the first one pays for what the work before left behind.
      for (const [name, way] of rotated([...opened], turn)) {
        const before = await written(way)
        const ms = await timed(() => give(way, turn))
        const bytes = (await written(way)) - before
        if (turn >= warmUp) figures.set(work + name, [...(figures.get(work + name) ?? []), { ms, bytes }])
      }
  console.log(`\nOne writer, medians of ${turns} turns, the ways in turn; ratios are medians of the turns' own ratios`)
  const [kept = '', noEntries = '', noIndex = ''] = Object.keys(ways)
  for (const unit of ['ms', 'bytes'] as const) {
    const of = (work: string, name: string) => (figures.get(work + name) ?? []).map((figure) => figure[unit])
    const ratio = (work: string, name: string) => {
      const others = of(work, name)
      return median(of(work, kept).map((value, turn) => value / (others[turn] ?? Number.NaN)))
    }
    console.log()
    printTable(
      [unit === 'ms' ? 'ms' : 'bytes of WAL', ...opened.keys(), `to «${noEntries}»`, `to «${noIndex}»`],
      Object.keys(works).map((work) => [
        work,
        ...[...opened.keys()].map((name) => median(of(work, name))),
        ratio(work, noEntries),
        ratio(work, noIndex),
      ]),
    )
  }

  const deps = opened.get('as it is')?.deps
  if (!deps) return
  const { rows } = await deps.pool.query<{ events: number }>('SELECT count(*)::int AS events FROM order_event')
  const events = rows[0]?.events ?? 0
  const sealing = await timed(async () => {
    while (await sealChains(deps));
  })
  const verifying = await timed(async () => {
    for await (const { fault } of verifyChains(deps)) if (fault) throw new Error(`seal ${fault.no} does not fit`)
  })
  console.log()
  printTable(
    [`${events} events`, 'ms', 'µs an event'],
    [
      ['sealing', sealing, (sealing * 1_000) / events],
      ['verifying', verifying, (verifying * 1_000) / events],
    ],
  )
}

printMachine()
await withClosers(run)
