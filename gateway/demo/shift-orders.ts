import type { CatalogueSku } from '../../prisma/seed/catalogue.js'
import type { Random } from '../../prisma/seed/random.js'
import type { SeedWarehouse } from '../../prisma/seed/warehouses.js'
import { createWbOrders, type WbOrderNew, wbOrderIdAt } from '../../prisma/seed/wb-orders.js'
import { minutesSinceCutOff, minutesToCutOff } from './cut-off-clock.js'

/** In the last hour before a lorry leaves, the marketplace sends less and less, and the floor is cleared. */
const clearing = { minutes: 60, left: 0.3 } as const

/** How many live orders the shift keeps in a warehouse at this instant. */
export const liveTargetAt = (warehouse: SeedWarehouse, now: Date): number => {
  const { cutOffs } = warehouse.slaPolicy
  const left = minutesToCutOff(cutOffs, warehouse.timeZone, now) / clearing.minutes
  return Math.round(warehouse.liveOrders * Math.min(1, clearing.left + (1 - clearing.left) * left))
}

/**
 * How long ago an order that comes in now was made, in seconds: most are told at once, one in five late (it waited for
 * its payment), never before the last lorry, which it would have missed already.
 */
export const lagSeconds = (random: Random, warehouse: SeedWarehouse, now: Date): number => {
  const { assemblyMinutes, cutOffs } = warehouse.slaPolicy
  const sinceCutOff = minutesSinceCutOff(cutOffs, warehouse.timeZone, now) * 60
  const drawn = random.chance(0.2) ? random.int(600, assemblyMinutes * 35) : random.int(20, 240)
  return Math.floor(Math.min(drawn, sinceCutOff))
}

/** Gives first ids of batches that never meet: not each other, and not those of an earlier run while the clock goes on. */
export const createArrivalIds = (): ((now: Date, count: number) => number) => {
  let next = 0
  return (now, count) => {
    const first = Math.max(next, wbOrderIdAt(now) + 1)
    next = first + 2 * count
    return first
  }
}

/** Makes the orders that the marketplace tells of at this instant, every second id from `firstId` on. */
export const createArrivals = (options: {
  readonly random: Random
  readonly catalogue: readonly CatalogueSku[]
  readonly warehouse: SeedWarehouse
  readonly firstId: number
  readonly now: Date
  readonly count: number
}): readonly WbOrderNew[] => {
  const { random, catalogue, warehouse, firstId, now, count } = options
  return createWbOrders({
    seed: random.int(0, 2 ** 31),
    firstId,
    idStep: 2,
    catalogue,
    requests: Array.from({ length: count }, () => ({
      warehouse,
      createdAt: new Date(now.getTime() - lagSeconds(random, warehouse, now) * 1000),
    })),
  })
}
