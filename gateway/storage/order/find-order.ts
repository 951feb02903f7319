import type { PublicOrder } from '../../domain/public-order.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { isUuid } from '../uuid.js'
import { readStates } from './read-states.js'

/** One order, or null; an id that is no UUID names none. */
export const findOrder = async ({ pool }: Pick<StorageDeps, 'pool'>, id: string): Promise<PublicOrder | null> => {
  if (!isUuid(id)) return null
  const states = await whenAvailable(() => readStates(pool, [id]))
  return states.get(id.toLowerCase()) ?? null
}
