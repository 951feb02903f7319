import type { CatalogueSku } from '../../prisma/seed/catalogue.js'
import { crews } from '../../prisma/seed/people.js'
import { createRandom } from '../../prisma/seed/random.js'
import { type SeedWarehouse, seedWarehouses } from '../../prisma/seed/warehouses.js'
import { createWbOrders, type WbOrderNew, wbOrderIdAt } from '../../prisma/seed/wb-orders.js'
import { type HistoryEvent, historyKinds } from './history-paths.js'
import { type PlannedBatch, planClosedOrders, planLiveOrders } from './plan-orders.js'
import { liveTargetAt } from './shift-orders.js'
import { shiftReasons } from './shift-step.js'
import { slotNumber, slotStart } from './time-slots.js'

/** A call that the past is filled with: what one person did at one time to some orders. */
export type HistoryCall =
  | { readonly kind: 'IMPORT'; readonly at: Date; readonly actor: string; readonly orders: readonly WbOrderNew[] }
  | {
      readonly kind: HistoryEvent
      readonly at: Date
      readonly actor: string
      readonly wbOrderIds: readonly number[]
      readonly barcode: string | undefined
      readonly reason: string | undefined
    }

/** Calls that do not touch each other's orders: they may be made side by side; the next group comes after them. */
export type HistoryGroup = readonly HistoryCall[]

const importer = 'orders:import'

/** The least id that a plan up to this instant gives to an order; orders of an earlier time have lesser ones. */
export const firstPlannedId = (until: Date): number => wbOrderIdAt(until)

/**
 * Who does each thing. In each slot of time two of the crew are at it, in turn: orders that one person handled together
 * are one call, and the past is filled in a moment.
 */
const actorOf = (kind: HistoryEvent, warehouse: SeedWarehouse, turn: number): string => {
  const crew = crews[String(warehouse.wbWarehouseId)]
  if (crew === undefined) throw new RangeError(`no crew for warehouse ${warehouse.wbWarehouseId}`)
  const inTurn = (people: readonly string[]): string => people[turn % people.length] ?? crew.lead
  switch (kind) {
    case 'CLAIM':
    case 'PICK':
    case 'REPORT_SHORTAGE':
      return inTurn(crew.pickers)
    case 'PACK':
    case 'STAGE':
    case 'HOLD':
      return inTurn(crew.packers)
    case 'ACCEPT':
    case 'SELL':
    case 'MARKETPLACE_CANCEL':
      return importer
    default:
      return crew.lead
  }
}

const reasonOf = (kind: HistoryEvent, turn: number): string | undefined =>
  kind === 'HOLD' || kind === 'REPORT_SHORTAGE' ? shiftReasons[kind][turn % shiftReasons[kind].length] : undefined

/** Ten seconds for each kind keep the order of things within a slot. */
const instantOf = (kind: HistoryEvent, at: number, importedAt: number, now: number): number =>
  Math.max(importedAt, slotStart(at, now)) + historyKinds.indexOf(kind) * 10_000

interface Draft {
  readonly kind: HistoryCall['kind']
  readonly at: number
  readonly actor: string
  readonly barcode?: string | undefined
  readonly reason?: string | undefined
}

/** Orders that go through one draft of a call are called together. */
const createCalls = () => {
  const groups = new Map<number, Map<string, { draft: Draft; orders: WbOrderNew[] }>>()
  return {
    add: (draft: Draft, orders: readonly WbOrderNew[]): void => {
      const group = groups.get(draft.at) ?? new Map<string, { draft: Draft; orders: WbOrderNew[] }>()
      groups.set(draft.at, group)
      const key = JSON.stringify([draft.actor, draft.barcode, draft.reason])
      const call = group.get(key) ?? { draft, orders: [] }
      group.set(key, call)
      call.orders.push(...orders)
    },
    inTime: (): readonly HistoryGroup[] =>
      [...groups.entries()]
        .toSorted(([a], [b]) => a - b)
        .map(([at, group]) =>
          [...group.values()].map(({ draft: { kind, actor, barcode, reason }, orders }): HistoryCall => {
            const when = new Date(at)
            if (kind === 'IMPORT') return { kind, at: when, actor, orders }
            return { kind, at: when, actor, wbOrderIds: orders.map(({ id }) => id), barcode, reason }
          }),
        ),
  }
}

/**
 * Plans the demo's past up to `now`: how 600 orders came to where they are, and before them some 400 out of the house.
 * Pure: the same instant and seed give the same plan, so a filling that was interrupted can be done again. Groups are in
 * the order of time.
 */
export const planHistory = (options: {
  readonly now: Date
  readonly seed: string
  readonly catalogue: readonly CatalogueSku[]
}): readonly HistoryGroup[] => {
  const { seed, catalogue } = options
  const now = options.now.getTime()
  const random = createRandom(`${seed} history`)
  const whole = seedWarehouses.reduce((sum, { liveOrders }) => sum + liveOrders, 0)
  const [first, ...others] = seedWarehouses
  const batches: PlannedBatch[] = []
  let planned = 0
  for (const warehouse of [...others, first]) {
    if (warehouse === undefined) continue
    // One whose lorry is about to leave has fewer: the first takes the difference.
    const total = warehouse === first ? whole - planned : liveTargetAt(warehouse, options.now)
    planned += total
    batches.push(...planLiveOrders({ random, catalogue, warehouse, total, now }))
  }
  batches.push(...planClosedOrders(random, catalogue, now))

  // The marketplace numbers its orders as they are made.
  const requests = batches
    .flatMap((batch) =>
      batch.createdAt.map((at) => ({ batch, createdAt: new Date(at), warehouse: batch.warehouse, sku: batch.sku })),
    )
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const firstId = firstPlannedId(options.now)
  const orders = createWbOrders({ seed: `${seed} orders`, firstId, idStep: 2, catalogue, requests })
  const ordersOf = Map.groupBy(orders, (order) => requests[(order.id - firstId) / 2]?.batch)

  const calls = createCalls()
  for (const batch of batches) {
    const own = ordersOf.get(batch) ?? []
    calls.add({ kind: 'IMPORT', at: batch.importedAt, actor: importer }, own)
    // Whoever takes an order also fetches it, so the turn is the order's.
    const turn = slotNumber(batch.events[1]?.at ?? now, now) * 2 + random.int(0, 1)
    for (const { kind, at } of batch.events) {
      const barcode = kind === 'PICK' || kind === 'PACK' ? batch.barcode : undefined
      const instant = instantOf(kind, at, batch.importedAt, now)
      const actor = actorOf(kind, batch.warehouse, turn)
      calls.add({ kind, at: instant, actor, barcode, reason: reasonOf(kind, turn) }, own)
    }
  }
  return calls.inTime()
}
