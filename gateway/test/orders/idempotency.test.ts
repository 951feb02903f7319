import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandOrder, commandOrders } from '../../storage/order/command-orders.js'
import { importOrders } from '../../storage/order/import-orders.js'
import { createSellerAccount } from '../../storage/warehouse/create-seller-account.js'
import { readTimelines } from '../../storage/order/read-timelines.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, by, give, makeWarehouse, nextNumber, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
let account: string

beforeAll(async () => {
  db = await createDatabase()
  account = (await makeWarehouse(db.deps)).account.id
})
afterAll(() => db.close())

const released = async () => {
  const [order] = await bringOrders(db.deps, account, [wbOrder()])
  return give(db.deps, 'RELEASE', order?.id ?? '')
}
const eventsOf = async (id: string) => (await readTimelines(db.deps, [id])).get(id)?.map(({ type }) => type)

test('a repeated command gets its first result again and does nothing twice', async () => {
  const { id } = await released()
  const claim = { ...by('anna'), command: 'CLAIM', orderId: id } as const
  const first = await commandOrder(db.deps, claim)
  await give(db.deps, 'UNCLAIM', id)
  // By now the order is free: a command given anew would claim it.
  expect(await commandOrder(db.deps, claim)).toEqual(first)
  expect(await eventsOf(id)).toEqual(['IMPORTED', 'RELEASED', 'CLAIMED', 'UNCLAIMED'])
})

test('a refusal is a result too: the repeat is refused though it would be done by now', async () => {
  const { id } = await released()
  const pick = { ...by('anna'), command: 'PICK', orderId: id, barcode: '6665956397512' } as const
  const first = await commandOrder(db.deps, pick)
  expect(first.refusal?.code).toBe('NOT_CLAIMED')
  await give(db.deps, 'CLAIM', id)
  expect(await commandOrder(db.deps, pick)).toEqual(first)
})

test('the same id with another payload is refused; another clock of the device is no other payload', async () => {
  const { id } = await released()
  const header = by('anna')
  const claim = { ...header, command: 'CLAIM', orderId: id } as const
  const first = await commandOrder(db.deps, { ...claim, clientTime: new Date(0) })
  expect(first.refusal).toBeUndefined()
  expect(await commandOrder(db.deps, { ...claim, clientTime: new Date(1) })).toEqual(first)
  for (const other of [
    { ...claim, command: 'UNCLAIM' as const },
    { ...claim, orderId: randomUUID() },
  ])
    expect(await commandOrder(db.deps, other)).toMatchObject({ refusal: { code: 'COMMAND_ID_REUSED' } })
})

test('two people may happen to use one id', async () => {
  const [one, two] = [await released(), await released()]
  const header = by('anna')
  expect(await commandOrder(db.deps, { ...header, command: 'CLAIM', orderId: one.id })).toHaveProperty('order')
  const other = { ...header, actor: 'boris', command: 'CLAIM', orderId: two.id } as const
  expect(await commandOrder(db.deps, other)).toHaveProperty('order')
})

test('twins at the same moment do it once and both learn the result', async () => {
  const { id } = await released()
  const claim = { ...by('anna'), command: 'CLAIM', orderIds: [id] } as const
  const results = await Promise.all(Array.from({ length: 8 }, () => commandOrders(db.deps, claim)))
  for (const result of results) expect(result).toEqual(results[0])
  expect(await eventsOf(id)).toEqual(['IMPORTED', 'RELEASED', 'CLAIMED'])
})

test('an import may be repeated whole, members in any order', async () => {
  const object = wbOrder()
  const header = { ...by('anna'), sellerAccountId: account }
  const first = await importOrders(db.deps, { ...header, orders: [object] })
  const turned = Object.fromEntries(Object.entries(object).toReversed())
  expect(await importOrders(db.deps, { ...header, orders: [turned] })).toEqual(first)
  expect(first).toMatchObject({ imported: 1 })
  // Under a new id it is a new command, and the order is known.
  expect(await importOrders(db.deps, { ...header, commandId: randomUUID(), orders: [object] })).toMatchObject({
    imported: 0,
    repeated: 1,
  })
})

test('a thing is made once by a repeated command', async () => {
  const create = { ...by('anna'), name: `account ${nextNumber()}` }
  const [first, second] = await Promise.all([
    createSellerAccount(db.deps, create),
    createSellerAccount(db.deps, create),
  ])
  expect(first).toEqual(second)
  expect(first.refusal).toBeUndefined()
})

test('of many people who claim one order exactly one gets it', async () => {
  const { id } = await released()
  const people = Array.from({ length: 12 }, (_, index) => `picker ${index}`)
  const results = await Promise.all(
    people.map((actor) => commandOrder(db.deps, { ...by(actor), command: 'CLAIM', orderId: id })),
  )
  const winners = results.filter((result) => !result.refusal)
  expect(winners).toHaveLength(1)
  const holder = winners[0]?.refusal ? undefined : winners[0]?.order.claim?.holder
  for (const { refusal } of results) if (refusal) expect(refusal).toMatchObject({ code: 'FOREIGN_CLAIM', holder })
  expect(await eventsOf(id)).toEqual(['IMPORTED', 'RELEASED', 'CLAIMED'])
})
