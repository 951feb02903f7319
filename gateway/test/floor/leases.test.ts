import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expireClaims } from '../../storage/claim/expire-claims.js'
import { pick, startFloor } from '../replay/floor.js'
import type { TestClient } from '../support/client.js'
import { seedOrder, type SeededOrder, seedWarehouse, type SeededWarehouse } from '../support/seed.js'
import { give, makeCells, tell, type Work } from './floor-client.js'

const hour = 3_600_000
let floor: Awaited<ReturnType<typeof startFloor>>
let warehouse: SeededWarehouse
beforeAll(async () => {
  // Leases end when a test says so.
  floor = await startFloor({ jobsEvery: { leases: hour, seals: hour } })
})
afterAll(() => floor.gateway.close())
beforeEach(async () => {
  warehouse = await seedWarehouse(client())
})

const client = () => floor.gateway.client
const owner = () => floor.gateway.database.owner
const release = (where = warehouse) => seedOrder(client(), where, { state: 'RELEASED', wbOrder: { requiredMeta: [] } })
const claim = async (who: Pick<TestClient, 'send'>, orders: readonly SeededOrder[]) => {
  const { outcomes } = await give<{ outcomes: readonly { refusal: object | null }[] }>(who, 'claimOrders', {
    orderIds: orders.map(({ id }) => id),
  })
  expect(outcomes.filter(({ refusal }) => refusal)).toEqual([])
}
let number = 0
/** Somebody with three orders, claimed by name. */
const picker = async () => {
  const who = client().as(`Сборщик с арендой ${++number}`)
  const orders = [await release(), await release(), await release()] as const
  await claim(who, orders)
  return { who, orders }
}
const pickBy = (who: TestClient, { id, barcode }: SeededOrder) => give(who, 'pickOrder', { orderId: id, barcode })

/** So many minutes go by, as leases see it. */
const pass = (minutes: number, ...orders: readonly SeededOrder[]) =>
  owner().query(
    `UPDATE claim SET claimed_at = claimed_at - make_interval(mins => $1), expires_at = expires_at - make_interval(mins => $1),
       renewed_until = renewed_until - make_interval(mins => $1) WHERE order_id = ANY($2)`,
    [minutes, orders.map(({ id }) => id)],
  )
/** When the lease ends, as somebody else is told who wants the order. */
const endOf = async ({ id }: SeededOrder): Promise<string> => {
  const { outcomes } = await give<{ outcomes: readonly { refusal: { leaseExpiresAt: string | null } | null }[] }>(
    client().as('Никто'),
    'claimOrders',
    { orderIds: [id] },
  )
  const end = outcomes[0]?.refusal?.leaseExpiresAt
  if (!end) throw new Error('nobody holds the order')
  return end
}
const minutesLeft = async (order: SeededOrder) => Math.round((Date.parse(await endOf(order)) - Date.now()) / 60_000)
const read = async ({ id }: SeededOrder) =>
  (
    await client().data<{ order: { state: string; version: number; claim: { expiresAt: string } | null } }>(
      'query ($id: ID!) { order(id: $id) { state version claim { expiresAt } } }',
      { id },
    )
  ).order
const sweep = async () => {
  while ((await expireClaims(floor.gateway.database.deps)) > 0);
}

describe('a lease is renewed', () => {
  test('by what its holder does with another one: to 20 minutes from then, and no event tells it', async () => {
    const { who, orders } = await picker()
    const [first, second, third] = orders
    await pass(15, ...orders)
    const before = await read(second)
    await pickBy(who, first)
    expect([await minutesLeft(second), await minutesLeft(third)]).toEqual([20, 20])
    expect(await read(second)).toEqual(before)

    // The end that was told is over, the lease is not.
    await pass(12, second, third)
    await sweep()
    expect([(await read(second)).state, await minutesLeft(second)]).toEqual(['CLAIMED', 8])
    await pickBy(who, second)
    await pass(21, third)
    await sweep()
    expect(await read(third)).toMatchObject({ state: 'RELEASED', claim: null })
  })

  test('by claiming more, by a shortage, and by one that leads to another cell', async () => {
    const { who, orders } = await picker()
    const [first, second, third] = orders
    await pass(15, ...orders)
    await claim(who, [await release()])
    expect(await minutesLeft(third)).toBe(20)
    await pass(15, ...orders)
    await give(who, 'reportShortage', { orderId: first.id, reason: 'Пусто' })
    expect(await minutesLeft(third)).toBe(20)
    await pass(15, ...orders)
    await makeCells(client(), warehouse.id, ['A-1', 'B-1'])
    const lines = ['A-1', 'B-1'].map((cell) => ({ cell, item: second.barcode, quantity: 1 }))
    await give(client(), 'receiveStock', { warehouseId: warehouse.id, lines })
    const report = { orderId: second.id, reason: 'Пусто', cell: 'A-1' }
    expect(await give(who, 'reportShortage', report)).toMatchObject({ otherCell: { code: 'B-1' } })
    expect([await minutesLeft(second), await minutesLeft(third)]).toEqual([20, 20])
  })

  test('by what was done without a signal, once it is delivered', async () => {
    const phone = await floor.employ(warehouse)
    const [first, second] = [await phone.take(), await phone.take()]
    await pass(15, first, second)
    expect(await phone.bring(pick(first))).toMatchObject({ status: 'DONE', outcome: 'AS_SAID' })
    expect(await minutesLeft(second)).toBe(20)
  })

  test('never to an earlier end, and not written for less than a minute', async () => {
    const { who, orders } = await picker()
    await pass(-30, orders[1])
    await pickBy(who, orders[0])
    expect(await minutesLeft(orders[1])).toBe(50)
    const written = await owner().query('SELECT FROM claim WHERE renewed_until IS NOT NULL AND order_id = ANY($1)', [
      orders.map(({ id }) => id),
    ])
    expect(written.rowCount).toBe(0)
  })

  test('with nobody waiting for it: one that somebody has in hand is passed by, and so does the job', async () => {
    const { who, orders } = await picker()
    const [first, second, third] = orders
    await pass(15, ...orders)
    const other = await owner().connect()
    try {
      await other.query('BEGIN')
      await other.query('SELECT FROM claim WHERE order_id = $1 FOR UPDATE', [second.id])
      await pickBy(who, first)
      await owner().query(
        `UPDATE claim SET expires_at = expires_at - interval '21 minutes', renewed_until = NULL WHERE order_id = $1`,
        [third.id],
      )
      await other.query('SELECT FROM claim WHERE order_id = $1 FOR UPDATE', [third.id])
      await sweep()
      expect((await read(third)).state).toBe('CLAIMED')
      await other.query('ROLLBACK')
    } finally {
      other.release()
    }
    expect(await minutesLeft(second)).toBe(5)
    await sweep()
    expect((await read(third)).state).toBe('RELEASED')
  })

  test('for all commands of one person at once', async () => {
    const { who, orders } = await picker()
    const more = await Promise.all(Array.from({ length: 9 }, () => release()))
    await claim(who, more)
    await pass(15, ...orders, ...more)
    const [kept, ...others] = [...orders, ...more]
    await Promise.all([...others.map((order) => pickBy(who, order)), sweep()])
    expect(await minutesLeft(kept)).toBe(20)
  })
})

describe('a lease is not renewed', () => {
  test('when it has run out, though nobody has come to end it yet', async () => {
    const { who, orders } = await picker()
    const [first, second, third] = orders
    await pass(15, first, third)
    await pass(21, second)
    await pickBy(who, first)
    await sweep()
    expect([(await read(second)).state, (await read(third)).state]).toEqual(['RELEASED', 'CLAIMED'])
  })

  test('by others, by a look, by what is done elsewhere, or with an order that is not held', async () => {
    const { who, orders } = await picker()
    const [first, second, third] = orders
    const [elsewhere, others] = [await seedWarehouse(client()), await picker()]
    const there = await release(elsewhere)
    await claim(who, [there])
    await pickBy(who, second)
    await pass(15, third, first, ...others.orders)
    await pickBy(who, there)
    await give(who, 'packOrder', { orderId: second.id, barcode: second.barcode })
    await who.data('query ($id: ID!) { order(id: $id) { state } }', { id: third.id })
    expect(await tell(who, 'pickOrder', { orderId: first.id, barcode: 'другой' })).toMatchObject({ code: 'WRONG_ITEM' })
    await give(client(), 'cancelOrders', { orderIds: [first.id] })
    await pickBy(others.who, others.orders[0])
    expect([await minutesLeft(third), await minutesLeft(others.orders[1])]).toEqual([5, 20])
  })

  test('together with the work of a shift, which has its own end', async () => {
    const who = client().as(`Сборщик на смене ${++number}`)
    await give(who, 'startShift', { warehouseId: warehouse.id })
    const work = [await release(), await release()] as const
    const here = { warehouseId: warehouse.id, count: 2 }
    const { work: capsule } = await give<{ work: Work }>(who, 'claimWork', here)
    const leases = [await release(), await release()] as const
    await claim(who, leases)
    await pass(15, ...leases)
    // Ten minutes before the end of the shift.
    await pass(950, ...work)
    const end = await endOf(work[1])
    await pickBy(who, work[0])
    expect(await minutesLeft(leases[1])).toBe(5)
    await pickBy(who, leases[0])
    expect(await minutesLeft(leases[1])).toBe(20)
    expect(await endOf(work[1])).toBe(end)
    expect(Date.parse(capsule.leaseUntil) - Date.parse(end)).toBe(950 * 60_000)
  })
})
