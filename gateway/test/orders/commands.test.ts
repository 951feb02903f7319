import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrderCommand, OrderState } from '../../domain/order-states.js'
import { readBoard } from '../../storage/board/read-board.js'
import { commandOrder, commandOrders } from '../../storage/order/command-orders.js'
import { findOrder } from '../../storage/order/find-order.js'
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

const newOrder = async (overrides = {}) => {
  const [order] = await bringOrders(db.deps, account, [wbOrder(overrides)])
  if (!order) throw new Error('no order')
  return order
}

const ways: Readonly<Partial<Record<OrderState, readonly OrderCommand[]>>> = {
  NEW: [],
  RELEASED: ['RELEASE'],
  CLAIMED: ['RELEASE', 'CLAIM'],
  PICKED: ['RELEASE', 'CLAIM', 'PICK'],
  PACKED: ['RELEASE', 'CLAIM', 'PICK', 'PACK'],
  STAGED: ['RELEASE', 'CLAIM', 'PICK', 'PACK', 'STAGE'],
  HANDED_OVER: ['RELEASE', 'CLAIM', 'PICK', 'PACK', 'STAGE', 'HAND_OVER'],
  SHORT: ['RELEASE', 'CLAIM', 'REPORT_SHORTAGE'],
  ON_HOLD: ['RELEASE', 'CLAIM', 'PICK', 'HOLD'],
  CANCELLED: ['RELEASE', 'CLAIM', 'PICK', 'CANCEL'],
}
const orderIn = async (state: OrderState, overrides = {}) => {
  let order = await newOrder(overrides)
  for (const command of ways[state] ?? []) order = await give(db.deps, command, order.id)
  expect(order.state).toBe(state)
  return order
}

describe('the way of an order', () => {
  test('is told from events of before orders had boxes and marking too', async () => {
    const order = await newOrder()
    await db.owner.query(`UPDATE order_event SET state = state - 'attachedMeta' - 'box' WHERE order_id = $1`, [
      order.id,
    ])
    const [event] = (await readTimelines(db.deps, [order.id])).get(order.id) ?? []
    expect(event?.order).toEqual(order)
  })

  test('leads from the import to the hand-over, each step an event with the state after it', async () => {
    const order = await orderIn('HANDED_OVER')
    expect(order).toMatchObject({ pickedBy: 'anna', packedBy: 'anna', claim: null, version: 7 })
    const events = (await readTimelines(db.deps, [order.id])).get(order.id) ?? []
    expect(events.map(({ type }) => type)).toEqual([
      'IMPORTED',
      'RELEASED',
      'CLAIMED',
      'PICKED',
      'PACKED',
      'STAGED',
      'HANDED_OVER',
    ])
    expect(events.map(({ from }) => from)).toEqual([null, 'NEW', 'RELEASED', 'CLAIMED', 'PICKED', 'PACKED', 'STAGED'])
    expect(events.map((event) => event.order.version)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(events.at(-1)?.order).toEqual(await findOrder(db.deps, order.id, null))
    expect(events[0]?.prevSeq).toBe(0)
    expect(events[1]?.prevSeq).toBe(events[0]?.seq)
  })

  test('a claim is a lease of 20 minutes; unclaim gives it back', async () => {
    const claimed = await orderIn('CLAIMED')
    expect(claimed.claim).toMatchObject({ holder: 'anna', device: 'test' })
    const { claimedAt = '', expiresAt = '' } = claimed.claim ?? {}
    expect(Date.parse(expiresAt) - Date.parse(claimedAt)).toBe(20 * 60_000)
    expect(await give(db.deps, 'UNCLAIM', claimed.id)).toMatchObject({ state: 'RELEASED', claim: null })
  })

  test('hold and resume return to where it was; a claimed one is given back to the floor', async () => {
    const picked = await orderIn('ON_HOLD')
    expect(picked.resumeState).toBe('PICKED')
    expect(await give(db.deps, 'RESUME', picked.id)).toMatchObject({ state: 'PICKED', resumeState: null })
    const claimed = await orderIn('CLAIMED')
    expect(await give(db.deps, 'HOLD', claimed.id)).toMatchObject({ resumeState: 'RELEASED', claim: null })
  })

  test('a resolved shortage begins anew on the floor', async () => {
    const picked = await orderIn('PICKED')
    expect(await give(db.deps, 'REPORT_SHORTAGE', picked.id)).toMatchObject({ state: 'SHORT' })
    expect(await give(db.deps, 'RESOLVE_SHORTAGE', picked.id)).toMatchObject({ state: 'RELEASED', pickedBy: null })
  })

  test('a cancelled unit that was picked must be put back, and only then leaves the board', async () => {
    const order = await orderIn('CANCELLED')
    expect(order.putBackRequired).toBe(true)
    const onBoard = async () => (await readBoard(db.deps, warehouse)).orders.some(({ id }) => id === order.id)
    expect(await onBoard()).toBe(true)
    expect(await refusedBy(db.deps, 'CONFIRM_PUT_BACK', order.id, 'anna', 'other')).toMatchObject({
      code: 'WRONG_ITEM',
    })
    expect(await give(db.deps, 'CONFIRM_PUT_BACK', order.id)).toMatchObject({ putBackRequired: false })
    expect(await onBoard()).toBe(false)
    expect(await refusedBy(db.deps, 'CONFIRM_PUT_BACK', order.id)).toMatchObject({ code: 'ALREADY_DONE' })
  })

  test('a reason is kept with what it explains', async () => {
    const { id } = await orderIn('RELEASED')
    const hold = { ...by('anna'), command: 'HOLD', orderId: id, reason: '  порвана коробка 📦 ' } as const
    expect(succeed(await commandOrder(db.deps, hold)).order.reason).toBe('порвана коробка 📦')
    expect((await give(db.deps, 'RESUME', id)).reason).toBeNull()
  })
})

describe('a refusal', () => {
  test('of a wrong item names what was scanned and what is expected', async () => {
    await newOrder({ nmId: 1, chrtId: 11, article: 'red', skus: ['RED-1', 'RED-2'] })
    const order = await orderIn('CLAIMED', { nmId: 2, chrtId: 22, article: 'blue', skus: ['6665956397512', 'BLUE'] })
    expect(await refusedBy(db.deps, 'PICK', order.id, 'anna', 'RED-2\r\n')).toMatchObject({
      code: 'WRONG_ITEM',
      scannedBarcode: 'RED-2',
      scannedSku: { article: 'red', barcodes: ['RED-1', 'RED-2'] },
      expectedBarcodes: ['6665956397512', 'BLUE'],
      orderState: 'CLAIMED',
    })
    expect(await refusedBy(db.deps, 'PICK', order.id, 'anna', 'nobody knows')).toMatchObject({ scannedSku: null })
    expect((await give(db.deps, 'PICK', order.id, 'anna', 'BLUE\n')).state).toBe('PICKED')
  })

  test('of a foreign claim names the holder and offers nothing that is only for them', async () => {
    const { id, claim } = await orderIn('CLAIMED')
    for (const command of ['PICK', 'UNCLAIM', 'REPORT_SHORTAGE', 'CLAIM'] as const)
      expect(await refusedBy(db.deps, command, id, 'boris')).toMatchObject({
        code: 'FOREIGN_CLAIM',
        holder: 'anna',
        leaseExpiresAt: claim?.expiresAt,
        availableCommands: ['HOLD', 'CANCEL'],
      })
    expect(await refusedBy(db.deps, 'CLAIM', id, 'anna')).toMatchObject({ code: 'ALREADY_DONE' })
  })

  test.each([
    ['PICK', 'RELEASED', 'NOT_CLAIMED'],
    ['PICK', 'NEW', 'WRONG_STATE'],
    ['RELEASE', 'RELEASED', 'ALREADY_DONE'],
    ['PACK', 'PACKED', 'ALREADY_DONE'],
    ['STAGE', 'PICKED', 'WRONG_STATE'],
    ['HAND_OVER', 'PACKED', 'WRONG_STATE'],
    ['CANCEL', 'HANDED_OVER', 'WRONG_STATE'],
    ['CANCEL', 'CANCELLED', 'ALREADY_DONE'],
    ['RELEASE', 'CANCELLED', 'CANCELLED'],
    ['RESUME', 'PICKED', 'WRONG_STATE'],
    ['HOLD', 'ON_HOLD', 'ALREADY_DONE'],
    ['RESOLVE_SHORTAGE', 'PICKED', 'WRONG_STATE'],
    ['REPORT_SHORTAGE', 'SHORT', 'ALREADY_DONE'],
  ] as const)('%s of an order in %s is %s and names what may be done instead', async (command, state, code) => {
    const order = await orderIn(state)
    const refusal = await refusedBy(db.deps, command, order.id)
    expect(refusal).toMatchObject({ code, orderId: order.id, orderState: state })
    expect(refusal.availableCommands).not.toContain(command)
    expect(await findOrder(db.deps, order.id, null)).toEqual(order)
  })

  test('of unknown and repeated ids stands beside what was done', async () => {
    const [one, two] = [await newOrder(), await newOrder()]
    const missing = randomUUID()
    const orderIds = [one.id, 'no id at all', one.id.toUpperCase(), missing, two.id]
    const { outcomes } = succeed(await commandOrders(db.deps, { ...by('anna'), command: 'RELEASE', orderIds }))
    expect(outcomes.map(({ orderId }) => orderId)).toEqual(orderIds)
    expect(outcomes.map(({ order, refusal }) => order?.state ?? refusal?.code)).toEqual([
      'RELEASED',
      'UNKNOWN_ORDER',
      'DUPLICATE_ID',
      'UNKNOWN_ORDER',
      'RELEASED',
    ])
  })

  test('of a whole call: nothing named, too much named', async () => {
    const call = { command: 'RELEASE' as const }
    expect(await commandOrders(db.deps, { ...call, ...by('anna'), orderIds: [] })).toMatchObject({
      refusal: { code: 'NOTHING_TO_DO' },
    })
    const orderIds = Array.from({ length: 1001 }, () => randomUUID())
    expect(await commandOrders(db.deps, { ...call, ...by('anna'), orderIds })).toMatchObject({
      refusal: { code: 'TOO_MANY' },
    })
  })

  test('texts that cannot be kept are faults of the call, and change nothing', async () => {
    const order = await orderIn('CLAIMED')
    const calls = [
      { barcode: 'a\0b' },
      { reason: 'x\0' },
      { reason: 'я'.repeat(301) },
      { barcode: '\ud800' },
      { orderIds: ['a\0'] },
      { actor: 'an\0na' },
      { commandId: 'nonsense' },
      { clientTime: new Date(Number.NaN) },
    ]
    for (const call of calls)
      await expect(
        commandOrders(db.deps, { ...by('anna'), command: 'CANCEL', orderIds: [order.id], ...call }),
      ).rejects.toMatchObject({ name: 'InputError', code: 'BAD_USER_INPUT' })
    expect(await findOrder(db.deps, order.id, null)).toEqual(order)
  })
})

test('a call may name 1,000 orders', async () => {
  const orders = await bringOrders(
    db.deps,
    account,
    Array.from({ length: 1000 }, () => wbOrder()),
  )
  const orderIds = orders.map(({ id }) => id)
  const { outcomes } = succeed(await commandOrders(db.deps, { ...by('anna'), command: 'RELEASE', orderIds }))
  expect(outcomes.every(({ order }) => order?.state === 'RELEASED')).toBe(true)
})
