import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { crews, newcomer } from '../../../prisma/seed/people.js'
import { seedWarehouses } from '../../../prisma/seed/warehouses.js'
import { makeShiftTokens, openDemo } from '../../demo/open-demo.js'
import { prepareDemo } from '../../demo/prepare-demo.js'
import { liveTargetAt } from '../../demo/shift-orders.js'
import { type Shift, startShift } from '../../demo/work-shift.js'
import { createDemoUseCases, type DemoUseCases } from '../../storage/demo/demo-use-cases.js'
import { createTestClient } from '../support/client.js'
import { startGateway } from '../support/server.js'
import { createDrivenClock } from './driven-clock.js'

let gateway: Awaited<ReturnType<typeof startGateway>>
let demo: DemoUseCases
let shift: Shift | undefined

const count = async (text: string): Promise<number> =>
  (await gateway.database.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`)).rows[0]!.n
const live = () => count('orders WHERE is_live(state, put_back_required)')

beforeAll(async () => {
  gateway = await startGateway()
  demo = createDemoUseCases(gateway.database.deps)
  await prepareDemo({ storage: demo })
  const [account] = await demo.readAccounts()
  await openDemo(demo, account?.id ?? '')
}, 120_000)
afterEach(async () => {
  await shift?.stop()
  shift = undefined
})
afterAll(() => gateway.close())

/** A shift whose time the test drives, and what it sent. */
const drivenShift = (through: typeof fetch = fetch) => {
  const clock = createDrivenClock()
  const sent: { readonly actor: string; readonly body: string; readonly at: number }[] = []
  const faults: string[] = []
  /** Whose which header is. */
  const names = new Map<string, string>()
  shift = startShift({
    url: `${gateway.url}/graphql`,
    async makeTokens() {
      const made = await makeShiftTokens(demo)
      for (const [name, token] of made) names.set(`Bearer ${token}`, name)
      return made
    },
    now: clock.now,
    schedule: clock.schedule,
    fetch: (address, init) => {
      const actor = names.get(new Headers(init?.headers).get('authorization') ?? '') ?? ''
      sent.push({ actor, body: String(init?.body), at: clock.now().getTime() })
      return through(address, init)
    },
    log: (_message, { error }) => faults.push(String(error)),
  })
  return { clock, sent, faults, shift }
}

/** The newcomer comes on shift, takes so many orders and picks the first. */
const comeToWork = async (orders: number): Promise<void> => {
  const [token = ''] = (await demo.makeTokens([newcomer.name], ['FLOOR', 'READ'])).values()
  const client = createTestClient({ url: gateway.url, tokens: { of: async () => token } }, newcomer.name)
  const { warehouses } = await client.data<{ warehouses: readonly { id: string }[] }>('{ warehouses { id } }')
  expect(warehouses).toHaveLength(1)
  const here = { warehouseId: warehouses[0]?.id }
  const give = (fields: string, variables: object) =>
    client.data<{ result: { work?: { stops: readonly Stop[] } } }>(fields, {
      ...variables,
      commandId: crypto.randomUUID(),
    })
  type Stop = {
    readonly cell: { readonly code: string } | null
    readonly sku: { readonly barcodes: readonly string[] }
    readonly tasks: readonly { readonly order: { readonly id: string } }[]
  }
  await give(
    'mutation ($commandId: UUID!, $warehouseId: ID!) { result: startShift(commandId: $commandId, warehouseId: $warehouseId) { __typename } }',
    here,
  )
  const { result } = await give(
    `mutation ($commandId: UUID!, $warehouseId: ID!, $orders: Int!) { result: claimWork(commandId: $commandId, warehouseId: $warehouseId, count: $orders) {
      ... on ClaimWorkSuccess { work { stops { cell { code } sku { barcodes } tasks { order { id } } } } } } }`,
    { ...here, orders },
  )
  const stops = result.work?.stops ?? []
  expect(stops.flatMap(({ tasks }) => tasks)).toHaveLength(orders)
  for (const { cell } of stops) expect(cell).not.toBeNull()
  await give(
    `mutation ($commandId: UUID!, $orderId: ID!, $barcode: String!) { result: pickOrder(commandId: $commandId, orderId: $orderId, barcode: $barcode) { __typename } }`,
    { orderId: stops[0]?.tasks[0]?.order.id, barcode: stops[0]?.sku.barcodes[0] },
  )
}

describe('the demo’s shift', { timeout: 120_000 }, () => {
  it('leaves a newcomer work that lies in cells, touches nothing of theirs, and does nothing in their name', async () => {
    const freeForThem = () =>
      count(`orders o JOIN warehouse w ON w.id = o.warehouse_id WHERE o.state = 'RELEASED' AND w.wb_warehouse_id = ${newcomer.wbWarehouseId}
        AND EXISTS (SELECT FROM stock_level l JOIN storage_cell c ON c.id = l.cell_id WHERE l.sku_id = o.sku_id AND c.warehouse_id = w.id AND l.on_hand > 0)`)
    const theirs = () =>
      gateway.database.owner
        .query<object>(
          `SELECT type, order_id FROM order_event WHERE actor <> 'marketplace' AND order_id IN (SELECT order_id FROM order_event WHERE actor = $1) ORDER BY seq`,
          [newcomer.name],
        )
        .then(({ rows }) => rows)
    // So many are left to them that the crew must not take one.
    await comeToWork((await freeForThem()) - 25)
    const before = await theirs()
    const { clock, sent } = drivenShift()
    let least = Infinity
    for (let turn = 0; turn < 90; turn++) {
      await clock.next(turn === 0 ? 1 : 2)
      if (turn % 3 === 0) least = Math.min(least, await freeForThem())
    }
    await shift?.stop()
    expect(sent.length).toBeGreaterThan(90)
    expect(await theirs()).toEqual(before)
    expect(sent.map(({ actor }) => actor)).not.toContain(newcomer.name)
    // Now and then a buyer cancels one of them.
    expect(least).toBeGreaterThanOrEqual(22)
  })

  it('moves both boards all the time, in the names of many people, and keeps the number of live orders', async () => {
    const { clock, sent, faults } = drivenShift()
    const before = await count('order_event')
    await clock.next()
    // Both floors must wait: the clock would run away from one that is still at it.
    for (let turn = 0; turn < 260; turn++) await clock.next(2)
    await shift?.stop()

    expect(faults).toEqual([])
    const events = (await count('order_event')) - before
    const seconds = (sent.at(-1)!.at - sent[0]!.at) / 1_000
    // About one a second, by the shift's own clock.
    expect(events / seconds).toBeGreaterThan(0.5)
    expect(events / seconds).toBeLessThan(3)
    const mutations = sent.filter(({ body }) => body.includes('mutation'))
    expect(new Set(mutations.map(({ actor }) => actor)).size).toBeGreaterThan(10)
    for (const [wbWarehouseId, { lead, pickers, packers }] of Object.entries(crews)) {
      const crew = new Set([lead, ...pickers, ...packers])
      // The manager brings orders into both.
      const isHere = ({ actor, body }: (typeof sent)[number]) =>
        crew.has(actor) || (body.includes('importOrders(') && body.includes(wbWarehouseId))
      const times = mutations.filter(isHere).map(({ at }) => at)
      expect(Math.max(...times.slice(1).map((at, index) => at - times[index]!))).toBeLessThan(5_000)
    }
    // Fewer are wanted in the hour before a lorry leaves.
    const wanted = seedWarehouses.reduce((sum, warehouse) => sum + liveTargetAt(warehouse, clock.now()), 0)
    expect(await live()).toBeGreaterThan(wanted - 50)
    expect(await live()).toBeLessThan(650)
    const [kinds] = (
      await gateway.database.owner.query<{ n: number }>(
        `SELECT count(DISTINCT type)::int AS n FROM order_event WHERE client_time IS NOT NULL`,
      )
    ).rows
    expect(kinds?.n).toBeGreaterThan(6)
  })

  it('goes on when people do its work before it and when orders are refused', async () => {
    const { clock, sent } = drivenShift()
    for (let turn = 0; turn < 20; turn++) await clock.next()
    // Somebody cancels half the house under its hands.
    const { rows } = await gateway.database.owner.query<{ id: string }>(
      `SELECT id FROM orders WHERE state IN ('NEW', 'RELEASED', 'PICKED', 'PACKED', 'STAGED') ORDER BY deadline_at LIMIT 250`,
    )
    await gateway.client.data(
      `mutation ($commandId: UUID!, $ids: [ID!]!) { cancelOrders(commandId: $commandId, orderIds: $ids, reason: "Пожар") { __typename } }`,
      { commandId: crypto.randomUUID(), ids: rows.map(({ id }) => id) },
    )
    // Most still stand on the board: their units must be put back, some of them even now.
    const putBacks = () => count(`order_event WHERE type = 'PUT_BACK_CONFIRMED'`)
    const putBacksBefore = await putBacks()
    const before = await count('order_event')
    sent.length = 0
    for (let turn = 0; turn < 120; turn++) await clock.next()
    // The draw decides when: it comes, or the test runs out of time.
    while ((await putBacks()) === putBacksBefore) await clock.next()
    await shift?.stop()
    expect((await count('order_event')) - before).toBeGreaterThan(100)
    expect(await live()).toBeGreaterThan(500)
  })

  it('waits for a gateway that is away, ever longer up to 20 s, and goes on when it is back', async () => {
    let away = false
    const { clock, sent, faults } = drivenShift((address, init) =>
      away ? Promise.reject(new TypeError('fetch failed')) : fetch(address, init),
    )
    for (let turn = 0; turn < 10; turn++) await clock.next()
    away = true
    sent.length = 0
    const began = clock.now().getTime()
    while (faults.length < 20) await clock.next()
    const seconds = (clock.now().getTime() - began) / 1_000
    // Two warehouses: 1, 2, 4, 8, 16, 20, 20, … s each.
    expect(seconds).toBeGreaterThan(90)
    expect(sent.length).toBeLessThanOrEqual(24)
    away = false
    const before = await count('order_event')
    for (let turn = 0; turn < 20; turn++) await clock.next()
    await shift?.stop()
    expect((await count('order_event')) - before).toBeGreaterThan(5)
  })

  it('stops at once, also in the middle of a call, and leaves nothing waiting', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
    const { clock } = drivenShift((address, init) => {
      if (!String(init?.body).includes('mutation')) return fetch(address, init)
      ask()
      // Never answers: only the shift's own signal ends it.
      return new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
    })
    void (async () => {
      for (let turn = 0; turn < 6; turn++) await clock.next()
    })()
    await asked
    await shift?.stop()
    expect(clock.waiting()).toBe(0)
  })
})
