import type { CatalogueSku } from './catalogue.js'
import { createRandom } from './random.js'
import type { SeedWarehouse } from './warehouses.js'

/** A cell as `saveCells` takes it. */
export interface SeedCell {
  readonly zone: string
  readonly code: string
  readonly barcode: string
  readonly walkOrder: number
}

/** Units of a size in a cell, as `receiveStock` takes them. */
export interface SeedStockLine {
  readonly cell: string
  readonly item: string
  readonly quantity: number
}

const zones = ['A', 'B', 'C'] as const
const aisles = 8
const bays = 10

/**
 * The cells of a demo warehouse: zones of aisles with bays on them, numbered in a snake, up one aisle and down the next, so that who
 * goes by the numbers never walks an aisle twice.
 */
export const createCells = ({ wbWarehouseId }: SeedWarehouse): readonly SeedCell[] =>
  zones.flatMap((zone, z) =>
    Array.from({ length: aisles * bays }, (_, place): SeedCell => {
      const aisle = Math.floor(place / bays)
      const step = place % bays
      const bay = aisle % 2 === 0 ? step : bays - 1 - step
      const code = `${zone}-${String(aisle + 1).padStart(2, '0')}-${String(bay + 1).padStart(2, '0')}`
      return {
        zone,
        code,
        barcode: `WBC${wbWarehouseId}${code.replaceAll('-', '')}`,
        walkOrder: (z * aisles * bays + place) * 10,
      }
    }),
  )

/** What lies where in the beginning: each size in one cell or two. */
export const createStock = (warehouse: SeedWarehouse, catalogue: readonly CatalogueSku[]): readonly SeedStockLine[] => {
  const random = createRandom(`stock ${warehouse.wbWarehouseId}`)
  const cells = createCells(warehouse)
  return catalogue.flatMap(({ chrtId }) =>
    random
      .shuffled(cells)
      .slice(0, random.chance(0.3) ? 2 : 1)
      .map(({ code }) => ({ cell: code, item: String(chrtId), quantity: random.int(60, 140) })),
  )
}
