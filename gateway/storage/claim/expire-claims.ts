import type { Change } from '../../domain/apply-transition.js'
import { decideExpiry, SYSTEM_ACTOR } from '../../domain/decide-order-fact.js'
import { appendEvents } from '../command/append-events.js'
import type { StorageDeps } from '../deps.js'
import { readLocked } from '../order/lock-orders.js'
import { writeChanges } from '../order/write-changes.js'
import { inTransaction } from '../transaction.js'

/** The name under which one process at a time ends leases. */
export const LEASE_EXPIRY = 'expire-leases'

/** How many leases one transaction ends. */
export const EXPIRY_BATCH = 200

/**
 * Gives orders whose leases have run out back to the floor, one batch; returns how many. Orders that a command has in hand
 * are passed by: the command decides; so are leases that one renews. Safe to run on several replicas at once.
 */
export const expireClaims = async ({ pool, onCommit }: Pick<StorageDeps, 'pool' | 'onCommit'>): Promise<number> => {
  const { changes, grown } = await inTransaction(pool, async (tx) => {
    const dead = await tx.query<{ id: string }>({
      name: 'lock-dead-leases',
      text: `SELECT o.id FROM claim c JOIN orders o ON o.id = c.order_id
             WHERE c.released_at IS NULL AND c.expires_at <= clock_timestamp() AND o.state = 'CLAIMED'
               AND (c.renewed_until IS NULL OR c.renewed_until <= clock_timestamp())
             ORDER BY o.id LIMIT $1 FOR UPDATE OF o, c SKIP LOCKED`,
      values: [EXPIRY_BATCH],
    })
    const ids = dead.rows.map(({ id }) => id)
    if (ids.length === 0) return { changes: 0, grown: [] }
    const { orders, now = new Date(0) } = await readLocked(tx, ids)
    const decided = [...orders.values()].flatMap((order): Change[] => {
      const change = decideExpiry(order, now)
      return change ? [change] : []
    })
    const { events } = await writeChanges(tx, decided, now)
    const by = { actor: SYSTEM_ACTOR, device: null, clientTime: null, commandId: null, recordedAt: undefined }
    return { changes: decided.length, grown: await appendEvents(tx, events, by) }
  })
  if (grown.length > 0) onCommit(grown)
  return changes
}
