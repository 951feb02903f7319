import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBoard } from '../../storage/board/read-board.js'
import { commandOrders } from '../../storage/order/command-orders.js'
import { findOrder } from '../../storage/order/find-order.js'
import { importOrders } from '../../storage/order/import-orders.js'
import { readTimelines } from '../../storage/order/read-timelines.js'
import { createSellerAccount } from '../../storage/warehouse/create-seller-account.js'
import { createWarehouse, type CreateWarehouse } from '../../storage/warehouse/create-warehouse.js'
import { listSellerAccounts, listWarehouses } from '../../storage/warehouse/list-warehouses.js'
import { setSlaPolicy } from '../../storage/warehouse/set-sla-policy.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, by, give, makeWarehouse, nextNumber, succeed, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

const policy = { assemblyMinutes: 240, cutOffs: [], amberMinutes: 120, redMinutes: 30 }

describe('a seller account', () => {
  test('has a name of its own', async () => {
    const { sellerAccount } = succeed(await createSellerAccount(db.deps, { ...by('anna'), name: '  ООО «Ёлка» ' }))
    expect(sellerAccount.name).toBe('ООО «Ёлка»')
    const again = await createSellerAccount(db.deps, { ...by('anna'), name: 'ООО «Ёлка»' })
    expect(again).toMatchObject({ refusal: { code: 'NAME_TAKEN' } })
    expect(await listSellerAccounts(db.deps, null)).toContainEqual(sellerAccount)
  })

  test.each(['', '\0', 'a\nb', 'я'.repeat(101)])('cannot be called %j', async (name) => {
    expect(await createSellerAccount(db.deps, { ...by('anna'), name })).toMatchObject({
      refusal: { code: 'INVALID_NAME' },
    })
  })
})

describe('a warehouse', () => {
  const create = (sellerAccountId: string, overrides: Partial<CreateWarehouse> = {}) =>
    createWarehouse(db.deps, {
      ...by('anna'),
      sellerAccountId,
      wbWarehouseId: '42',
      name: 'Склад',
      timeZone: 'Europe/Moscow',
      slaPolicy: { ...policy, cutOffs: ['18:00', '09:00:00'] },
      ...overrides,
    })

  test('is made once per number of its account, and its board is empty and dense from 0', async () => {
    const { account } = await makeWarehouse(db.deps)
    const { warehouse } = succeed(await create(account.id))
    expect(warehouse).toMatchObject({
      sellerAccount: account,
      wbWarehouseId: '42',
      name: 'Склад',
      demo: false,
      slaPolicy: { cutOffs: ['09:00', '18:00'] },
    })
    expect(await create(account.id)).toMatchObject({ refusal: { code: 'WAREHOUSE_TAKEN' } })
    expect(await readBoard(db.deps, warehouse.id)).toMatchObject({ warehouse, seq: 0, orders: [] })
  })

  test.each([
    [{ name: '' }, 'INVALID_NAME'],
    [{ timeZone: 'Europe/Atlantis' }, 'INVALID_TIME_ZONE'],
    [{ timeZone: '+03:00' }, 'INVALID_TIME_ZONE'],
    [{ slaPolicy: { ...policy, amberMinutes: 10 } }, 'INVALID_POLICY'],
    [{ sellerAccountId: randomUUID() }, 'UNKNOWN_SELLER_ACCOUNT'],
    [{ sellerAccountId: 'x\0' }, 'UNKNOWN_SELLER_ACCOUNT'],
  ])('with %j is refused as %s', async (overrides, code) => {
    const { account } = await makeWarehouse(db.deps)
    expect(await create(account.id, overrides)).toMatchObject({ refusal: { code } })
  })

  test.each(['0', '-1', '1.5', 'x', '', '99999999999999999999'])('cannot have the number %j', async (wbWarehouseId) => {
    const { account } = await makeWarehouse(db.deps)
    await expect(create(account.id, { wbWarehouseId })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  test('stands in the list by name, in Russian order', async () => {
    const { account } = await makeWarehouse(db.deps)
    for (const [index, name] of ['Жук', 'ёж', 'Еж', 'яма', 'Арбуз'].entries())
      await create(account.id, { name, wbWarehouseId: String(100 + index) })
    const names = (await listWarehouses(db.deps, null))
      .filter(({ sellerAccount }) => sellerAccount.id === account.id)
      .map(({ name }) => name)
    expect(names.filter((name) => name !== 'North')).toEqual(['Арбуз', 'Еж', 'ёж', 'Жук', 'яма'])
  })
})

describe('a new policy', () => {
  test('moves the deadlines of live orders, each an event, and leaves closed ones', async () => {
    const { account, warehouse } = await makeWarehouse(db.deps)
    const createdAt = '2026-11-22T09:30:00Z'
    const [live, closed] = await bringOrders(db.deps, account.id, [wbOrder({ createdAt }), wbOrder({ createdAt })])
    await give(db.deps, 'CANCEL', closed?.id ?? '')
    const set = { ...by('boss'), warehouseId: warehouse.id, policy: { ...policy, cutOffs: ['15:00'], redMinutes: 45 } }
    expect(succeed(await setSlaPolicy(db.deps, set)).warehouse.slaPolicy).toEqual(set.policy)
    expect(await findOrder(db.deps, live?.id ?? '', null)).toMatchObject({
      deadlineAt: '2026-11-22T12:00:00.000Z',
      redAt: '2026-11-22T11:15:00.000Z',
      version: 2,
      stateChangedAt: live?.stateChangedAt,
    })
    expect(await findOrder(db.deps, closed?.id ?? '', null)).toMatchObject({ deadlineAt: closed?.deadlineAt })
    const last = (await readTimelines(db.deps, [live?.id ?? ''])).get(live?.id ?? '')?.at(-1)
    expect(last).toMatchObject({ type: 'DEADLINE_CHANGED', actor: 'boss', from: 'NEW' })
    expect(last?.order).toEqual(await findOrder(db.deps, live?.id ?? '', null))
    // The same policy again is no change.
    const { seq } = await readBoard(db.deps, warehouse.id)
    succeed(await setSlaPolicy(db.deps, { ...set, ...by('boss') }))
    expect((await readBoard(db.deps, warehouse.id)).seq).toBe(seq)
  })

  test('and orders that come in at the same moment agree', async () => {
    const { account, warehouse } = await makeWarehouse(db.deps)
    const policies = [60, 120, 180].map((assemblyMinutes) => ({ ...policy, assemblyMinutes }))
    await Promise.all([
      ...policies.map((policy) => setSlaPolicy(db.deps, { ...by('boss'), warehouseId: warehouse.id, policy })),
      ...Array.from({ length: 6 }, () =>
        importOrders(db.deps, {
          ...by('sync'),
          sellerAccountId: account.id,
          orders: [wbOrder({ chrtId: nextNumber() }), wbOrder({ chrtId: nextNumber() })],
        }),
      ),
    ])
    const { orders, warehouse: now } = await readBoard(db.deps, warehouse.id)
    expect(orders).toHaveLength(12)
    for (const { createdAt, deadlineAt } of orders)
      expect(Date.parse(deadlineAt) - Date.parse(createdAt)).toBe(now.slaPolicy.assemblyMinutes * 60_000)
  })

  test.each([
    [{ policy: { ...policy, assemblyMinutes: 0 } }, 'INVALID_POLICY'],
    [{ warehouseId: randomUUID() }, 'UNKNOWN_WAREHOUSE'],
    [{ warehouseId: 'none' }, 'UNKNOWN_WAREHOUSE'],
  ])('with %j is refused as %s', async (overrides, code) => {
    const { warehouse } = await makeWarehouse(db.deps)
    const set = { ...by('boss'), warehouseId: warehouse.id, policy, ...overrides }
    expect(await setSlaPolicy(db.deps, set)).toMatchObject({ refusal: { code } })
  })
})

describe('the board', () => {
  test('shows live orders, soonest deadline first, by state, SKU or holder', async () => {
    const { account, warehouse } = await makeWarehouse(db.deps)
    const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 9, minutes)).toISOString()
    const chrtId = nextNumber()
    const orders = await bringOrders(db.deps, account.id, [
      wbOrder({ createdAt: at(3) }),
      wbOrder({ createdAt: at(1), chrtId }),
      wbOrder({ createdAt: at(2) }),
      wbOrder({ createdAt: at(0) }),
    ])
    const [a, b, c, d] = orders.map(({ id }) => id)
    const orderIds = [a, c].flatMap((id) => id ?? [])
    await commandOrders(db.deps, { ...by('anna'), command: 'RELEASE', orderIds })
    await commandOrders(db.deps, { ...by('anna'), command: 'CLAIM', orderIds: orderIds.slice(1) })
    await commandOrders(db.deps, { ...by('anna'), command: 'CANCEL', orderIds: [d ?? ''] })
    const ids = async (filter: Parameters<typeof readBoard>[2]) =>
      (await readBoard(db.deps, warehouse.id, filter)).orders.map(({ id }) => id)
    expect(await ids(null)).toEqual([b, c, a])
    expect(await ids({ states: ['NEW', 'CANCELLED'] })).toEqual([b])
    expect(await ids({ skuId: orders[1]?.sku.id ?? '' })).toEqual([b])
    expect(await ids({ holder: 'anna' })).toEqual([c])
    expect(await ids({ holder: 'nobody\0' })).toEqual([])
    expect(await ids({ skuId: 'nothing' })).toEqual([])
    expect(await ids({ states: [] })).toEqual([])
    const { counters, dayEndsAt, serverTime } = await readBoard(db.deps, warehouse.id, { holder: 'anna' })
    expect(counters.live.filter(({ count }) => count > 0)).toEqual([{ state: 'CLAIMED', count: 1 }])
    expect(counters.closedToday).toContainEqual({ state: 'CANCELLED', count: 1 })
    expect(Date.parse(dayEndsAt) - Date.parse(serverTime)).toBeGreaterThan(0)
  })

  test.each([randomUUID(), 'no id', ''])('of the unknown warehouse %j is a fault of the call', async (id) => {
    await expect(readBoard(db.deps, id)).rejects.toMatchObject({ code: 'UNKNOWN_WAREHOUSE' })
  })
})
