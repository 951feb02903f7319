import type { PublicOrder } from '../../domain/public-order.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { byIds } from './by-ids.js'

/** The public states of orders by their ids, as the view order_state builds them now. */
export const readStates = async (
  db: Tx | StorageDeps['pool'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, PublicOrder>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await db.query<{ state: PublicOrder }>(
    byIds('read-states', 'SELECT state FROM order_state WHERE id IN IDS', ids),
  )
  return new Map(rows.map(({ state }) => [state.id, state]))
}
