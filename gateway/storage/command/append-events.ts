import type { OrderEventType, OrderState } from '../../domain/order-states.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { renewal } from '../claim/renew-leases.js'
import type { Tx } from '../transaction.js'

/** An event to be written: the order before it as far as filters ask, and its whole public state after it. */
export interface EventDraft {
  readonly type: OrderEventType
  readonly before: {
    readonly state: OrderState
    readonly holder: string | null
    readonly putBackRequired: boolean
  } | null
  readonly state: PublicOrder
  /** Whose lease of their own the order is or was: when they are the actor, their other leases there are renewed. */
  readonly leasedTo?: string | undefined
  /** Set when it is not the command's actor's doing. */
  readonly actor?: string
}

export interface EventsBy {
  readonly actor: string
  readonly device: string | null
  readonly clientTime: Date | null
  readonly commandId: string | null
  /** Overrides the time of the record: only for filling in history. */
  readonly recordedAt: Date | undefined
}

// Bounds one statement's parameter; all chunks stand in one transaction and behind the same lock.
const CHUNK = 1000

const append = 'SELECT FROM append_order_events($1::jsonb, $2, $3, $4::timestamptz, $5::uuid, $6::timestamptz)'
// The condition makes PostgreSQL renew first: no head's lock is held for it.
const appendRenewing = `
  WITH renewed AS (${renewal('$2', '$7::uuid[]', 'coalesce($6::timestamptz, clock_timestamp())')} RETURNING c.id)
  ${append} WHERE (SELECT count(*) FROM renewed) >= 0`

/**
 * Writes the events and raises the heads of their warehouses' logs: the last statement before COMMIT, because it takes
 * the heads' locks, which everybody else's events wait for. Where the actor has worked on a lease of their own, the same
 * statement renews their other leases. Returns the warehouses whose logs grew.
 */
export const appendEvents = async (tx: Tx, events: readonly EventDraft[], by: EventsBy): Promise<readonly string[]> => {
  const warehouses = new Set(events.map(({ state }) => state.warehouseId))
  // Every head is locked by the first chunk, in the one order: a later chunk must not come upon a new one.
  if (events.length > CHUNK && warehouses.size > 1)
    await tx.query('SELECT 1 FROM stream_head WHERE warehouse_id = ANY($1::uuid[]) ORDER BY warehouse_id FOR UPDATE', [
      [...warehouses],
    ])
  for (let start = 0; start < events.length; start += CHUNK) {
    const chunk = events.slice(start, start + CHUNK)
    const rows = chunk.map(({ type, before, state, actor }) => ({
      warehouseId: state.warehouseId,
      orderId: state.id,
      type,
      before,
      state,
      ...(actor !== undefined && { actor }),
    }))
    const worked = chunk.filter(({ leasedTo }) => leasedTo === by.actor).map(({ state }) => state.warehouseId)
    const values = [JSON.stringify(rows), by.actor, by.device, by.clientTime, by.commandId, by.recordedAt]
    await tx.query(
      worked.length > 0
        ? { name: 'append-events-renewing', text: appendRenewing, values: [...values, [...new Set(worked)]] }
        : { name: 'append-events', text: append, values },
    )
  }
  return [...warehouses]
}
