import { InputError } from '../../domain/errors.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { isUuid } from '../uuid.js'
import { chainOf } from './chain.js'

/** The chain of a warehouse, or of the installation (null). Throws InputError UNKNOWN_WAREHOUSE. */
export const findChain = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  warehouseId: string | null | undefined,
): Promise<string> => {
  const id = warehouseId?.toLowerCase() ?? null
  if (id === null) return chainOf(null)
  const unknown = new InputError('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')
  if (!isUuid(id)) throw unknown
  const { rowCount } = await whenAvailable(() =>
    pool.query({ name: 'is-warehouse', text: 'SELECT FROM warehouse WHERE id = $1', values: [id] }),
  )
  if (rowCount === 0) throw unknown
  return chainOf(id)
}
