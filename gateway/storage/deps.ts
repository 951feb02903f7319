import type pg from 'pg'
import type { PrismaClient } from '../../prisma/client.js'

/** What the use cases work with. */
export interface StorageDeps {
  readonly pool: pg.Pool
  readonly prisma: PrismaClient
  /** Called after each COMMIT with the warehouses whose logs grew. */
  readonly onCommit: (warehouseIds: readonly string[]) => void
}
