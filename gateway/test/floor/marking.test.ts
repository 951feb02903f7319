import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markingCode } from '../../../prisma/seed/marking-codes.js'
import { seedOrder, seedWarehouse, type SeededOrder, type SeededWarehouse } from '../support/seed.js'
import { startGateway } from '../support/server.js'
import { give, sizeOf, tell } from './floor-client.js'

let gateway: Awaited<ReturnType<typeof startGateway>>
let warehouse: SeededWarehouse
let elsewhere: SeededWarehouse
const client = () => gateway.client

beforeAll(async () => {
  gateway = await startGateway()
  warehouse = await seedWarehouse(client())
  elsewhere = await seedWarehouse(client())
})
afterAll(() => gateway.close())

const picked = (where = warehouse, wbOrder: object = { requiredMeta: ['sgtin'], optionalMeta: ['gtin'] }) =>
  seedOrder(client(), where, { state: 'PICKED', wbOrder })
const codeOf = (order: SeededOrder, unit = order.id) => markingCode(order.sku.barcodes, unit)
const attach = (order: SeededOrder, raw: string, key = 'sgtin') =>
  tell(client(), 'attachLabelIdentifier', { orderId: order.id, key, raw })
const pack = ({ id, barcode }: SeededOrder) => tell(client(), 'packOrder', { orderId: id, barcode })

describe('an order that needs marking', () => {
  test('is not packed until its code is scanned, and says which', async () => {
    const order = await picked()
    expect(await pack(order)).toMatchObject({ code: 'MARKING_REQUIRED', missingMeta: ['sgtin'], orderState: 'PICKED' })
    const attached = await attach(order, `${codeOf(order)}\r\n`)
    expect(attached).toMatchObject({
      order: { attachedMeta: ['sgtin'], state: 'PICKED', version: order.version + 1 },
      label: { key: 'sgtin', value: codeOf(order), verdict: 'VALID', attachedBy: 'anna' },
    })
    expect(await pack(order)).toMatchObject({ order: { state: 'PACKED' } })
    const { rows } = await gateway.database.owner.query(`SELECT raw FROM label_identifier WHERE order_id = $1`, [
      order.id,
    ])
    expect(rows).toEqual([{ raw: Buffer.from(`${codeOf(order)}\r\n`) }])
  })

  test('keeps a code that is not valid, with what is wrong, and is not packed with it', async () => {
    const order = await picked()
    expect(await attach(order, '0104607012345677215#')).toMatchObject({
      order: { attachedMeta: [] },
      label: { verdict: 'INVALID_SYMBOLS' },
    })
    expect(await pack(order)).toMatchObject({ code: 'MARKING_REQUIRED' })
    await attach(order, codeOf(order))
    // A second scan replaces the first, to the better or the worse.
    expect(await attach(order, 'x')).toMatchObject({ order: { attachedMeta: [] } })
    const { labelIdentifiers } = await client().data(
      'query ($id: ID!) { labelIdentifiers(orderId: $id) { key value verdict } }',
      {
        id: order.id,
      },
    )
    expect(labelIdentifiers).toEqual([{ key: 'sgtin', value: 'x', verdict: 'INVALID_FORMAT' }])
  })

  test('takes what it needs and may have, and nothing else; nor before its unit is picked', async () => {
    const order = await picked()
    expect(await attach(order, '123456789012345', 'imei')).toMatchObject({ code: 'LABEL_NOT_NEEDED' })
    const gtin = order.sku.barcodes[0]!
    expect(await attach(order, gtin, 'gtin')).toMatchObject({ order: { attachedMeta: ['gtin'] } })
    const claimed = await seedOrder(client(), warehouse, { state: 'CLAIMED', wbOrder: { requiredMeta: ['sgtin'] } })
    expect(await attach(claimed, codeOf(claimed))).toMatchObject({ code: 'WRONG_STATE' })
  })
})

describe('a code of one unit', () => {
  test('is on one live order of the whole installation; the first to come has it', async () => {
    const same = { requiredMeta: ['sgtin'] }
    const orders = [await picked(warehouse, same), await picked(warehouse, same), await picked(elsewhere, same)]
    // All of another size: nothing says whose the code is but the constraint.
    const code = `010000000000000021${'A'.repeat(13)}`
    const told = await Promise.all(orders.map((order) => attach(order, code)))
    expect(told.filter(({ code: refused }) => refused === undefined)).toHaveLength(1)
    expect(told.filter(({ code: refused }) => refused === 'LABEL_TAKEN')).toHaveLength(2)
    // Another print of it is no other code.
    const loser = orders[told.findIndex(({ code: refused }) => refused !== undefined)]!
    expect(await attach(loser, `${code}\u001d91AAAA`)).toMatchObject({ code: 'LABEL_TAKEN' })
    // What the loser had stays.
    await attach(loser, codeOf(loser))
    expect(await attach(loser, code)).toMatchObject({ code: 'LABEL_TAKEN' })
    expect(await pack(loser)).toMatchObject({ order: { attachedMeta: ['sgtin'] } })
  })

  test('is free again when its unit is back on the shelf', async () => {
    const order = await picked()
    const code = codeOf(order)
    await attach(order, code)
    await give(client(), 'cancelOrders', { orderIds: [order.id] })
    const raw = { key: 'sgtin', raw: code }
    const other = await seedOrder(client(), warehouse, {
      state: 'PICKED',
      wbOrder: { ...sizeOf(order), requiredMeta: ['sgtin'] },
    })
    expect(await tell(client(), 'attachLabelIdentifier', { orderId: other.id, ...raw })).toMatchObject({
      code: 'LABEL_TAKEN',
    })
    const back = await give(client(), 'confirmPutBack', { orderId: order.id, barcode: order.barcode })
    expect(back).toMatchObject({ order: { attachedMeta: [], box: null } })
    expect(await tell(client(), 'attachLabelIdentifier', { orderId: other.id, ...raw })).toMatchObject({
      label: { verdict: 'VALID' },
    })
  })
})

describe('a box', () => {
  test('is made by its first unit; an order knows its box until the unit is back', async () => {
    const order = await seedOrder(client(), warehouse, { state: 'PACKED' })
    const put = (box: string, orderId = order.id) => tell(client(), 'putIntoBox', { orderId, box })
    expect(await put(' К-17 ')).toMatchObject({ order: { box: 'К-17', state: 'PACKED' } })
    expect(await put('К-17')).toMatchObject({ code: 'ALREADY_DONE' })
    expect(await put('К-18')).toMatchObject({ order: { box: 'К-18' } })
    expect(await put('\u0007')).toMatchObject({ code: 'INVALID_BOX' })
    const early = await picked()
    expect(await put('К-18', early.id)).toMatchObject({ code: 'WRONG_STATE' })
    const { order: told } = await client().data<{ order: { timeline: { type: string }[] } }>(
      'query ($id: ID!) { order(id: $id) { timeline { type } } }',
      { id: order.id },
    )
    expect(told.timeline.slice(-2).map(({ type }) => type)).toEqual(['BOXED', 'BOXED'])
  })
})
