import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { inTransaction } from '../transaction.js'
import { chainOf } from './chain.js'

/** How many events, and how many entries, one seal covers at most: what is hashed in well under a statement's time. */
export const SEAL_SIZE = 1000

const unsealed = `
  SELECT c.chain FROM (SELECT warehouse_id AS chain, seq FROM stream_head UNION ALL SELECT $1::uuid, 0) c
  LEFT JOIN LATERAL (SELECT last_event, last_entry FROM audit_seal s WHERE s.chain = c.chain ORDER BY s.no DESC LIMIT 1) s ON true
  WHERE c.seq > coalesce(s.last_event, 0)
     OR (SELECT max(e.seq) FROM audit_entry e WHERE e.chain = c.chain) > coalesce(s.last_entry, 0)
  ORDER BY c.chain`

/** Puts one seal on every chain that has got something since its last one; true when a chain has still more. */
export const sealChains = async ({ pool }: Pick<StorageDeps, 'pool'>): Promise<boolean> => {
  const chains = await whenAvailable(() => pool.query<{ chain: string }>(unsealed, [chainOf(null)]))
  let more = false
  for (const { chain } of chains.rows) {
    const covered = await inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<{ covered: number }>('SELECT seal_audit_chain($1, $2)::int AS covered', [
        chain,
        SEAL_SIZE,
      ])
      return rows[0]?.covered ?? 0
    })
    more ||= covered >= SEAL_SIZE
  }
  return more
}
