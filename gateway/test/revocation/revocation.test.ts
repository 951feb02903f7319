import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printTable } from '../../../bench/lib/table.js'
import { quantile } from '../../../bench/lib/stats.js'
import { within } from '../identity/within.js'
import { createTestClient } from '../support/client.js'
import { seedOrder, seedWarehouse } from '../support/seed.js'
import { createTokens } from '../support/tokens.js'
import { gatherBystanders, watch } from './crowd.js'
import { type Fleet, startFleet } from './fleet.js'
import { makeVictims, type Victim } from './victims.js'
import type { Witness } from './witness.js'
import { workOrders } from './work-orders.js'

/** What is promised. */
const withinMs = 2_000
const gateways = 3
/** Sockets on each gateway: a victim and, of some, another session of theirs; the others are bystanders. */
const sockets = 50
const ofVictims = 16
/** REVOCATION_ROUNDS: each takes every right once with hints and once without. */
const rounds = Number(process.env['REVOCATION_ROUNDS'] ?? 1)

let fleet: Fleet
let warehouseId: string
let bystanders: readonly Witness[]
// Whatever goes wrong, no process stays.
const closers: (() => unknown)[] = []
beforeAll(async () => {
  fleet = await startFleet(gateways)
  closers.push(() => fleet.close())
  const tokens = createTokens(fleet.database.url)
  closers.push(() => tokens.close())
  const client = createTestClient({ url: fleet.url, tokens }, 'Оператор')
  const warehouse = await seedWarehouse(client)
  warehouseId = warehouse.id
  const orderIds = []
  for (let i = 0; i < 6; i += 1) orderIds.push((await seedOrder(client, warehouse, { state: 'RELEASED' })).id)
  const work = workOrders(client, orderIds)
  closers.push(() => work.stop())
  bystanders = await gatherBystanders(fleet, warehouseId, sockets - ofVictims)
  closers.push(() => bystanders.forEach((witness) => witness.close()))
}, 120_000)
afterAll(async () => {
  const ends = []
  for (const close of closers.toReversed()) ends.push(...(await Promise.allSettled([close()])))
  expect(ends.filter(({ status }) => status === 'rejected')).toEqual([])
})

interface Loss {
  readonly way: string
  /** From the request that took the right to the end of each socket, ms. */
  readonly took: readonly number[]
  /** The newest event that any of the sockets was sent: recorded so long after the answer that the right is taken, ms. */
  readonly newest: number
}

/** Takes a right, and waits until no gateway has a socket that lives by it. */
const lose = async ({ way, take }: Victim, witnesses: readonly Witness[]): Promise<Loss> => {
  const asked = performance.now()
  await take()
  const answered = Date.now()
  const until = performance.now() + withinMs
  const took = []
  for (const { closed, name } of witnesses) {
    const { code, at } = await within(until - performance.now(), closed).catch((cause: unknown) => {
      throw new Error(`${way}: ${name} is still open`, { cause })
    })
    expect(code, name).toBe(4403)
    took.push(at - asked)
  }
  return { way, took, newest: Math.max(...witnesses.map(({ newest }) => newest - answered)) }
}

/** Everybody whose rights nobody touched is connected and has been sent every event so far. */
const expectUntouched = async (witnesses: readonly Witness[]) => {
  const { rows } = await fleet.database.owner.query<{ seq: number }>(
    'SELECT seq::float8 AS seq FROM stream_head WHERE warehouse_id = $1',
    [warehouseId],
  )
  const head = rows[0]?.seq ?? Number.POSITIVE_INFINITY
  expect(witnesses.filter(({ isOpen }) => !isOpen).map(({ name }) => name)).toEqual([])
  await expect
    .poll(() => witnesses.filter(({ seq }) => seq < head).map(({ name }) => name), { timeout: 10_000 })
    .toEqual([])
  expect(witnesses.flatMap(({ faults }) => faults)).toEqual([])
}

const tell = (name: string, losses: readonly Loss[]) => {
  const all = losses.flatMap(({ took }) => took)
  const figures = (took: readonly number[]) => [
    took.length,
    quantile(took, 0.5),
    quantile(took, 0.99),
    Math.max(...took),
  ]
  console.log(`\n${name}: the end of sockets on ${gateways} gateways after a right was taken, ms`)
  printTable(
    ['', 'sockets', 'p50', 'p99', 'max', 'newest event after the answer'],
    [
      ...losses.map(({ way, took, newest }) => [way, ...figures(took), newest]),
      ['all', ...figures(all), Math.max(...losses.map(({ newest }) => newest))],
    ],
  )
}

/** So many victims with a socket on each of the gateways. */
const gatherVictims = async (on: Fleet, of?: readonly string[]) =>
  Promise.all(
    (await makeVictims(fleet, warehouseId, of)).map(async (victim) => ({
      victim,
      witnesses: await watch(on, victim.way, victim, warehouseId),
      beside: victim.kept ? await watch(on, `beside ${victim.way}`, { credential: victim.kept }, warehouseId) : [],
    })),
  )

/** The last gateway alone: people act on the first. */
const farGateway = () => {
  const gateways = fleet.gateways.slice(-1)
  const proxy = gateways[0]?.proxy
  if (!proxy) throw new Error('there is no gateway')
  return { far: { ...fleet, gateways }, proxy }
}
const some = ['role lowered', 'session ended by itself', 'token revoked', 'board removed']

describe(`${sockets} sockets on each of ${gateways} gateways`, () => {
  const cutHints = () =>
    fleet.database.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wba log reader'`,
    )

  test.each([
    ['with hints', false],
    ['with the hint channel cut', true],
  ])(
    `each lost right ends its sockets within 2 s and nobody else’s, %s`,
    { timeout: 60_000 * rounds },
    async (name, cut) => {
      for (const { proxy } of fleet.gateways) proxy.deafen(cut)
      const losses: Loss[] = []
      for (let round = 0; round < rounds; round += 1) {
        const gathered = await gatherVictims(fleet)
        for (const { victim, witnesses } of gathered) {
          if (cut) await cutHints()
          losses.push(await lose(victim, witnesses))
          expect(witnesses.flatMap(({ faults }) => faults)).toEqual([])
        }
        const beside = gathered.flatMap((one) => one.beside)
        await expectUntouched([...bystanders, ...beside])
        for (const witness of beside) witness.close()
      }
      tell(name, losses)
      // Two seconds are promised; a gateway that ends a socket before it sends what came later needs none of them.
      expect(Math.max(...losses.map(({ newest }) => newest))).toBeLessThanOrEqual(0)
      for (const { proxy } of fleet.gateways) proxy.deafen(false)
    },
  )

  test('a gateway that was cut from the database sends nothing that came after a right was lost', async () => {
    const { far, proxy } = farGateway()
    const gathered = await gatherVictims(far, some)
    const holeMs = 3_000
    proxy.blackHole(holeMs)
    const back = performance.now() + holeMs
    for (const { victim } of gathered) await victim.take()
    const lost = Date.now()
    for (const witness of gathered.flatMap(({ witnesses }) => witnesses)) {
      const { code } = await within(back + withinMs - performance.now(), witness.closed)
      expect([witness.name, code]).toEqual([witness.name, 4403])
      expect(witness.newest, witness.name).toBeLessThanOrEqual(lost)
    }
    await expectUntouched([...bystanders, ...gathered.flatMap(({ beside }) => beside)])
  })

  test('a gateway whose own connection to the log is cut still ends sockets within 2 s', async () => {
    const { far, proxy } = farGateway()
    const gathered = await gatherVictims(far, some)
    proxy.shutOut('wba log reader')
    const losses = []
    for (const { victim, witnesses } of gathered) losses.push(await lose(victim, witnesses))
    proxy.shutOut(undefined)
    tell('a gateway that cannot read the log', losses)
    await expectUntouched([...bystanders, ...gathered.flatMap(({ beside }) => beside)])
  })
})
