import { randomUUID } from 'node:crypto'
import type { Random } from '../../../prisma/seed/random.js'

/** What a raw transaction makes of an order. */
export interface RawStep {
  readonly state: string
  readonly type: string
}

/**
 * Where a raw transaction may take an order. Not the rules of the domain (the log must hold whatever was decided), but a
 * round that visits every state, so that orders leave boards and come back for ever.
 */
const ways: Readonly<Record<string, readonly RawStep[]>> = {
  NEW: [
    { state: 'RELEASED', type: 'RELEASED' },
    { state: 'CANCELLED', type: 'CANCELLED' },
  ],
  RELEASED: [
    { state: 'CLAIMED', type: 'CLAIMED' },
    { state: 'ON_HOLD', type: 'HELD' },
    { state: 'RELEASED', type: 'DEADLINE_CHANGED' },
  ],
  CLAIMED: [
    { state: 'PICKED', type: 'PICKED' },
    { state: 'RELEASED', type: 'UNCLAIMED' },
    { state: 'SHORT', type: 'SHORTAGE_REPORTED' },
  ],
  PICKED: [
    { state: 'PACKED', type: 'PACKED' },
    { state: 'CANCELLED', type: 'CANCELLED' },
  ],
  PACKED: [{ state: 'STAGED', type: 'STAGED' }],
  STAGED: [{ state: 'HANDED_OVER', type: 'HANDED_OVER' }],
  HANDED_OVER: [
    { state: 'ACCEPTED', type: 'ACCEPTED' },
    { state: 'RESHIP', type: 'RESHIP_REQUESTED' },
  ],
  ACCEPTED: [{ state: 'DONE', type: 'COMPLETED' }],
  DONE: [{ state: 'RELEASED', type: 'RELEASED' }],
  SHORT: [{ state: 'RELEASED', type: 'SHORTAGE_RESOLVED' }],
  ON_HOLD: [{ state: 'RELEASED', type: 'RESUMED' }],
  CANCELLED: [
    { state: 'CANCELLED', type: 'PUT_BACK_CONFIRMED' },
    { state: 'RELEASED', type: 'RELEASED' },
  ],
  RESHIP: [{ state: 'PICKED', type: 'PICKED' }],
}

/** A row before the step. */
export interface RawBefore {
  readonly id: string
  readonly state: string
  readonly put_back_required: boolean
  /** Who has it in hand. */
  readonly holder: string | null
}

/** The rows' next states, as the writing statements take them. */
export const stepsOf = (rows: readonly RawBefore[], random: Random) =>
  rows.map((row, n) => {
    const step = random.pick(ways[row.state] ?? [{ state: 'RELEASED', type: 'RELEASED' }])
    const fresh = step.state === 'CLAIMED'
    return {
      n,
      id: row.id,
      type: step.type,
      state: step.state,
      resume_state: step.state === 'ON_HOLD' ? 'RELEASED' : null,
      put_back_required: step.type === 'CANCELLED' && random.chance(0.5),
      claim_id: fresh ? randomUUID() : null,
      holder: fresh ? `picker-${random.int(1, 4)}` : null,
      before: { state: row.state, holder: row.holder, putBackRequired: row.put_back_required },
    }
  })

const rows = `jsonb_to_recordset($1::jsonb) AS d (n int, id uuid, type text, state order_state_name, resume_state order_state_name,
  put_back_required boolean, claim_id uuid, holder text, before jsonb)`

/** The statements of a step, in this order; each takes the steps as $1. */
export const stepStatements = {
  endClaims: `UPDATE claim c SET released_at = clock_timestamp(), release_reason = 'MODEL' FROM ${rows} WHERE c.order_id = d.id AND c.released_at IS NULL`,
  beginClaims: `INSERT INTO claim (id, order_id, holder, claimed_at, expires_at)
    SELECT d.claim_id, d.id, d.holder, clock_timestamp(), clock_timestamp() + interval '1 hour' FROM ${rows} WHERE d.claim_id IS NOT NULL`,
  update: `UPDATE orders o SET state = d.state, resume_state = d.resume_state, put_back_required = d.put_back_required, version = o.version + 1,
    state_changed_at = clock_timestamp() FROM ${rows} WHERE o.id = d.id`,
  /** $2 actor, $3 command id. */
  append: `SELECT FROM append_order_events((SELECT jsonb_agg(jsonb_build_object('warehouseId', s.warehouse_id, 'orderId', s.id, 'type', d.type,
    'before', d.before, 'state', s.state) ORDER BY d.n) FROM ${rows} JOIN order_state s ON s.id = d.id), $2, NULL, NULL, $3)`,
} as const

/** Two statements: only one that begins after the wait for the locks sees the claims that others left. */
export const lockStatements = {
  lock: 'SELECT FROM orders WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
  read: `SELECT o.id, o.state::text, o.put_back_required, coalesce(c.holder, CASE WHEN o.state = 'PICKED' THEN o.picked_by END) AS holder
    FROM orders o LEFT JOIN claim c ON c.order_id = o.id AND c.released_at IS NULL WHERE o.id = ANY($1::uuid[]) ORDER BY o.id`,
} as const
