import type { CatalogueSku } from '../../prisma/seed/catalogue.js'
import type { Random } from '../../prisma/seed/random.js'
import { type SeedWarehouse, seedWarehouses } from '../../prisma/seed/warehouses.js'
import { minutesSinceCutOff } from './cut-off-clock.js'
import { closedPath, type HistoryEvent, type HistoryState, livePath, spreadPath } from './history-paths.js'
import { calmShares } from './shift-step.js'
import { firstBorder, minute } from './time-slots.js'

/** Orders of one SKU that went one way together: fetched at once and packed at once. */
export interface PlannedBatch {
  readonly warehouse: SeedWarehouse
  readonly sku: CatalogueSku
  readonly barcode: string
  /** When each order was made, ms since 1970. */
  readonly createdAt: readonly number[]
  readonly importedAt: number
  readonly events: readonly { readonly kind: HistoryEvent; readonly at: number }[]
}

/** Time since the import, as shares of the assembly time, in which orders are found in each state. */
const ages: Readonly<Record<HistoryState, readonly [number, number]>> = {
  NEW: [0.01, 0.12],
  RELEASED: [0.06, 0.3],
  CLAIMED: [0.1, 0.36],
  PICKED: [0.15, 0.48],
  PACKED: [0.22, 0.62],
  STAGED: [0.32, 0.76],
  SHORT: [0.4, 1.05],
  ON_HOLD: [0.3, 1.02],
  CANCELLED: [0.3, 0.9],
}

/** Closed orders of the past hours, busiest of late: hours ago → orders. */
const closedByHour = [84, 60, 42, 30, 24, 18, 12, 10, 8, 6, 6, 6]

/** Red and overdue ones are those that cannot go on, then those that are nearly done. */
const lateStates: readonly HistoryState[] = ['SHORT', 'ON_HOLD', 'STAGED', 'PACKED', 'CANCELLED', 'PICKED']

const batchOf = (
  random: Random,
  catalogue: readonly CatalogueSku[],
  warehouse: SeedWarehouse,
): Pick<PlannedBatch, 'warehouse' | 'sku' | 'barcode'> => {
  // Squaring the draw makes the head of the catalogue sell best, as in life.
  const sku = catalogue[Math.floor(random.next() ** 2 * catalogue.length)]
  if (sku === undefined) throw new RangeError('the demo has no catalogue')
  return { warehouse, sku, barcode: random.pick(sku.barcodes) }
}

/** Each of a batch was made a little before the one that is counted from. */
const creations = (random: Random, last: number, size: number): readonly number[] =>
  Array.from({ length: size }, (_, index) => (index === 0 ? last : last - random.int(1, 100) * 1_000))

/** Whole orders by shares that add up to 1; what rounding leaves is released. */
const countsOf = (total: number): ReadonlyMap<HistoryState, number> => {
  const counts = new Map<HistoryState, number>()
  for (const [state, share] of Object.entries(calmShares) as [HistoryState, number][])
    counts.set(state, Math.floor(share * total))
  const counted = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return counts.set('RELEASED', (counts.get('RELEASED') ?? 0) + total - counted)
}

/** Minutes since creation that make orders overdue or red: so many of each, a third of a state's orders at most. */
const createTroubles = (random: Random, total: number, { slaPolicy }: SeedWarehouse) => {
  const { assemblyMinutes, redMinutes } = slaPolicy
  let overdue = Math.ceil(total * 0.02)
  let red = Math.ceil(total * 0.045)
  return (state: HistoryState, size: number): number | undefined => {
    if (!lateStates.includes(state) || random.chance(0.66)) return undefined
    if (overdue > 0) {
      overdue -= size
      return assemblyMinutes + random.int(3, 40)
    }
    if (red <= 0) return undefined
    red -= size
    return assemblyMinutes - random.int(4, redMinutes - 3)
  }
}

/** Plans a warehouse's live orders in every state, with every colour where its cut-offs allow it. */
export const planLiveOrders = (options: {
  readonly random: Random
  readonly catalogue: readonly CatalogueSku[]
  readonly warehouse: SeedWarehouse
  readonly total: number
  readonly now: number
}): readonly PlannedBatch[] => {
  const { random, catalogue, warehouse, total, now } = options
  const { assemblyMinutes, cutOffs } = warehouse.slaPolicy
  const sinceCutOff = minutesSinceCutOff(cutOffs, warehouse.timeZone, new Date(now))
  // After a lorry has left, what is there came after it: the past is pressed into that time.
  const press = sinceCutOff < 10 ? 1 : Math.min(1, (sinceCutOff * 0.9) / assemblyMinutes)
  const troubleOf = createTroubles(random, total, warehouse)
  const counts = countsOf(total)
  const batches: PlannedBatch[] = []

  const plan = (state: HistoryState, size: number): PlannedBatch => {
    const [youngest, oldest] = ages[state]
    const trouble = troubleOf(state, size)
    const drawn = (youngest + (oldest - youngest) * random.next()) * assemblyMinutes * press
    const age = Math.max(trouble ?? drawn, state === 'NEW' ? 1 : 12)
    // One in five is told late: it waited for its payment.
    const late = trouble === undefined && random.chance(0.2) ? random.next() * 0.4 * assemblyMinutes * press : 0
    const createdAt = now - (age + late) * minute
    const importedAt = firstBorder(createdAt + (late + 0.5) * minute, now)
    const events = spreadPath(livePath(state, random), importedAt, now, { random, waitsOn: true })
    return {
      ...batchOf(random, catalogue, warehouse),
      createdAt: creations(random, createdAt, size),
      importedAt,
      events,
    }
  }

  const states = [...lateStates, ...[...counts.keys()].filter((state) => !lateStates.includes(state))]
  for (const state of states) {
    let left = counts.get(state) ?? 0
    while (left > 0) {
      const size = Math.min(left, Number(random.weighted({ '1': 25, '2': 25, '3': 25, '5': 25 })))
      left -= size
      batches.push(plan(state, size))
    }
  }
  return batches
}

/** Plans the orders that have left the house in the last twelve hours, more of them of late. */
export const planClosedOrders = (
  random: Random,
  catalogue: readonly CatalogueSku[],
  now: number,
): readonly PlannedBatch[] =>
  closedByHour.flatMap((count, hour) => {
    const batches: PlannedBatch[] = []
    for (let left = count; left > 0;) {
      const size = Math.min(left, random.int(4, 10))
      left -= size
      const warehouse = random.pick(seedWarehouses)
      // Lorries leave every ten minutes.
      const gone = now - (hour * 60 + random.int(1, 6) * 10) * minute
      const createdAt = gone - random.int(40, 75) * minute * (warehouse.slaPolicy.assemblyMinutes / 120)
      const importedAt = firstBorder(createdAt + minute, now)
      const events = spreadPath(closedPath(random), importedAt, gone, { random, waitsOn: false })
      batches.push({
        ...batchOf(random, catalogue, warehouse),
        createdAt: creations(random, createdAt, size),
        importedAt,
        events: events.filter(({ at }) => at <= now),
      })
    }
    return batches
  })
