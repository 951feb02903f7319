import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestClient } from '../support/client.js'
import { seedOrder, seedWarehouse, type SeededOrder, type SeededWarehouse } from '../support/seed.js'
import { startGateway } from '../support/server.js'
import { give, levels, makeCells, myWork, recounts, sizeOf, tell, type Work } from './floor-client.js'

let gateway: Awaited<ReturnType<typeof startGateway>>
let warehouse: SeededWarehouse
const client = () => gateway.client

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  warehouse = await seedWarehouse(client())
  await makeCells(client(), warehouse.id, ['A-1', 'A-2', 'B-1'])
})

let number = 0
/** Somebody on shift here, until this test ends. */
const onShift = async (name = `Сборщик ${++number}`): Promise<TestClient> => {
  const who = client().as(name, `Телефон ${name}`)
  await give(who, 'startShift', { warehouseId: warehouse.id })
  return who
}
const here = () => ({ warehouseId: warehouse.id })
const claim = (who: TestClient, count: number) =>
  give<{ claimed: number; work: Work }>(who, 'claimWork', { ...here(), count })
const tasksOf = (work: Work | null) => work?.stops.flatMap(({ tasks }) => tasks) ?? []
const idsOf = (work: Work | null) => tasksOf(work).map(({ order }) => order.id)
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const release = (overrides: Parameters<typeof seedOrder>[2] = {}) =>
  seedOrder(client(), warehouse, { state: 'RELEASED', ...overrides })
const stock = (cell: string, order: SeededOrder, quantity: number) =>
  give(client(), 'receiveStock', { ...here(), lines: [{ cell, item: order.barcode, quantity }] })
const orderOf = async (id: string) =>
  (
    await client().data<{ order: { state: string; claim: { holder: string; expiresAt: string } | null } }>(
      'query ($id: ID!) { order(id: $id) { state claim { holder expiresAt } } }',
      { id },
    )
  ).order

describe('claimWork', () => {
  test('gives eight pickers at once disjoint work, all of it, the most urgent first', async () => {
    const orders = []
    for (let n = 0; n < 60; n++) orders.push(await release({ createdAt: minutesAgo(100 - n) }))
    const pickers = await Promise.all(Array.from({ length: 8 }, () => onShift()))
    const first = await Promise.all(pickers.map((who) => claim(who, 5)))
    const taken = first.flatMap(({ work }) => idsOf(work))
    expect(first.map(({ claimed }) => claimed)).toEqual(pickers.map(() => 5))
    expect(new Set(taken).size).toBe(40)
    // Nobody waits for anybody, so somebody may take the next ones: but no later ones than all of them need.
    expect(new Set(taken)).toEqual(new Set(orders.slice(0, 40).map(({ id }) => id)))
    const rest = await Promise.all(pickers.map((who) => claim(who, 100)))
    expect(rest.reduce((sum, { claimed }) => sum + claimed, 0)).toBe(20)
    const all = rest.flatMap(({ work }) => idsOf(work))
    expect(all).toHaveLength(60)
    expect(new Set(all).size).toBe(60)
    const { rows } = await gateway.database.owner.query(
      'SELECT order_id FROM claim WHERE released_at IS NULL GROUP BY 1 HAVING count(*) > 1',
    )
    expect(rows).toEqual([])
    expect(await claim(pickers[0]!, 1)).toMatchObject({ claimed: 0 })
  })

  test('waits for nobody: an order that a command has in hand is passed by', async () => {
    const [first, second] = [await release({ createdAt: minutesAgo(50) }), await release({ createdAt: minutesAgo(20) })]
    const who = await onShift()
    const other = await gateway.database.owner.connect()
    try {
      await other.query('BEGIN')
      await other.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [first.id])
      expect(idsOf((await claim(who, 1)).work)).toEqual([second.id])
      await other.query('ROLLBACK')
    } finally {
      other.release()
    }
  })

  test('groups by cell and size in walk order, and carries what is needed without a network', async () => {
    const near = await release({ createdAt: minutesAgo(10), wbOrder: { requiredMeta: ['sgtin'], optionalMeta: [] } })
    const far = await release({ createdAt: minutesAgo(30) })
    const unknown = await release({ createdAt: minutesAgo(50) })
    const again = await release({ createdAt: minutesAgo(20), wbOrder: { ...sizeOf(far), requiredMeta: [] } })
    await stock('B-1', far, 5)
    await stock('A-1', near, 1)
    const who = await onShift()
    const { claimed, work } = await claim(who, 100)
    expect(claimed).toBe(4)
    expect(work.stops.map(({ cell, tasks }) => [cell?.code, tasks.map(({ order }) => order.id)])).toEqual([
      ['A-1', [near.id]],
      ['B-1', [far.id, again.id]],
      [undefined, [unknown.id]],
    ])
    expect(work.stops[1]).toMatchObject({
      cell: { code: 'B-1', barcode: 'B-B-1', zone: 'B', walkOrder: 20 },
      sku: { article: far.sku.article, barcodes: far.sku.barcodes.toSorted() },
      imageUrl: null,
    })
    expect(work.checkAfterMinutes).toBe(60)
    expect(work.markingRules).toContainEqual({ key: 'sgtin', minLength: 16, maxLength: 135 })
    expect((await orderOf(near.id)).claim?.expiresAt).toBe(work.leaseUntil)
    expect(await myWork(who)).toEqual(work)
  })

  test('reserves the units that it sends people for: two are not sent for the same one', async () => {
    const [one, two] = [await release(), await release()]
    const same = await release({ wbOrder: sizeOf(one) })
    await stock('A-1', one, 1)
    await stock('B-1', one, 1)
    await stock('A-2', two, 1)
    const { work } = await claim(await onShift(), 100)
    const cellOf = (id: string) =>
      work.stops.find(({ tasks }) => tasks.some(({ order }) => order.id === id))?.cell?.code
    expect([cellOf(one.id), cellOf(same.id)].toSorted()).toEqual(['A-1', 'B-1'])
    expect(cellOf(two.id)).toBe('A-2')
    const { stockLevels } = await client().data<{ stockLevels: { edges: { node: object }[] } }>(
      'query ($id: ID!) { stockLevels(warehouseId: $id) { edges { node { onHand reserved available } } } }',
      { id: warehouse.id },
    )
    expect(stockLevels.edges.map(({ node }) => node)).toEqual(
      [1, 2, 3].map(() => ({ onHand: 1, reserved: 1, available: 0 })),
    )
    const third = await release({ wbOrder: sizeOf(one) })
    const other = await claim(await onShift(), 1)
    expect(other.work.stops).toMatchObject([{ cell: null, tasks: [{ order: { id: third.id } }] }])
  })

  test('books a pick out of the cell that it told, when nobody scans another', async () => {
    const order = await release()
    await stock('A-2', order, 1)
    const who = await onShift()
    await claim(who, 1)
    // Stock that came later and lies nearer is not what the picker was sent for.
    await stock('A-1', order, 1)
    await give(who, 'pickOrder', { orderId: order.id, barcode: order.barcode })
    expect(await levels(client(), warehouse.id)).toEqual({ 'A-1': 1, 'A-2': 0 })
  })

  test('leaves claims of claimOrders their 20 minutes, and shows them too', async () => {
    const order = await release()
    const who = await onShift()
    await give(who, 'claimOrders', { orderIds: [order.id] })
    const expiresAt = Date.parse((await orderOf(order.id)).claim?.expiresAt ?? '')
    expect((expiresAt - Date.now()) / 60_000).toBeLessThanOrEqual(20)
    expect(idsOf(await myWork(who))).toEqual([order.id])
  })

  test('takes nothing that the marketplace has cancelled, and marks what it cancels later, taken or picked', async () => {
    const [kept, gone, picked] = [await release(), await release(), await release()]
    const who = await onShift()
    await claim(who, 3)
    await give(who, 'pickOrder', { orderId: picked.id, barcode: picked.barcode })
    await give(client(), 'cancelOrders', { orderIds: [gone.id, picked.id] })
    const marks = new Map(tasksOf(await myWork(who)).map(({ order, cancelled }) => [order.id, cancelled]))
    expect(marks).toEqual(
      new Map([
        [kept.id, false],
        [gone.id, true],
        // On the way to the packing table.
        [picked.id, true],
      ]),
    )
  })
})

describe('work', () => {
  test('is given back, handed over with its cells, and broken by a shift lead; the log says by whom', async () => {
    const [one, two] = [await release(), await release()]
    await stock('A-1', one, 1)
    const [gleb, boris] = [await onShift('Глеб'), await onShift('Борис')]
    await claim(gleb, 2)
    expect(await tell(gleb, 'handOverWork', { ...here(), to: 'Нет Такого' })).toMatchObject({ code: 'NO_SHIFT' })
    expect(await give(gleb, 'handOverWork', { ...here(), to: 'Борис' })).toMatchObject({ handedOver: 2 })
    expect(idsOf(await myWork(gleb))).toEqual([])
    const work = await myWork(boris)
    expect(new Set(idsOf(work))).toEqual(new Set([one.id, two.id]))
    expect(work?.stops[0]?.cell?.code).toBe('A-1')
    expect(await give(client(), 'breakWork', { ...here(), orderId: one.id })).toMatchObject({ returned: 1 })
    expect(await orderOf(one.id)).toEqual({ state: 'RELEASED', claim: null })
    expect(await tell(client(), 'breakWork', { ...here(), orderId: one.id })).toMatchObject({ code: 'NOT_CLAIMED' })
    expect(await give(client(), 'breakWork', { ...here(), person: 'Борис' })).toMatchObject({ returned: 1 })
    await claim(boris, 2)
    expect(await give(boris, 'releaseWork', here())).toMatchObject({ returned: 2 })
    const { order } = await client().data<{ order: { timeline: { type: string; actor: string }[] } }>(
      'query ($id: ID!) { order(id: $id) { timeline { type actor } } }',
      { id: one.id },
    )
    expect(order.timeline.slice(-6).map(({ type, actor }) => `${type} ${actor}`)).toEqual([
      'CLAIMED Глеб',
      'UNCLAIMED Глеб',
      'CLAIMED Глеб',
      'UNCLAIMED anna',
      'CLAIMED Борис',
      'UNCLAIMED Борис',
    ])
  })

  test('that is not in its cell is looked for in the next that the ledger knows, and is short when there is none', async () => {
    const order = await release()
    await stock('A-1', order, 1)
    await stock('B-1', order, 1)
    const who = await onShift()
    await claim(who, 1)
    const report = (cell?: string) => give(who, 'reportShortage', { orderId: order.id, reason: 'Пусто', cell })
    expect(await report('A-1')).toMatchObject({ order: { state: 'CLAIMED' }, otherCell: { code: 'B-1' } })
    expect((await myWork(who))?.stops).toMatchObject([{ cell: { code: 'B-1' } }])
    expect(await recounts(client(), warehouse.id)).toEqual(['A-1 SHORTAGE'])
    expect(await report('B-1')).toMatchObject({ order: { state: 'SHORT' }, otherCell: null })
    expect(await recounts(client(), warehouse.id)).toEqual(['A-1 SHORTAGE', 'B-1 SHORTAGE'])
    // Until somebody has counted, nobody is sent there again.
    await give(client(), 'resolveShortage', { orderId: order.id })
    expect((await claim(who, 1)).work.stops).toMatchObject([{ cell: null }])
    await give(who, 'releaseWork', here())
    await give(client(), 'countStock', { ...here(), lines: [{ cell: 'B-1', item: order.barcode, quantity: 2 }] })
    expect((await claim(who, 1)).work.stops).toMatchObject([{ cell: { code: 'B-1' } }])
  })

  test('without the cell a shortage is one at once', async () => {
    const order = await release()
    await stock('A-1', order, 2)
    const who = await onShift()
    await claim(who, 1)
    expect(await give(who, 'reportShortage', { orderId: order.id, reason: 'Брак' })).toMatchObject({
      order: { state: 'SHORT' },
      otherCell: null,
    })
  })
})

describe('at the packing table', () => {
  const scan = async (text: string) => {
    const { orderByScan } = await client().data<{ orderByScan: Record<string, unknown> }>(
      `query ($id: ID!, $text: String!) { orderByScan(warehouseId: $id, text: $text) {
        __typename ... on OrderByScanSuccess { order { id } waiting } ... on Refusal { code message orderId cells scannedSku { article } } } }`,
      { id: warehouse.id, text },
    )
    return orderByScan
  }
  const picked = (overrides: Parameters<typeof seedOrder>[2] = {}) =>
    seedOrder(client(), warehouse, { state: 'PICKED', ...overrides })

  test('a unit is for the waiting order with the earliest deadline, whichever was picked for it', async () => {
    const late = await picked({ createdAt: minutesAgo(5) })
    const soon = await picked({ createdAt: minutesAgo(60), wbOrder: sizeOf(late) })
    expect(await scan(`${late.barcode}\r\n`)).toMatchObject({ order: { id: soon.id }, waiting: 2 })
    const gtin = late.barcode.padStart(14, '0')
    expect(await scan(`01${gtin}21abcdefghijklm`)).toMatchObject({ __typename: 'OrderByScanSuccess' })
  })

  test('what is known and not waited for says what it is and where it belongs', async () => {
    const nobody = await release()
    await stock('A-2', nobody, 1)
    expect(await scan(nobody.barcode)).toMatchObject({
      code: 'NOT_WAITING',
      scannedSku: { article: nobody.sku.article },
      cells: ['A-2'],
    })
    const gone = await seedOrder(client(), warehouse, { state: 'CANCELLED' })
    expect(await scan(gone.barcode)).toMatchObject({ code: 'CANCELLED', orderId: gone.id })
    expect(await scan('B-A-1')).toMatchObject({ code: 'NOT_AN_ITEM', message: 'This is the cell A-1: scan the unit.' })
    const packed = await seedOrder(client(), warehouse, { state: 'PACKED' })
    await give(client(), 'putIntoBox', { orderId: packed.id, box: 'К-1' })
    expect(await scan('К-1')).toMatchObject({ code: 'NOT_AN_ITEM' })
    expect(await scan('nobody knows')).toMatchObject({ code: 'UNKNOWN_ITEM' })
  })
})
