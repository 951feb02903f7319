import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedOrder, seedWarehouse, type SeededWarehouse } from '../support/seed.js'
import { startGateway } from '../support/server.js'
import { give, levels, makeCells, movements, recounts, tell } from './floor-client.js'

let gateway: Awaited<ReturnType<typeof startGateway>>
let warehouse: SeededWarehouse
const client = () => gateway.client

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
// A warehouse for each test: what lies in it is the test's own.
beforeEach(async () => {
  warehouse = await seedWarehouse(client())
  await makeCells(client(), warehouse.id, ['A-1', 'A-2', 'B-1'])
})

const line = (cell: string, item: string, quantity: number) => ({ cell, item, quantity })
const receive = (...lines: readonly object[]) => give(client(), 'receiveStock', { warehouseId: warehouse.id, lines })
const claimed = () => seedOrder(client(), warehouse, { state: 'CLAIMED' })
const here = () => ({ warehouseId: warehouse.id })

describe('cells', () => {
  test('are made and changed by code, read page by page in walk order, and each line is decided by itself', async () => {
    const cells = [
      { zone: 'C', code: ' C-1 ', barcode: 'B-C-1', walkOrder: 5 },
      { zone: 'A', code: 'A-1', barcode: 'new', walkOrder: 100 },
      { zone: 'A', code: 'A-9', barcode: 'B-A-2', walkOrder: 1 },
      { zone: 'A', code: '', barcode: 'x', walkOrder: 1 },
      { zone: 'A', code: 'C-1', barcode: 'y', walkOrder: 1 },
      { zone: 'A', code: 'D-1', barcode: 'z', walkOrder: -1 },
    ]
    const { outcomes } = await give<{
      outcomes: { refusal: { code: string } | null; cell: { code: string } | null }[]
    }>(client(), 'saveCells', { ...here(), cells })
    expect(outcomes.map(({ cell, refusal }) => cell?.code ?? refusal?.code)).toEqual([
      'C-1',
      'A-1',
      'INVALID_CELL',
      'INVALID_CELL',
      'DUPLICATE_ID',
      'INVALID_CELL',
    ])
    const page = async (after?: string) => {
      const { storageCells } = await client().data<{
        storageCells: {
          edges: { cursor: string; node: { code: string; barcode: string } }[]
          pageInfo: { hasNextPage: boolean }
        }
      }>(
        'query ($id: ID!, $after: String) { storageCells(warehouseId: $id, first: 3, after: $after) { edges { cursor node { code barcode } } pageInfo { hasNextPage } } }',
        { id: warehouse.id, after },
      )
      return storageCells
    }
    const first = await page()
    expect(first.edges.map(({ node }) => node.code)).toEqual(['C-1', 'A-2', 'B-1'])
    expect(first.pageInfo.hasNextPage).toBe(true)
    const second = await page(first.edges[2]?.cursor)
    expect(second).toMatchObject({
      edges: [{ node: { code: 'A-1', barcode: 'new' } }],
      pageInfo: { hasNextPage: false },
    })
  })
})

describe('stock', () => {
  test('comes in, moves, is written off and counted; the ledger tells each', async () => {
    const { barcode, sku } = await claimed()
    await receive(line('A-1', barcode, 5), line('B-A-2', String(sku.chrtId), 2))
    expect(
      await give(client(), 'moveStock', { ...here(), from: 'A-1', to: 'B-1', item: barcode, quantity: 2 }),
    ).toMatchObject({
      from: { onHand: 3 },
      to: { onHand: 2 },
    })
    await give(client(), 'writeOffStock', { ...here(), lines: [line('B-1', barcode, 1)], cause: 'Брак' })
    await give(client(), 'countStock', { ...here(), lines: [line('A-1', barcode, 7), line('A-2', barcode, 0)] })
    expect(await levels(client(), warehouse.id)).toEqual({ 'A-1': 7, 'A-2': 0, 'B-1': 1 })
    expect((await movements(client(), warehouse.id)).toSorted()).toEqual([
      'COUNTED A-1 4',
      'COUNTED A-2 -2',
      'MOVED A-1 -2',
      'MOVED B-1 2',
      'RECEIVED A-1 5',
      'RECEIVED A-2 2',
      'WRITTEN_OFF B-1 -1',
    ])
    expect(await recounts(client(), warehouse.id)).toEqual([])
  })

  test('lines that mean nothing are refused one by one, and do not keep the others', async () => {
    const { barcode } = await claimed()
    const lines = [
      line('A-1', barcode, 1),
      line('Z-9', barcode, 1),
      line('A-1', 'nobody knows', 1),
      line('A-1', barcode, 0),
    ]
    const { outcomes } = await give<{
      outcomes: { refusal: { code: string } | null; level: { onHand: number } | null }[]
    }>(client(), 'receiveStock', { ...here(), lines })
    expect(outcomes.map(({ level, refusal }) => level?.onHand ?? refusal?.code)).toEqual([
      1,
      'UNKNOWN_CELL',
      'UNKNOWN_ITEM',
      'INVALID_QUANTITY',
    ])
    const same = { ...here(), from: 'A-1', to: 'B-A-1', item: barcode, quantity: 1 }
    expect(await tell(client(), 'moveStock', same)).toMatchObject({ code: 'INVALID_CELL' })
  })

  test('is received once, however often the command is sent', async () => {
    const { barcode } = await claimed()
    const call = { ...here(), commandId: randomUUID(), lines: [line('A-1', barcode, 3)] }
    const answers = await Promise.all([1, 2, 3].map(() => give(client(), 'receiveStock', call)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await levels(client(), warehouse.id)).toEqual({ 'A-1': 3 })
  })

  test('what is taken beyond what the ledger knows is found first, and leaves a cell to count', async () => {
    const { barcode } = await claimed()
    await receive(line('A-1', barcode, 1))
    await give(client(), 'writeOffStock', { ...here(), lines: [line('A-1', barcode, 3), line('A-1', barcode, 1)] })
    expect((await movements(client(), warehouse.id)).slice(0, 4).toSorted()).toEqual([
      'FOUND A-1 1',
      'FOUND A-1 2',
      'WRITTEN_OFF A-1 -1',
      'WRITTEN_OFF A-1 -3',
    ])
    expect(await recounts(client(), warehouse.id)).toEqual(['A-1 FOUND'])
    await give(client(), 'countStock', { ...here(), lines: [line('A-1', barcode, 0)] })
    expect(await recounts(client(), warehouse.id)).toEqual([])
  })

  test('its ledger can be added to, and nothing of it rewritten, by the application', async () => {
    const { barcode } = await claimed()
    await receive(line('A-1', barcode, 1))
    const { pool } = gateway.database.deps
    for (const text of [
      'UPDATE stock_movement SET quantity = 9',
      'DELETE FROM stock_movement',
      'UPDATE stock_level SET on_hand = 9',
      'INSERT INTO stock_level (cell_id, sku_id, on_hand) SELECT cell_id, sku_id, 9 FROM stock_level',
    ])
      await expect(pool.query(text), text).rejects.toMatchObject({ code: '42501' })
    // Nor by its owner below nothing.
    await expect(gateway.database.owner.query('UPDATE stock_level SET on_hand = on_hand - 2')).rejects.toMatchObject({
      code: '23514',
    })
  })
})

describe('a unit of an order', () => {
  test('is booked out of the scanned cell and back into one', async () => {
    const order = await claimed()
    await receive(line('A-1', order.barcode, 1), line('B-1', order.barcode, 4))
    await give(client(), 'pickOrder', { orderId: order.id, barcode: order.barcode, cell: 'B-B-1' })
    expect(await levels(client(), warehouse.id)).toEqual({ 'A-1': 1, 'B-1': 3 })
    await give(client(), 'cancelOrders', { orderIds: [order.id] })
    await give(client(), 'confirmPutBack', { orderId: order.id, barcode: order.barcode, cell: 'A-1' })
    expect(await levels(client(), warehouse.id)).toEqual({ 'A-1': 2, 'B-1': 3 })
    expect((await movements(client(), warehouse.id)).slice(0, 2)).toEqual(['PUT_BACK A-1 1', 'PICKED B-1 -1'])
  })

  test('whose cell nobody scanned is booked out of the first that has it, and back into the same', async () => {
    const order = await claimed()
    await receive(line('A-2', order.barcode, 1), line('B-1', order.barcode, 4))
    await give(client(), 'pickOrder', { orderId: order.id, barcode: order.barcode })
    expect(await levels(client(), warehouse.id)).toEqual({ 'A-2': 0, 'B-1': 4 })
    await give(client(), 'cancelOrders', { orderIds: [order.id] })
    await give(client(), 'confirmPutBack', { orderId: order.id, barcode: order.barcode })
    expect(await levels(client(), warehouse.id)).toEqual({ 'A-2': 1, 'B-1': 4 })
  })

  test('is picked also where the ledger knows of none: found, and the cell is to be counted', async () => {
    const order = await claimed()
    const told = await give(client(), 'pickOrder', { orderId: order.id, barcode: order.barcode, cell: 'A-1' })
    expect(told).toMatchObject({ order: { state: 'PICKED' } })
    expect((await movements(client(), warehouse.id)).toSorted()).toEqual(['FOUND A-1 1', 'PICKED A-1 -1'])
    expect(await recounts(client(), warehouse.id)).toEqual(['A-1 FOUND'])
  })

  test('is picked where there are no cells at all, and nothing is booked', async () => {
    const order = await claimed()
    await give(client(), 'pickOrder', { orderId: order.id, barcode: order.barcode })
    expect(await movements(client(), warehouse.id)).toEqual([])
  })

  test('of a refused pick moves nothing: a wrong item says where it belongs, an unknown cell is to be scanned again', async () => {
    const [order, other] = [await claimed(), await claimed()]
    await receive(line('B-1', other.barcode, 1), line('A-2', other.barcode, 1), line('A-1', order.barcode, 1))
    const before = await movements(client(), warehouse.id)
    expect(await tell(client(), 'pickOrder', { orderId: order.id, barcode: other.barcode, cell: 'A-1' })).toMatchObject(
      {
        code: 'WRONG_ITEM',
        scannedSku: { article: other.sku.article },
        cells: ['A-2', 'B-1'],
      },
    )
    expect(await tell(client(), 'pickOrder', { orderId: order.id, barcode: order.barcode, cell: 'Z-9' })).toMatchObject(
      {
        code: 'UNKNOWN_CELL',
        orderState: 'CLAIMED',
      },
    )
    expect(await movements(client(), warehouse.id)).toEqual(before)
  })
})
