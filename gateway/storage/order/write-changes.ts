import { v7 as uuid } from 'uuid'
import { type Change, leasedTo } from '../../domain/apply-transition.js'
import { inHandOf } from '../../domain/in-hand.js'
import type { PublicOrder } from '../../domain/public-order.js'
import type { EventDraft } from '../command/append-events.js'
import type { Tx } from '../transaction.js'
import { readStates } from './read-states.js'

const toRow = ({ before, next, claimEnds, labelsEnd }: Change) => {
  const begun = next.claim !== null && next.claim !== before.claim ? next.claim : null
  const mirror = next.marketplace === before.marketplace ? null : next.marketplace
  return {
    id: next.id,
    state: next.state,
    resume_state: next.resumeState,
    put_back_required: next.putBackRequired,
    picked_by: next.pickedBy,
    packed_by: next.packedBy,
    box: next.box,
    attached_meta: next.attachedMeta,
    labels_end: labelsEnd,
    reason: next.reason,
    version: next.version,
    claim_ends: claimEnds,
    claim_id: begun && uuid(),
    holder: begun?.holder ?? null,
    device: begun?.device ?? null,
    expires_at: begun?.expiresAt ?? null,
    cell_id: begun?.cellId ?? null,
    shift_id: begun?.shiftId ?? null,
    change_id: mirror && uuid(),
    supplier_status: mirror?.supplierStatus ?? null,
    wb_status: mirror?.wbStatus ?? null,
    is_cancellable: mirror?.isCancellable ?? null,
    cancelled: mirror?.cancelled ?? null,
  }
}

type Row = ReturnType<typeof toRow>

// What a command touches besides the order itself; parts that nothing needs are left out, each costs its start.
const parts: readonly { readonly needed: (row: Row) => boolean; readonly sql: string }[] = [
  {
    needed: (row) => row.claim_ends !== null,
    sql: `ended AS (
      UPDATE claim c SET released_at = $2, release_reason = d.claim_ends
      FROM d WHERE c.order_id = d.id AND c.released_at IS NULL AND d.claim_ends IS NOT NULL)`,
  },
  {
    needed: (row) => row.claim_id !== null,
    sql: `begun AS (
      INSERT INTO claim (id, order_id, holder, device, claimed_at, expires_at, cell_id, shift_id)
      SELECT claim_id, id, holder, device, $2, expires_at, cell_id, shift_id FROM d WHERE claim_id IS NOT NULL)`,
  },
  {
    needed: (row) => row.labels_end,
    sql: `freed AS (
      UPDATE label_identifier l SET released_at = $2 FROM d WHERE l.order_id = d.id AND l.released_at IS NULL AND d.labels_end)`,
  },
  {
    needed: (row) => row.change_id !== null,
    sql: `mirrored AS (
      UPDATE wb_mirror m SET supplier_status = d.supplier_status, wb_status = d.wb_status, is_cancellable = d.is_cancellable,
        cancelled = d.cancelled, observed_at = $2
      FROM d WHERE m.order_id = d.id AND d.change_id IS NOT NULL
    ), remembered AS (
      INSERT INTO wb_status_change (id, order_id, supplier_status, wb_status, is_cancellable, observed_at)
      SELECT change_id, id, supplier_status, wb_status, is_cancellable, $2 FROM d WHERE change_id IS NOT NULL)`,
  },
]

const changesSql = (rows: readonly Row[], now: Date) => {
  const needed = parts.filter((part) => rows.some(part.needed))
  const decided = `d AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(
      id uuid, state order_state_name, resume_state order_state_name, put_back_required boolean, picked_by text, packed_by text,
      box text, attached_meta text[], labels_end boolean, cell_id uuid, shift_id uuid, reason text, version integer, claim_ends text, claim_id uuid, holder text, device text, expires_at timestamptz,
      change_id uuid, supplier_status text, wb_status text, is_cancellable boolean, cancelled boolean))`
  return {
    name: `write-changes-${parts.map((part) => Number(needed.includes(part))).join('')}`,
    text: `WITH ${[decided, ...needed.map(({ sql }) => sql)].join(', ')}
      UPDATE orders o SET state = d.state, resume_state = d.resume_state, put_back_required = d.put_back_required,
        picked_by = d.picked_by, packed_by = d.packed_by, box = d.box, attached_meta = d.attached_meta, reason = d.reason, version = d.version,
        state_changed_at = CASE WHEN o.state = d.state THEN o.state_changed_at ELSE $2::timestamptz END
      FROM d WHERE o.id = d.id`,
    values: [JSON.stringify(rows), now],
  }
}

/** What was written: the orders' new public states by id, and the events to append. */
export interface Written {
  readonly states: ReadonlyMap<string, PublicOrder>
  readonly events: readonly EventDraft[]
}

/** Writes decided changes of locked orders, all in one statement; `actor` is set when they are not the command giver's. */
export const writeChanges = async (tx: Tx, changes: readonly Change[], now: Date, actor?: string): Promise<Written> => {
  if (changes.length === 0) return { states: new Map(), events: [] }
  await tx.query(changesSql(changes.map(toRow), now))
  const states = await readStates(
    tx,
    changes.map(({ next }) => next.id),
  )
  const events = changes.map((change): EventDraft => {
    const { before, next, event } = change
    const state = states.get(next.id)
    if (!state) throw new Error(`the order ${next.id} is not in the view order_state`)
    const { state: from, putBackRequired } = before
    return {
      type: event,
      before: { state: from, holder: inHandOf(before), putBackRequired },
      state,
      leasedTo: leasedTo(change),
      ...(actor !== undefined && { actor }),
    }
  })
  return { states, events }
}
