import { SYSTEM_ACTOR } from '../../domain/decide-order-fact.js'
import { refusal, type Result } from '../../domain/refusal.js'
import type { PublicShift } from '../../domain/shift.js'
import { writeAuditEntries } from '../audit/write-entries.js'
import { appendEvents } from '../command/append-events.js'
import { type CommandHeader, readClock, runCommand } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import { inTransaction } from '../transaction.js'
import { closeShift } from './close-shift.js'
import { lockShift, shiftColumns, shiftIsOver, type OpenShift } from './shift-row.js'

type Deps = Pick<StorageDeps, 'pool' | 'onCommit'>
type Ended = { readonly shift: PublicShift; readonly returned: number }

/** What whoever has no open shift is told. */
export const noShift = () => refusal('NO_SHIFT', 'You have no open shift there: start one first (startShift).')

/** Ends one's shift and gives back what was not picked. Refusals: NOT_ALLOWED for who works nowhere, NO_SHIFT. */
export const endShift = async (deps: Deps, call: CommandHeader): Promise<Result<Ended>> => {
  if (call.rights.where('WORK_SHIFT')?.length === 0)
    return { refusal: refusal('NOT_ALLOWED', 'Your roles do not allow this.') }
  return runCommand<Ended>(deps, call, { command: 'END_SHIFT' }, async (tx) => {
    const open = await lockShift(tx, call.actor)
    if (!open) return { result: { refusal: noShift() }, events: [] }
    const by = { actor: call.actor, device: call.device ?? null, now: await readClock(tx, call) }
    const { shift, returned, events, entries } = await closeShift(tx, { ...open, over: false }, by)
    return { result: { shift, returned }, events, entries }
  })
}

/** How many shifts one run of the job ends. */
export const SHIFTS_BATCH = 20

/** Ends a shift whose time is over, or that of its session; returns whether there was one. */
const endOne = async ({ pool, onCommit }: Deps): Promise<boolean> => {
  const { ended, grown } = await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<OpenShift & { readonly now: Date }>({
      name: 'lock-shift-that-is-over',
      text: `SELECT ${shiftColumns}, true AS over, clock_timestamp() AS now FROM shift s
             WHERE s.ended_at IS NULL AND (${shiftIsOver}) ORDER BY s.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    })
    const [shift] = rows
    if (!shift) return { ended: false, grown: [] }
    const { events, entries } = await closeShift(tx, shift, { actor: SYSTEM_ACTOR, device: null, now: shift.now })
    const by = { actor: SYSTEM_ACTOR, device: null, clientTime: null, commandId: null, recordedAt: undefined }
    await writeAuditEntries(tx, entries, by)
    return { ended: true, grown: await appendEvents(tx, events, by) }
  })
  if (grown.length > 0) onCommit(grown)
  return ended
}

/** Ends shifts that are over by themselves, one batch; returns how many. Safe to run on several replicas at once. */
export const endShiftsOver = async (deps: Deps): Promise<number> => {
  let ended = 0
  while (ended < SHIFTS_BATCH && (await endOne(deps))) ended += 1
  return ended
}
