import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrderCommand } from '../../domain/order-states.js'
import { readBoard } from '../../storage/board/read-board.js'
import { findOrder } from '../../storage/order/find-order.js'
import { importOrderStatuses } from '../../storage/order/import-order-statuses.js'
import { readTimelines } from '../../storage/order/read-timelines.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, by, give, makeWarehouse, refusedBy, succeed, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
let account: string
let warehouse: string

beforeAll(async () => {
  db = await createDatabase()
  const made = await makeWarehouse(db.deps)
  account = made.account.id
  warehouse = made.warehouse.id
})
afterAll(() => db.close())

const orderAfter = async (...commands: readonly OrderCommand[]) => {
  let [order] = await bringOrders(db.deps, account, [wbOrder()])
  for (const command of commands) order = await give(db.deps, command, order?.id ?? '')
  if (!order) throw new Error('no order')
  return order
}
const tell = async (statuses: readonly unknown[]) =>
  succeed(await importOrderStatuses(db.deps, { ...by('sync'), sellerAccountId: account, statuses }))
const status = (id: string, supplierStatus: string, wbStatus: string, isCancellable?: boolean) => ({
  id,
  supplierStatus,
  wbStatus,
  isCancellable,
})
const lastEvent = async (id: string) => (await readTimelines(db.deps, [id])).get(id)?.at(-1)

const handOver = ['RELEASE', 'CLAIM', 'PICK', 'PACK', 'STAGE', 'HAND_OVER'] as const

test('the marketplace accepts and completes what was handed over', async () => {
  const order = await orderAfter(...handOver)
  await tell([status(order.wbOrderId, 'complete', 'sorted', false)])
  expect(await lastEvent(order.id)).toMatchObject({
    type: 'ACCEPTED',
    from: 'HANDED_OVER',
    actor: 'marketplace',
    device: null,
  })
  await tell([status(order.wbOrderId, 'complete', 'sold', false)])
  expect(await findOrder(db.deps, order.id, null)).toMatchObject({
    state: 'DONE',
    marketplace: { supplierStatus: 'complete', wbStatus: 'sold', isCancellable: false, cancelled: false },
  })
  expect(await lastEvent(order.id)).toMatchObject({ type: 'COMPLETED', from: 'ACCEPTED' })
})

test('a status that means no transition moves the mirror alone', async () => {
  const order = await orderAfter('RELEASE')
  const { outcomes } = await tell([status(order.wbOrderId, 'confirm', 'a status of next month', true)])
  expect(outcomes[0]).toMatchObject({
    status: 'IMPORTED',
    order: {
      state: 'RELEASED',
      stateChangedAt: order.stateChangedAt,
      version: 3,
      marketplace: { wbStatus: 'a status of next month' },
    },
  })
  expect(await lastEvent(order.id)).toMatchObject({ type: 'MARKETPLACE_STATUS_CHANGED' })
})

test('the same statuses again change nothing and are no event', async () => {
  const order = await orderAfter('RELEASE')
  const told = status(order.wbOrderId, 'confirm', 'waiting', true)
  await tell([told])
  const before = await findOrder(db.deps, order.id, null)
  expect(await tell([told])).toMatchObject({ imported: 0, repeated: 1, outcomes: [{ order: before }] })
  expect(await findOrder(db.deps, order.id, null)).toEqual(before)
})

describe('a cancel by the marketplace', () => {
  test.each([
    ['cancel', 'waiting'],
    ['cancel_carrier', 'waiting'],
    ['new', 'declined_by_client'],
    ['confirm', 'canceled'],
    ['confirm', 'canceled_by_carrier'],
  ])('(%s, %s) takes the order off the floor', async (supplierStatus, wbStatus) => {
    const order = await orderAfter('RELEASE', 'CLAIM')
    await tell([status(order.wbOrderId, supplierStatus, wbStatus)])
    expect(await findOrder(db.deps, order.id, null)).toMatchObject({
      state: 'CANCELLED',
      putBackRequired: false,
      claim: null,
      marketplace: { cancelled: true },
      reason: `marketplace: ${supplierStatus} / ${wbStatus}`,
    })
    expect(await refusedBy(db.deps, 'PICK', order.id)).toMatchObject({ code: 'CANCELLED', availableCommands: [] })
  })

  test('of a picked order leaves a unit to put back', async () => {
    const order = await orderAfter('RELEASE', 'CLAIM', 'PICK')
    await tell([status(order.wbOrderId, 'cancel', 'canceled')])
    expect(await refusedBy(db.deps, 'PACK', order.id)).toMatchObject({
      code: 'CANCELLED',
      availableCommands: ['CONFIRM_PUT_BACK'],
    })
    expect(await give(db.deps, 'CONFIRM_PUT_BACK', order.id)).toMatchObject({ putBackRequired: false })
  })

  test('after the hand-over completes the order: it comes back as a return', async () => {
    const order = await orderAfter(...handOver)
    await tell([status(order.wbOrderId, 'complete', 'canceled_by_client')])
    expect(await lastEvent(order.id)).toMatchObject({ type: 'COMPLETED', order: { state: 'DONE' } })
  })
})

test('goods that the marketplace has sorted have left, whatever we thought', async () => {
  const order = await orderAfter('CANCEL')
  await tell([status(order.wbOrderId, 'complete', 'sorted')])
  expect(await findOrder(db.deps, order.id, null)).toMatchObject({ state: 'ACCEPTED', reason: null })
})

test('each status is judged by itself', async () => {
  const order = await orderAfter()
  const told = status(order.wbOrderId, 'confirm', 'waiting')
  const { outcomes } = await tell([
    told,
    status('999', 'confirm', 'waiting'),
    { ...told, wbStatus: 5 },
    told,
    { supplierStatus: 'new', wbStatus: 'waiting' },
    'x',
  ])
  expect(outcomes.map((outcome) => outcome.refusal?.code ?? outcome.status)).toEqual([
    'IMPORTED',
    'UNKNOWN_ORDER',
    'INVALID_STATUS',
    'DUPLICATE_ID',
    'INVALID_STATUS',
    'INVALID_STATUS',
  ])
})

test('the board counts what came into each closed state today', async () => {
  const { counters, orders } = await readBoard(db.deps, warehouse)
  const closed = Object.fromEntries(counters.closedToday.map(({ state, count }) => [state, count]))
  const { rows } = await db.owner.query<{ type: string; n: number }>(
    'SELECT type, count(*)::int AS n FROM order_event WHERE warehouse_id = $1 GROUP BY type',
    [warehouse],
  )
  const events = Object.fromEntries(rows.map(({ type, n }) => [type, n]))
  expect(closed).toEqual({
    HANDED_OVER: events['HANDED_OVER'],
    ACCEPTED: events['ACCEPTED'],
    DONE: events['COMPLETED'],
    CANCELLED: events['CANCELLED'],
  })
  const live = counters.live.filter(({ count }) => count > 0)
  expect(live.reduce((sum, { count }) => sum + count, 0)).toBe(orders.length)
  expect(counters.live).toHaveLength(11)
})
