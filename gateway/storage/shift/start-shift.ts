import { v7 as uuid } from 'uuid'
import { SYSTEM_ACTOR } from '../../domain/decide-order-fact.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { type PublicShift, SHIFT_HOURS } from '../../domain/shift.js'
import { type CommandHeader, readClock, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { refusePlace } from '../warehouse/refuse-place.js'
import { type ClosedShift, closeShift } from './close-shift.js'
import { lockShift, shiftColumns } from './shift-row.js'

export interface StartShift extends CommandHeader {
  readonly warehouseId: string
  /** The shift ends with it; null: whoever begins it has none. */
  readonly sessionId: string | null
}

type Started = { readonly shift: PublicShift }

const insert = async (tx: Tx, { warehouseId, actor, device, sessionId }: StartShift, now: Date) => {
  const { rows } = await tx.query<PublicShift>({
    name: 'start-shift',
    text: `INSERT INTO shift AS s (id, warehouse_id, person, device, session_id, started_at, ends_at)
           VALUES ($1, $2, $3, $4, $5, $6, $6::timestamptz + make_interval(hours => $7))
           ON CONFLICT (person) WHERE ended_at IS NULL DO NOTHING RETURNING ${shiftColumns}`,
    values: [uuid(), warehouseId, actor, device ?? null, sessionId, now, SHIFT_HOURS],
  })
  return rows[0]
}

/** The shift goes on where its person is now. */
const goOn = async (
  tx: Tx,
  { id }: PublicShift,
  { device, sessionId }: StartShift,
): Promise<PublicShift | undefined> => {
  const { rows } = await tx.query<PublicShift>({
    name: 'go-on-with-shift',
    text: `UPDATE shift s SET device = $2, session_id = $3 WHERE s.id = $1 RETURNING ${shiftColumns}`,
    values: [id, device ?? null, sessionId],
  })
  return rows[0]
}

const start = async (tx: Tx, call: StartShift): Promise<Work<Started>> => {
  const { warehouseId, actor } = call
  const known = await tx.query('SELECT FROM warehouse WHERE id = $1', [warehouseId])
  if (known.rowCount === 0)
    return { result: { refusal: refusal('UNKNOWN_WAREHOUSE', 'There is no such warehouse.') }, events: [] }
  let closed: ClosedShift | undefined
  for (;;) {
    const open = await lockShift(tx, actor)
    const now = await readClock(tx, call)
    if (open?.over) closed = await closeShift(tx, open, { actor: SYSTEM_ACTOR, device: null, now })
    else if (open && open.warehouseId.toLowerCase() !== warehouseId.toLowerCase())
      return {
        result: {
          refusal: refusal('SHIFT_ELSEWHERE', 'Your shift in another warehouse is open: end it first (endShift).'),
        },
        events: [],
      }
    const shift = open && !open.over ? await goOn(tx, open, call) : await insert(tx, call, now)
    // Somebody of the same name has just begun one: it is locked and looked at in the next round.
    if (!shift) continue
    const subject = { kind: 'SHIFT', id: shift.id } as const
    const details = { person: actor, goesOn: open !== undefined && !open.over }
    return {
      result: { shift },
      events: closed?.events ?? [],
      entries: [
        ...(closed?.entries ?? []),
        { warehouseId: shift.warehouseId, action: 'SHIFT_STARTED', subject, details },
      ],
    }
  }
}

/**
 * Begins a shift, or goes on with the open one in this warehouse, on this device and in this session. Refusals: UNKNOWN_WAREHOUSE,
 * NOT_ALLOWED, SHIFT_ELSEWHERE.
 */
export const startShift = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: StartShift,
): Promise<Result<Started>> => {
  const refused = refusePlace(call.rights, 'WORK_SHIFT', call.warehouseId)
  if (refused) return { refusal: refused }
  return runCommand(deps, call, { command: 'START_SHIFT', warehouseId: call.warehouseId }, (tx) => start(tx, call))
}
