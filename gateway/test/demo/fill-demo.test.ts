import { afterEach, describe, expect, it } from 'vitest'
import { prepareDemo } from '../../demo/prepare-demo.js'
import type { DemoStorage } from '../../demo/demo-storage.js'
import { LIVE_STATES } from '../../domain/order-states.js'
import { createUpkeep } from '../../storage/upkeep.js'
import { startJobs } from '../../jobs/start-jobs.js'
import { createDemoUseCases } from '../../storage/demo/demo-use-cases.js'
import { createSellerAccount } from '../../storage/warehouse/create-seller-account.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { by } from '../support/warehouse.js'

let database: TestDatabase
afterEach(() => database.close())

const rows = async <Row extends object>(text: string): Promise<readonly Row[]> =>
  (await database.owner.query<Row>(text)).rows

const live = () =>
  rows<{ warehouse: string; state: string; bucket: string }>(`
    SELECT w.name AS warehouse, o.state, CASE
      WHEN o.deadline_at <= now() THEN 'OVERDUE'
      WHEN o.deadline_at <= now() + make_interval(mins => w.red_minutes) THEN 'RED'
      WHEN o.deadline_at <= now() + make_interval(mins => w.amber_minutes) THEN 'AMBER' ELSE 'GREEN' END AS bucket
    FROM orders o JOIN warehouse w ON w.id = o.warehouse_id WHERE is_live(o.state, o.put_back_required)`)

const accounts = () => rows<{ name: string; demo: boolean }>('SELECT name, demo FROM seller_account')

/** The use cases, of which the whole process dies at the n-th call. */
const dyingAfter = (calls: number): DemoStorage => {
  let left = calls
  const storage: DemoStorage = createDemoUseCases(database.deps)
  const dying = Object.entries(storage).map(([name, call]: [string, (...given: never[]) => unknown]) => [
    name,
    (...given: never[]) => {
      if (left-- <= 0) throw new Error('killed')
      return call(...given)
    },
  ])
  return Object.fromEntries(dying) as DemoStorage
}

// Some thousand commands each: seconds, but on a busy machine many.
describe('the demo', { timeout: 120_000 }, () => {
  it('fills an empty database: two warehouses, 400 SKUs, 600 live orders in all states and colours, hours of work', async () => {
    database = await createDatabase()
    const storage = createDemoUseCases(database.deps)
    expect(await prepareDemo({ storage })).toBe('FILLED')

    const orders = await live()
    expect(orders).toHaveLength(600)
    expect(new Set(orders.map(({ warehouse }) => warehouse)).size).toBe(2)
    // Nothing brings an order there yet: an own cancel is final at once, and re-shipment is a list of its own.
    const unreached = new Set(['CANCEL_REQUESTED', 'RESHIP'])
    expect(new Set(orders.map(({ state }) => state))).toEqual(
      new Set(LIVE_STATES.filter((state) => !unreached.has(state))),
    )
    const first = orders.filter(({ warehouse }) => warehouse.startsWith('Подольск'))
    expect(new Set(first.map(({ bucket }) => bucket))).toEqual(new Set(['GREEN', 'AMBER', 'RED', 'OVERDUE']))

    const [counts] = await rows<{ skus: number; closed: number; hours: number; early: number; untitled: number }>(`
      SELECT (SELECT count(*)::int FROM sku) AS skus,
        (SELECT count(*)::int FROM orders WHERE state IN ('HANDED_OVER', 'ACCEPTED', 'DONE')) AS closed,
        (SELECT count(DISTINCT date_trunc('hour', at))::int FROM order_event WHERE type = 'PICKED') AS hours,
        (SELECT count(*)::int FROM order_event WHERE at > clock_timestamp()) AS early,
        (SELECT count(*)::int FROM sku s JOIN product p ON p.id = s.product_id WHERE s.size IS NULL OR p.title IS NULL) AS untitled`)
    expect(counts).toMatchObject({ skus: 400, early: 0, untitled: 0 })
    expect(counts?.closed).toBeGreaterThan(200)
    expect(counts?.hours).toBeGreaterThan(8)
    expect(await accounts()).toEqual([{ name: 'Демо: «Северный лён»', demo: true }])
    expect(await prepareDemo({ storage })).toBe('KEPT')
    expect(await live()).toHaveLength(600)

    // Started again after two days: everything would be overdue.
    const later = new Date(Date.now() + 48 * 3_600_000)
    expect(await prepareDemo({ storage, now: later })).toBe('REFRESHED')
    const fresh = await live()
    expect(fresh).toHaveLength(600)
    expect(await prepareDemo({ storage, now: later })).toBe('KEPT')
  })

  it('ends a filling that a crash has cut short, wherever it did', async () => {
    database = await createDatabase()
    for (const calls of [2, 3, 5, 60, 300]) {
      await expect(prepareDemo({ storage: dyingAfter(calls) })).rejects.toThrow('killed')
      if (calls > 2)
        expect((await accounts()).map(({ name }) => name)).toEqual([expect.stringContaining('заполняется')])
    }
    expect(await prepareDemo({ storage: createDemoUseCases(database.deps) })).toBe('COMPLETED')
    expect(await live()).toHaveLength(600)
    const [log] = await rows<{ holes: number }>(
      `SELECT count(*)::int AS holes FROM stream_head h WHERE h.seq <> (SELECT count(*) FROM order_event e WHERE e.warehouse_id = h.warehouse_id)`,
    )
    expect(log?.holes).toBe(0)
    expect(await accounts()).toEqual([{ name: 'Демо: «Северный лён»', demo: true }])
  })

  it('is filled once when two gateways begin at once, and the job that ends leases keeps off meanwhile', async () => {
    database = await createDatabase()
    const jobs = startJobs({
      upkeep: createUpkeep(database.deps),
      every: { leases: 5 },
      onError: (error) => expect.unreachable(String(error)),
    })
    const both = await Promise.all(
      [1, 2].map(() => prepareDemo({ storage: createDemoUseCases(database.deps), seed: 'both' })),
    )
    await jobs.stop()
    expect(both.toSorted()).toEqual(['FILLED', 'KEPT'])
    expect(await live()).toHaveLength(600)
    expect(await rows(`SELECT FROM order_event WHERE type = 'CLAIM_EXPIRED'`)).toEqual([])
  })

  it('leaves somebody’s real database alone', async () => {
    database = await createDatabase()
    await createSellerAccount(database.deps, { ...by('anna'), name: 'Настоящий кабинет' })
    expect(await prepareDemo({ storage: createDemoUseCases(database.deps) })).toBe('NOT_OURS')
    expect(await accounts()).toEqual([{ name: 'Настоящий кабинет', demo: false }])
    expect(await rows('SELECT FROM orders')).toEqual([])
  })
})
