import { createDeadline } from '../../domain/deadline.js'
import { inHandOf } from '../../domain/in-hand.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { readSlaPolicy, type SlaPolicy } from '../../domain/sla-policy.js'
import type { EventDraft } from '../command/append-events.js'
import { type CommandHeader, runCommand } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import { readLocked } from '../order/lock-orders.js'
import { readStates } from '../order/read-states.js'
import type { Tx } from '../transaction.js'
import type { PublicWarehouse } from './public-warehouse.js'
import { readWarehouse } from './read-warehouse.js'
import { refusePlace } from './refuse-place.js'

export interface SetSlaPolicy extends CommandHeader {
  readonly warehouseId: string
  readonly policy: SlaPolicy
}

const samePolicy = (a: SlaPolicy, b: SlaPolicy) =>
  a.assemblyMinutes === b.assemblyMinutes &&
  a.amberMinutes === b.amberMinutes &&
  a.redMinutes === b.redMinutes &&
  a.cutOffs.join() === b.cutOffs.join()

interface LiveRow {
  readonly id: string
  readonly created_at: Date
}

// So that no statement takes longer than a command's patience, however many orders a warehouse has.
const CHUNK = 1000

const moveChunk = async (tx: Tx, rows: readonly LiveRow[], deadlineOf: (createdAt: Date) => Date) => {
  const ids = rows.map(({ id }) => id)
  const { orders } = await readLocked(tx, ids)
  const moved = rows.map(({ id, created_at }) => ({ id, deadline_at: deadlineOf(created_at) }))
  await tx.query(
    `UPDATE orders o SET deadline_at = r.deadline_at, version = o.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, deadline_at timestamptz) WHERE o.id = r.id`,
    [JSON.stringify(moved)],
  )
  const states = await readStates(tx, ids)
  return [...orders.values()].flatMap((before): EventDraft[] => {
    const state = states.get(before.id)
    const { state: from, putBackRequired } = before
    return state
      ? [{ type: 'DEADLINE_CHANGED', before: { state: from, holder: inHandOf(before), putBackRequired }, state }]
      : []
  })
}

/** New deadlines of the live orders. Each gets an event even when only its thresholds moved: those are public too. */
const moveDeadlines = async (tx: Tx, { id, timeZone, slaPolicy }: PublicWarehouse): Promise<readonly EventDraft[]> => {
  const { rows } = await tx.query<LiveRow>(
    'SELECT id, created_at FROM orders WHERE warehouse_id = $1 AND is_live(state, put_back_required) ORDER BY id FOR UPDATE',
    [id],
  )
  const deadlineOf = createDeadline(slaPolicy, timeZone)
  const events: EventDraft[] = []
  for (let start = 0; start < rows.length; start += CHUNK)
    events.push(...(await moveChunk(tx, rows.slice(start, start + CHUNK), deadlineOf)))
  return events
}

/**
 * Sets a warehouse's policy; the deadlines of its live orders follow. Refusals: INVALID_POLICY, UNKNOWN_WAREHOUSE,
 * NOT_ALLOWED.
 */
export const setSlaPolicy = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: SetSlaPolicy,
): Promise<Result<{ readonly warehouse: PublicWarehouse }>> => {
  const { warehouseId } = call
  const policy = readSlaPolicy(call.policy)
  if ('fault' in policy) return { refusal: refusal('INVALID_POLICY', policy.fault) }
  const unknown = { refusal: refusal('UNKNOWN_WAREHOUSE', 'There is no such warehouse.') }
  const refused = refusePlace(call.rights, 'SET_POLICY', warehouseId)
  if (refused) return { refusal: refused }
  const request = { command: 'SET_SLA_POLICY', warehouseId, policy }
  return runCommand<{ readonly warehouse: PublicWarehouse }>(deps, call, request, async (tx) => {
    // Imports hold this row shared, so no order with a deadline of the old policy can slip in.
    const locked = await tx.query('SELECT FROM warehouse WHERE id = $1 FOR UPDATE', [warehouseId])
    if (locked.rowCount === 0) return { result: unknown, events: [] }
    const before = await readWarehouse(tx, warehouseId)
    if (samePolicy(before.slaPolicy, policy)) return { result: { warehouse: before }, events: [] }
    await tx.query(
      'UPDATE warehouse SET assembly_minutes = $2, cut_offs = $3, amber_minutes = $4, red_minutes = $5 WHERE id = $1',
      [warehouseId, policy.assemblyMinutes, policy.cutOffs, policy.amberMinutes, policy.redMinutes],
    )
    const warehouse = await readWarehouse(tx, warehouseId)
    const subject = { kind: 'WAREHOUSE', id: warehouseId } as const
    const details = { before: before.slaPolicy, after: warehouse.slaPolicy }
    return {
      result: { warehouse },
      events: await moveDeadlines(tx, warehouse),
      entries: [{ warehouseId, action: 'SLA_POLICY_SET', subject, details }],
    }
  })
}
