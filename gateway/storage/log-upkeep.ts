import type { StorageDeps } from './deps.js'
import { inTransaction, type Tx } from './transaction.js'

// Both change the log's table under a short exclusive lock; with traffic that lock is worth waiting for a little longer,
// and old days are worth reading for longer, than what a person waits for.
const patiently = (tx: Tx) => tx.query("SET LOCAL statement_timeout = '7s'; SET LOCAL lock_timeout = '2s'")

/** Makes the log's partitions from today to `days` ahead; returns how many were missing. Any number may run at once. */
export const ensurePartitions = ({ pool }: Pick<StorageDeps, 'pool'>, days: number): Promise<number> =>
  inTransaction(pool, async (tx) => {
    await patiently(tx)
    const { rows } = await tx.query<{ made: number }>('SELECT ensure_order_event_partitions($1) AS made', [days])
    return rows[0]?.made ?? 0
  })

/** Forgets whole days of the log that are older than `days`; returns how many. Any number may run at once. */
export const pruneEvents = ({ pool }: Pick<StorageDeps, 'pool'>, days: number): Promise<number> =>
  inTransaction(pool, async (tx) => {
    await patiently(tx)
    const { rows } = await tx.query<{ dropped: number }>('SELECT prune_order_events($1) AS dropped', [days])
    return rows[0]?.dropped ?? 0
  })
