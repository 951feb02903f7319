import { describe, expect, it } from 'vitest'
import { crews, newcomer } from '../../prisma/seed/people.js'
import { createRandom } from '../../prisma/seed/random.js'
import { availableCommands } from '../domain/available-commands.js'
import type { OrderState } from '../domain/order-states.js'
import { createShiftBoard, type ShiftOrder } from './shift-board.js'
import { calmShares, decideStep, type ShiftStep, type ShiftStepKind } from './shift-step.js'

const crew = crews['658434']!
const now = new Date('2026-11-22T10:00:00.000Z')

const order = (place: number, state: OrderState): ShiftOrder => {
  const claim = state === 'CLAIMED' ? { holder: crew.pickers[place % 3]!, claimedAt: '2026-11-22T09:55:00.000Z' } : null
  const putBackRequired = state === 'CANCELLED'
  const requiredMeta = place % 2 === 0 ? ['sgtin'] : []
  return {
    id: `order-${place}`,
    wbOrderId: String(place),
    deadlineAt: new Date(now.getTime() + place * 60_000).toISOString(),
    stateChangedAt: '2026-11-22T09:55:00.000Z',
    version: 1,
    claim,
    pickedBy: state === 'PICKED' || state === 'CANCELLED' ? crew.pickers[place % 3]! : null,
    sku: { barcodes: [`barcode-${place}`] },
    state,
    putBackRequired,
    requiredMeta,
    attachedMeta: [],
    availableCommands: [
      ...availableCommands({
        state,
        putBackRequired,
        requiredMeta,
        optionalMeta: [],
        attachedMeta: [],
        marketplace: { cancelled: false },
      }),
    ],
  }
}

/** A board with its calm shares of 200 orders. */
const calm = (): readonly ShiftOrder[] =>
  (Object.entries(calmShares) as [keyof typeof calmShares, number][])
    .flatMap(([state, share]) => Array.from({ length: Math.round(share * 200) }, () => state))
    .map((state, place) => order(place + 1, state))

const decide = (orders: readonly ShiftOrder[], seed: string, liveTarget = 200, except?: ReadonlySet<ShiftStepKind>) =>
  decideStep({ orders, crew, liveTarget, now }, createRandom(seed), except)

const many = (orders: readonly ShiftOrder[], liveTarget?: number): readonly ShiftStep[] =>
  Array.from({ length: 2_000 }, (_, index) => decide(orders, `draw ${index}`, liveTarget)!)

describe('a step of the shift', () => {
  it('is the same for the same board and seed', () => {
    expect(decide(calm(), 'seed')).toEqual(decide(calm(), 'seed'))
  })

  it('is one that the order allows, in the name of whoever may do it', () => {
    const orders = calm()
    const byId = new Map(orders.map((each) => [each.id, each]))
    for (const step of many(orders)) {
      if (step.kind === 'IMPORT' || step.kind === 'CLAIM') continue
      const chosen = ('orderIds' in step ? step.orderIds : [step.orderId]).map((id) => byId.get(id)!)
      expect(chosen.length).toBeGreaterThan(0)
      expect(new Set(chosen).size).toBe(chosen.length)
      for (const each of chosen) {
        // A unit that needs marking is marked by the step that packs it.
        const marked = step.kind === 'PACK' && step.labels.length > 0
        expect(each.availableCommands).toContain(marked ? 'ATTACH_LABEL' : step.kind)
        if (each.claim !== null && step.kind !== 'HOLD') expect(step.actor).toBe(each.claim.holder)
        if ('barcode' in step) expect(each.sku.barcodes).toContain(step.barcode)
      }
      expect([crew.lead, ...crew.pickers, ...crew.packers]).toContain(step.actor)
    }
  })

  it('lets as many orders into every state as out of it', () => {
    const flow: Record<string, number> = {}
    for (const step of many(calm()))
      flow[step.kind] =
        (flow[step.kind] ?? 0) + ('orderIds' in step ? step.orderIds.length : 'count' in step ? step.count : 1)
    const picked = flow['PICK']!
    for (const kind of ['IMPORT', 'RELEASE', 'CLAIM', 'PACK', 'STAGE', 'HAND_OVER'])
      expect(flow[kind]! / picked, kind).toBeGreaterThan(0.75)
    for (const kind of ['IMPORT', 'RELEASE', 'CLAIM', 'PACK', 'STAGE', 'HAND_OVER'])
      expect(flow[kind]! / picked, kind).toBeLessThan(1.35)
    for (const kind of ['HOLD', 'RESUME', 'REPORT_SHORTAGE', 'RESOLVE_SHORTAGE', 'CONFIRM_PUT_BACK'])
      expect(flow[kind]! / picked, kind).toBeLessThan(0.12)
  })

  it('brings new orders when there are few, and none when there are too many', () => {
    const share = (liveTarget: number) =>
      many(calm(), liveTarget).filter(({ kind }) => kind === 'IMPORT').length / 2_000
    expect(share(400)).toBeGreaterThan(0.5)
    expect(share(190)).toBe(0)
    expect(decide([], 'empty')).toMatchObject({ kind: 'IMPORT' })
  })

  it('is another one when the gateway has refused a kind, and none when nothing is left', () => {
    const packed = [order(1, 'PACKED')]
    const kinds = (except: ShiftStepKind[]) => decide(packed, 'x', 0, new Set(except))?.kind
    expect(kinds(['HOLD', 'IMPORT'])).toBe('STAGE')
    expect(kinds(['HOLD', 'IMPORT', 'STAGE'])).toBeUndefined()
  })

  it('takes the soonest deadlines mostly', () => {
    const orders = Array.from({ length: 100 }, (_, place) => order(place + 1, 'PICKED'))
    const places = Array.from({ length: 500 }, (_, index) =>
      decide(orders, `soon ${index}`, 100, new Set(['IMPORT', 'HOLD'])),
    )
      .flatMap((step) => (step?.kind === 'PACK' ? [Number(step.orderId.slice(6))] : []))
      .toSorted((a, b) => a - b)
    expect(places[Math.floor(places.length / 2)]).toBeLessThan(8)
  })
})

describe('whoever works beside the shift', () => {
  const theirs = newcomer.name
  const steps = (orders: readonly ShiftOrder[]) =>
    Array.from({ length: 500 }, (_, index) => decide(orders, `beside ${index}`, 0, new Set(['IMPORT'])))
  const named = (step: ShiftStep | undefined) =>
    step === undefined ? [] : 'orderIds' in step ? step.orderIds : 'orderId' in step ? [step.orderId] : []

  it('finds released orders: the crew takes no more than those above what is left to them', () => {
    expect(crew).toBe(crews[newcomer.wbWarehouseId])
    expect(crew.leaves).toBeGreaterThanOrEqual(20)
    const released = Array.from({ length: crew.leaves }, (_, place) => order(place + 1, 'RELEASED'))
    expect(steps(released).filter((step) => step !== undefined)).toEqual([])
    const taken = steps([...released, order(101, 'RELEASED'), order(102, 'RELEASED')])
    const counts = taken.map((step) => (step?.kind === 'CLAIM' ? step.count : 0))
    expect(Math.max(...counts)).toBe(2)
    // Holding orders is wanted where some are packed.
    const withPacked = steps([...released, order(100, 'PACKED')])
    expect(withPacked.some((step) => step?.kind === 'HOLD')).toBe(true)
    expect(new Set(withPacked.flatMap(named))).toEqual(new Set(['order-100']))
  })

  it('keeps what they took, and what they picked for half an hour', () => {
    const held = { ...order(1, 'CLAIMED'), claim: { holder: theirs, claimedAt: '2026-11-22T09:55:00.000Z' } }
    const picked = { ...order(2, 'PICKED'), pickedBy: theirs }
    const cancelled = { ...order(3, 'CANCELLED'), pickedBy: theirs }
    expect(steps([held, picked, cancelled]).flatMap(named)).toEqual([])
    const longAgo = { ...picked, stateChangedAt: '2026-11-22T09:29:00.000Z' }
    expect(new Set(steps([held, longAgo]).flatMap(named))).toEqual(new Set(['order-2']))
  })

  it('is nobody of a crew', () => {
    const names = Object.values(crews).flatMap(({ lead, pickers, packers }) => [lead, ...pickers, ...packers])
    expect(names).not.toContain(theirs)
  })
})

describe('the board that the shift keeps in mind', () => {
  it('takes newer versions, forgets closed orders and ignores older answers', () => {
    const board = createShiftBoard([order(2, 'PACKED'), order(1, 'NEW')])
    expect(board.orders().map(({ id }) => id)).toEqual(['order-1', 'order-2'])
    board.put({ ...order(2, 'STAGED'), version: 3 })
    board.put({ ...order(2, 'PACKED'), version: 2 })
    expect(board.orders()[1]?.state).toBe('STAGED')
    board.put({ ...order(2, 'HANDED_OVER'), version: 4 })
    board.put({ ...order(1, 'CANCELLED'), version: 2 })
    expect(board.orders().map(({ state }) => state)).toEqual(['CANCELLED'])
    board.put({ ...order(1, 'CANCELLED'), version: 3, putBackRequired: false })
    expect(board.orders()).toEqual([])
  })
})
