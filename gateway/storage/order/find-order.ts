import type { PublicOrder } from '../../domain/public-order.js'
import { readRows, type ReadDeps } from '../stoppable-read.js'
import { isUuid } from '../uuid.js'

/** One order of these warehouses, or of all of them (null); null when there is none. An id that is no UUID names none. */
export const findOrder = async (
  deps: ReadDeps,
  id: string,
  warehouseIds: readonly string[] | null,
): Promise<PublicOrder | null> => {
  if (!isUuid(id)) return null
  const { rows } = await readRows<{ state: PublicOrder }>(deps, {
    name: 'find-order',
    text: 'SELECT state FROM order_state WHERE id = $1 AND ($2::uuid[] IS NULL OR warehouse_id = ANY($2))',
    values: [id, warehouseIds],
  })
  return rows[0]?.state ?? null
}
