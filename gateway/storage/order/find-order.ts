import type { PublicOrder } from '../../domain/public-order.js'
import { whenAvailable } from '../database-error.js'
import { onConnection, type ReadDeps } from '../stoppable-read.js'
import { isUuid } from '../uuid.js'
import { readStates } from './read-states.js'

/** One order, or null; an id that is no UUID names none. */
export const findOrder = async (deps: ReadDeps, id: string): Promise<PublicOrder | null> => {
  if (!isUuid(id)) return null
  const states = await whenAvailable(() => onConnection(deps, (client) => readStates(client, [id])))
  return states.get(id.toLowerCase()) ?? null
}
