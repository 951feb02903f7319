import { randomUUID } from 'node:crypto'
import { markingCode } from '../../../prisma/seed/marking-codes.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../identity/browser.js'
import { give, levels, makeCells, movements, recounts, sizeOf } from '../floor/floor-client.js'
import { seedOrder, type SeededOrder, type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { type Answer, deliver, documents, pack, pick, putBack, shortage, startFloor } from './floor.js'

let floor: Awaited<ReturnType<typeof startFloor>>
let north: SeededWarehouse
let lead: Browser
beforeAll(async () => {
  floor = await startFloor()
  north = await seedWarehouse(floor.client)
  lead = (await floor.welcome('Старшая Смены', north.id, ['SHIFT_LEAD'])).browser
})
afterAll(() => floor.gateway.close())

interface Parked {
  readonly id: string
  readonly person: string
  readonly act: string
  readonly code: string
  readonly scanned: string | null
  readonly order: { readonly id: string } | null
}
const parkedOf = async ({ name }: { readonly name: string }): Promise<readonly Parked[]> => {
  const { data } = await lead.send<{ parkedCommands: { commands: readonly Parked[] } }>(documents.parked, {
    warehouseId: north.id,
  })
  return data?.parkedCommands.commands.filter(({ person }) => person === name) ?? []
}
const resolve = (parkedId: string | undefined, resolution: 'APPLY' | 'DISMISS', by = lead, commandId = randomUUID()) =>
  by.give<{ readonly code?: string; readonly answer?: Answer | null }>(documents.resolve, {
    commandId,
    parkedId,
    resolution,
  })
interface ToPutBack {
  readonly id: string
  readonly order: { readonly id: string }
  readonly surplus: boolean
  readonly pickedBy: string | null
  readonly device: string | null
}
const toPutBack = async ({ id }: SeededOrder): Promise<readonly ToPutBack[]> => {
  const { data } = await lead.send<{ putBacks: { putBacks: readonly ToPutBack[] } }>(documents.putBacks, {
    warehouseId: north.id,
  })
  return data?.putBacks.putBacks.filter(({ order }) => order.id === id) ?? []
}
const read = async ({ id }: { readonly id: string }) => {
  const { order } = await floor.client.data<{
    order: {
      state: string
      pickedBy: string | null
      reason: string | null
      timeline: { type: string; actor: string }[]
    }
  }>('query ($id: ID!) { order(id: $id) { state pickedBy reason timeline { type actor } } }', { id })
  return { ...order, log: order.timeline.map(({ type, actor }) => `${type} ${actor}`) }
}
const cancel = ({ id }: SeededOrder) => give(floor.client, 'cancelOrders', { orderIds: [id] })
/** The picker’s lease is over, as the sweep would end it, and somebody else works on. */
const loseLease = async ({ id }: SeededOrder) => {
  await floor.gateway.database.owner.query(`UPDATE claim SET expires_at = now() - interval '1 s' WHERE order_id = $1`, [
    id,
  ])
}

describe('the shift lead’s list', () => {
  test('holds who did what, what they scanned and why it waits; done from it, it is that person’s act', async () => {
    const a = await floor.employ(north)
    const order = await seedOrder(floor.client, north, { state: 'RELEASED', wbOrder: { requiredMeta: [] } })
    await a.bring(pick(order))
    const [parked] = await parkedOf(a.person)
    expect(parked).toMatchObject({ act: 'PICK', code: 'NOT_CLAIMED', scanned: order.barcode, order: { id: order.id } })
    const commandId = randomUUID()
    for (const _ of [1, 2])
      expect(await resolve(parked?.id, 'APPLY', lead, commandId)).toMatchObject({
        answer: { status: 'DONE', outcome: 'LATE', orderState: 'PICKED' },
      })
    expect((await read(order)).log.slice(-2)).toEqual([`CLAIMED ${a.person.name}`, `PICKED ${a.person.name}`])
    expect(await parkedOf(a.person)).toEqual([])
    expect(await resolve(parked?.id, 'APPLY')).toMatchObject({ code: 'UNKNOWN_PARKED' })
    const trail = await floor.admin.send(
      'query ($id: ID!) { auditTrail(warehouseId: $id, filter: { action: PARKED_COMMAND_RESOLVED }) { edges { node { actor details } } } }',
      { id: north.id },
    )
    expect(JSON.stringify(trail.data)).toContain('"actor":"Старшая Смены"')
  })

  test('is worked from the front: what depends on another waits for it, and may be left undone', async () => {
    const a = await floor.employ(north)
    const order = await a.take()
    const told = await deliver(a.phone, a.open, a.write({ pick: { orderId: order.id, barcode: 'x' } }, pack(order)))
    expect(told.openParked).toBe(2)
    const [first, second] = await parkedOf(a.person)
    expect(await resolve(second?.id, 'APPLY')).toMatchObject({ code: 'DEPENDS_ON_PARKED' })
    expect(await resolve(first?.id, 'APPLY')).toMatchObject({ code: 'WRONG_ITEM' })
    expect(await resolve(first?.id, 'DISMISS')).toEqual({ answer: null })
    expect(await resolve(second?.id, 'APPLY')).toMatchObject({ code: 'WRONG_STATE' })
    expect(await resolve(second?.id, 'DISMISS')).toEqual({ answer: null })
    // The picker scans again, and nothing stands in the way.
    expect(await a.bring(pick(order))).toMatchObject({ outcome: 'AS_SAID' })
    expect(await a.bring(pack(order))).toMatchObject({ outcome: 'AS_SAID' })
  })

  test('of a disabled person’s acts can be done by the lead’s word', async () => {
    const a = await floor.employ(north)
    const order = await a.take()
    const commands = a.write(pick(order))
    await floor.gateway.database.owner.query('UPDATE person SET disabled_at = now() WHERE id = $1', [a.person.id])
    await deliver(a.phone, a.open, commands)
    const [parked] = await parkedOf(a.person)
    expect(await resolve(parked?.id, 'APPLY')).toMatchObject({ answer: { orderState: 'PICKED' } })
    expect((await read(order)).pickedBy).toBe(a.person.name)
  })

  test('is for those who lead there', async () => {
    const a = await floor.employ(north)
    const order = await seedOrder(floor.client, north, { state: 'RELEASED' })
    await a.bring(pick(order))
    const [parked] = await parkedOf(a.person)
    expect(await resolve(parked?.id, 'DISMISS', a.phone)).toMatchObject({ code: 'UNKNOWN_PARKED' })
    expect(await resolve('x', 'DISMISS')).toMatchObject({ code: 'UNKNOWN_PARKED' })
    expect((await a.phone.send(documents.parked, { warehouseId: north.id })).errors?.[0]?.extensions.code).toBe(
      'UNKNOWN_WAREHOUSE',
    )
  })
})

describe('an order that two have picked', () => {
  test('is the first one’s; the second unit is to be put back, both are told, and the ledger holds', async () => {
    await makeCells(floor.client, north.id, ['S-1', 'S-2'])
    const [a, b] = [await floor.employ(north), await floor.employ(north)]
    const order = await a.take()
    const item = order.barcode
    await give(floor.client, 'receiveStock', { warehouseId: north.id, lines: [{ cell: 'S-1', item, quantity: 5 }] })
    const stream = await b.phone.open()
    stream.subscribe('subscription ($id: ID!) { orderEvents(warehouseId: $id) { type actor orderId } }', {
      id: north.id,
    })
    await loseLease(order)
    await b.claim(order)
    const inCell = { pick: { orderId: order.id, barcode: item, cell: 'B-S-1' } }
    expect(await b.bring(inCell)).toMatchObject({ outcome: 'AS_SAID' })
    const told = await a.bring(inCell)
    expect(told).toMatchObject({ status: 'DONE', outcome: 'SURPLUS', orderState: 'PICKED', putBack: true })
    expect(told.advice?.ru).toContain(b.person.name)
    expect((await read(order)).log.slice(-2)).toEqual([`PICKED ${b.person.name}`, `SURPLUS_PICKED ${a.person.name}`])
    const seen = () => JSON.stringify(stream.messages)
    await expect.poll(seen, { timeout: 5_000 }).toContain(`"type":"SURPLUS_PICKED","actor":"${a.person.name}"`)
    stream.end()
    expect(await levels(floor.client, north.id, item)).toEqual({ 'S-1': 3 })
    expect(await toPutBack(order)).toMatchObject([
      { surplus: true, pickedBy: a.person.name, device: a.open.journal.device },
    ])

    const returned = { putBack: { orderId: order.id, barcode: item, cell: 'S-2' } }
    expect(await a.bring(returned)).toMatchObject({ outcome: 'SURPLUS_RETURNED', putBack: false, orderState: 'PICKED' })
    expect(await a.bring(returned)).toMatchObject({ outcome: 'ALREADY' })
    expect(await toPutBack(order)).toEqual([])
    expect(await levels(floor.client, north.id, item)).toEqual({ 'S-1': 3, 'S-2': 1 })
  })

  test('by one person on two phones is so too', async () => {
    const a = await floor.employ(north)
    const order = await a.take()
    await give(a.phone, 'pickOrder', { orderId: order.id, barcode: order.barcode })
    expect(await a.bring(pick(order))).toMatchObject({ outcome: 'SURPLUS', putBack: true })
  })

  test('lets a lead put the second unit back, or say why there is none', async () => {
    const a = await floor.employ(north)
    const order = await a.take()
    await give(a.phone, 'pickOrder', { orderId: order.id, barcode: order.barcode })
    await a.bring(pick(order))
    await a.bring(pick(order))
    // The second phone counts once: what this journal brings again is no third unit.
    const [unit, ...others] = await toPutBack(order)
    const close = (by: Browser, more: object) =>
      by.give<{ readonly code?: string }>(documents.closeSurplus, { commandId: randomUUID(), id: unit?.id, ...more })
    expect(await close(lead, { barcode: 'x' })).toMatchObject({ code: 'WRONG_ITEM' })
    expect(await close(lead, {})).toMatchObject({ code: 'NOTHING_TO_DO' })
    expect(await close(a.phone, { reason: 'Не было' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await close(lead, { reason: 'Отсканировано дважды' })).toEqual({ order: { id: order.id } })
    expect(await close(lead, { barcode: order.barcode })).toMatchObject({ code: 'UNKNOWN_SURPLUS' })
    expect(await toPutBack(order)).toEqual(others)
  })
})

describe('an order that was cancelled meanwhile', () => {
  test('buzzes on its picker’s open stream within two seconds, and takes the pick as a unit to put back', async () => {
    const a = await floor.employ(north)
    const [order, carried] = [await a.take(), await a.take()]
    await a.bring(pick(carried))
    const stream = await a.phone.open()
    stream.subscribe(
      'subscription ($id: ID!, $me: String!) { orderBoard(warehouseId: $id, filter: { holder: $me }) { __typename ... on OrderLeft { orderId } } }',
      { id: north.id, me: a.person.name },
    )
    await stream.answered
    const at = performance.now()
    for (const one of [order, carried]) {
      await cancel(one)
      const told = () => JSON.stringify(stream.messages)
      await expect.poll(told, { timeout: 5_000, interval: 10 }).toContain(`"orderId":"${one.id}"`)
    }
    expect(performance.now() - at).toBeLessThan(2_000)
    stream.end()

    expect(await a.bring(pick(order))).toMatchObject({ outcome: 'PUT_BACK', orderState: 'CANCELLED', putBack: true })
    expect(await toPutBack(order)).toMatchObject([{ surplus: false, pickedBy: a.person.name }])
    expect(await a.bring(putBack(order))).toMatchObject({ outcome: 'AS_SAID', putBack: false })
    expect(await toPutBack(order)).toEqual([])
  })

  test('when it is packed and in a box: its box is named, and nothing more is done to it', async () => {
    const a = await floor.employ(north)
    const order = await a.take()
    const box = { putIntoBox: { orderId: order.id, box: 'К-77' } }
    await deliver(a.phone, a.open, a.write(pick(order), pack(order), box))
    expect(await a.bring(box)).toMatchObject({ outcome: 'ALREADY' })
    await cancel(order)
    const told = await a.bring({ stage: { orderId: order.id } })
    expect(told).toMatchObject({ status: 'REFUSED', code: 'CANCELLED', putBack: true })
    expect([told.advice?.ru, told.advice?.en].every((text) => text?.includes('К-77'))).toBe(true)
  })
})

describe('what the ledger and the codes say', () => {
  test('a shortage with its cell: the cell is to be counted, and another one is offered while there is one', async () => {
    await makeCells(floor.client, north.id, ['T-1', 'T-2'])
    const a = await floor.employ(north)
    const order = await a.take()
    const lines = ['T-1', 'T-2'].map((cell) => ({ cell, item: order.barcode, quantity: 1 }))
    await give(floor.client, 'receiveStock', { warehouseId: north.id, lines })
    const missing = (cell: string) => ({ reportShortage: { orderId: order.id, reason: 'Пусто', cell } })
    const told = await a.bring(missing('T-1'))
    expect(told).toMatchObject({ outcome: 'SENT_ELSEWHERE', otherCell: 'T-2', orderState: 'CLAIMED' })
    expect(told.advice?.ru).toContain('T-2')
    expect(await a.bring(missing('T-2'))).toMatchObject({ outcome: 'AS_SAID', orderState: 'SHORT' })
    expect(await recounts(floor.client, north.id)).toEqual(expect.arrayContaining(['T-1 SHORTAGE', 'T-2 SHORTAGE']))
    // Found after all: the shortage is closed, by whoever found it.
    expect(await a.bring({ pick: { orderId: order.id, barcode: order.barcode, cell: 'T-2' } })).toMatchObject({
      outcome: 'FOUND',
    })
    expect(await movements(floor.client, north.id, order.barcode)).toContain('PICKED T-2 -1')
  })

  test('a unit picked from a cell that is none any more is picked', async () => {
    const a = await floor.employ(north)
    const order = await a.take()
    const told = await a.bring({ pick: { orderId: order.id, barcode: order.barcode, cell: 'Нет такой' } })
    expect(told).toMatchObject({ outcome: 'AS_SAID', orderState: 'PICKED' })
  })

  test('a marking code that another order has: the first one keeps it, the other order is on hold', async () => {
    const a = await floor.employ(north)
    const first = await a.take({ requiredMeta: ['sgtin'] })
    const orders = [first, await a.take({ ...sizeOf(first), requiredMeta: ['sgtin'] })]
    const raw = markingCode(first.sku.barcodes, first.id)
    const mark = ({ id }: SeededOrder) => ({ attachMarkingCode: { orderId: id, key: 'sgtin', raw } })
    const told = await deliver(a.phone, a.open, a.write(...orders.flatMap((order) => [pick(order), mark(order)])))
    expect(told.answers.map(({ status, outcome, code }) => [status, outcome ?? code])).toEqual([
      ['DONE', 'AS_SAID'],
      ['DONE', 'AS_SAID'],
      ['DONE', 'AS_SAID'],
      ['REFUSED', 'LABEL_TAKEN'],
    ])
    const loser = await read(orders[1]!)
    expect([loser.state, loser.log.at(-1)]).toEqual(['ON_HOLD', 'HELD system'])
  })

  test('a unit packed without its marking is parked', async () => {
    const a = await floor.employ(north)
    const order = await a.take({ requiredMeta: ['sgtin'] })
    await a.bring(pick(order))
    expect(await a.bring(pack(order))).toMatchObject({ status: 'PARKED', code: 'MARKING_REQUIRED' })
  })

  test('a barcode of before the card changed still proves the item, and so does the new one', async () => {
    const a = await floor.employ(north)
    const order = await a.take()
    const size = sizeOf(order)
    await seedOrder(floor.client, north, { wbOrder: { ...size, skus: ['2000000000015'] } })
    expect(await a.bring(pick(order))).toMatchObject({ outcome: 'AS_SAID' })
    expect(await a.bring({ pack: { orderId: order.id, barcode: '2000000000015' } })).toMatchObject({
      outcome: 'AS_SAID',
    })
  })

  test('a damaged unit is a shortage of whoever packs it, whoever picked it', async () => {
    const [a, b] = [await floor.employ(north), await floor.employ(north)]
    const order = await a.take()
    await a.bring(pick(order))
    expect(await b.bring(shortage(order))).toMatchObject({ outcome: 'AS_SAID', orderState: 'SHORT' })
  })
})
