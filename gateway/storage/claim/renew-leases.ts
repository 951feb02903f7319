import { LEASE_MINUTES } from '../../domain/order-facts.js'
import type { Tx } from '../transaction.js'

/** A lease is renewed when that adds a minute or more: whoever holds hundreds does not write them all with every pick. */
const LEAST_MINUTES = 1

/**
 * The statement that renews a holder's leases in warehouses; its three arguments are SQL. What has run out stays so, and the work of a
 * shift has its own end. Waits for nobody: a claim that somebody has in hand is passed by, so whatever its transaction has
 * locked already, it cannot be a part of a deadlock.
 */
export const renewal = (holder: string, warehouseIds: string, now: string): string => `
  UPDATE claim c SET renewed_until = ${now} + interval '${LEASE_MINUTES} minutes'
  FROM (SELECT k.id FROM claim k JOIN orders o ON o.id = k.order_id
    WHERE k.holder = ${holder} AND k.released_at IS NULL AND k.shift_id IS NULL AND o.warehouse_id = ANY(${warehouseIds})
      AND greatest(k.expires_at, k.renewed_until) > ${now}
      AND greatest(k.expires_at, k.renewed_until) <= ${now} + interval '${LEASE_MINUTES - LEAST_MINUTES} minutes'
    FOR NO KEY UPDATE OF k SKIP LOCKED) own
  WHERE c.id = own.id`

/** Renews somebody's leases in a warehouse for what they did there without an event. */
export const renewLeases = async (tx: Tx, holder: string, warehouseId: string): Promise<void> => {
  await tx.query({
    name: 'renew-leases',
    text: renewal('$1', '$2::uuid[]', 'clock_timestamp()'),
    values: [holder, [warehouseId]],
  })
}
