import type { LeadFloorQuery, OrderState } from '../gql/graphql'
import type { FloorOrder } from './floor-order'

type OpenShift = LeadFloorQuery['shifts'][number]

/** Somebody at work: their shift, and what they have in hand. */
export interface Worker {
  readonly name: string
  /** Null: they hold work without a shift. */
  readonly shift: OpenShift | null
  /** To be picked. */
  readonly claimed: readonly FloorOrder[]
  /** Picked and not packed, and packed by them and still in the house: the latest first. */
  readonly done: readonly FloorOrder[]
  /** When they last did something with an order that is here; null when there is none. */
  readonly lastAt: number | null
}

/** The orders of a shift, sorted out for its lead. */
export interface FloorView {
  /** To be given to the floor, the most urgent first. */
  readonly fresh: readonly FloorOrder[]
  /** Given, and nobody's. */
  readonly free: number
  readonly late: number
  /** Shortages, then what was set aside, each the most urgent first. */
  readonly stuck: readonly FloorOrder[]
  /** By name; those without a shift last. */
  readonly workers: readonly Worker[]
}

const byUrgency = (a: FloorOrder, b: FloorOrder): number => a.deadline - b.deadline || (a.id < b.id ? -1 : 1)

const doneBy: Readonly<Partial<Record<OrderState, 'pickedBy' | 'packedBy'>>> = {
  PICKED: 'pickedBy',
  PACKED: 'packedBy',
  STAGED: 'packedBy',
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const shiftless = (worker: Worker): number => (worker.shift === null ? 1 : 0)

function workersOf(orders: readonly FloorOrder[], shifts: readonly OpenShift[]): readonly Worker[] {
  const claimed = groupBy(orders, ({ holder }) => holder)
  const done = groupBy(orders, (order) => {
    const by = doneBy[order.state]
    return by && order.holder === null ? order[by] : null
  })
  const shiftOf = new Map(shifts.map((shift) => [shift.person, shift]))
  const names = new Set([...shiftOf.keys(), ...claimed.keys()])
  return [...names]
    .map((name): Worker => {
      const held = (claimed.get(name) ?? []).toSorted(byUrgency)
      const past = (done.get(name) ?? []).toSorted((a, b) => b.changed - a.changed)
      const times = [...held, ...past].map(({ changed }) => changed)
      const lastAt = times.length > 0 ? Math.max(...times) : null
      return { name, shift: shiftOf.get(name) ?? null, claimed: held, done: past, lastAt }
    })
    .toSorted((a, b) => shiftless(a) - shiftless(b) || a.name.localeCompare(b.name))
}

/** Sorts the live orders and the open shifts out; `now` by the server's clock, ms. */
export function viewFloor(orders: readonly FloorOrder[], shifts: readonly OpenShift[], now: number): FloorView {
  const of = (state: OrderState) => orders.filter((order) => order.state === state).toSorted(byUrgency)
  const fresh = of('NEW')
  return {
    fresh,
    free: orders.filter(({ state }) => state === 'RELEASED').length,
    late: fresh.filter(({ red }) => red <= now).length,
    stuck: [...of('SHORT'), ...of('ON_HOLD')],
    workers: workersOf(orders, shifts),
  }
}
