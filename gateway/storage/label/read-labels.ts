import { type ReadDeps, readRows } from '../stoppable-read.js'
import { isUuid } from '../uuid.js'
import { labelColumns, type PublicLabel } from './public-label.js'

/** The codes that an order of these warehouses, or of all of them (null), has now. */
export const readLabels = async (
  deps: ReadDeps,
  orderId: string,
  warehouseIds: readonly string[] | null,
): Promise<readonly PublicLabel[]> => {
  if (!isUuid(orderId) || warehouseIds?.length === 0) return []
  const { rows } = await readRows<PublicLabel>(deps, {
    name: 'read-labels',
    text: `SELECT ${labelColumns} FROM label_identifier l JOIN orders o ON o.id = l.order_id
           WHERE l.order_id = $1 AND l.released_at IS NULL AND ($2::uuid[] IS NULL OR o.warehouse_id = ANY($2)) ORDER BY l.key`,
    values: [orderId, warehouseIds],
  })
  return rows
}
