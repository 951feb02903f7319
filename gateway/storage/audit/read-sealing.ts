import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { findChain } from './find-chain.js'

/** How far the seals of a trail reach. */
export interface Sealing {
  /** The newest seal; null while there is none. */
  readonly seal: { readonly number: number; readonly at: string } | null
  /** Newest events and entries that no seal covers yet. */
  readonly unsealed: number
}

interface Row {
  readonly number: number | null
  readonly at: string | null
  readonly unsealed: number
}

// Both sources are numbered densely, so what no seal covers is counted without being read.
const text = `
  SELECT s.no::float8 AS number, iso(s.at) AS at,
    (greatest(coalesce((SELECT h.seq FROM stream_head h WHERE h.warehouse_id = $1), 0) - coalesce(s.last_event, 0), 0)
     + greatest(coalesce((SELECT max(e.seq) FROM audit_entry e WHERE e.chain = $1), 0) - coalesce(s.last_entry, 0), 0))::float8 AS unsealed
  FROM (VALUES (1)) one LEFT JOIN (SELECT * FROM audit_seal WHERE chain = $1 ORDER BY no DESC LIMIT 1) s ON true`

/** How far the seals of a warehouse's trail reach, or of the installation's (null). Throws InputError UNKNOWN_WAREHOUSE. */
export const readSealing = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  warehouseId: string | null,
): Promise<Sealing> => {
  const chain = await findChain({ pool }, warehouseId)
  const { rows } = await whenAvailable(() => pool.query<Row>({ name: 'read-sealing', text, values: [chain] }))
  const { number = null, at = null, unsealed = 0 } = rows[0] ?? {}
  return { seal: number === null || at === null ? null : { number, at }, unsealed }
}
