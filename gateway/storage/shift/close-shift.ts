import type { EventDraft } from '../command/append-events.js'
import type { EntryDraft } from '../audit/write-entries.js'
import { writeChanges } from '../order/write-changes.js'
import type { Tx } from '../transaction.js'
import { giveBack, lockHeld } from '../work/give-back.js'
import { shiftColumns, type OpenShift } from './shift-row.js'
import type { PublicShift } from '../../domain/shift.js'

/** A shift that has just ended, and what is to be written of it. */
export interface ClosedShift {
  readonly shift: PublicShift
  /** How many orders went back to the floor. */
  readonly returned: number
  readonly events: readonly EventDraft[]
  readonly entries: readonly EntryDraft[]
}

/** Ends a locked shift; what its person holds and has not picked goes back to the floor, by who ends it. */
export const closeShift = async (
  tx: Tx,
  { id, warehouseId, person, over }: OpenShift,
  by: { readonly actor: string; readonly device: string | null; readonly now: Date },
): Promise<ClosedShift> => {
  const changes = giveBack(await lockHeld(tx, warehouseId, person), by)
  const { events } = await writeChanges(tx, changes, by.now, by.actor)
  const { rows } = await tx.query<PublicShift>({
    name: 'close-shift',
    text: `UPDATE shift s SET ended_at = $2 WHERE s.id = $1 RETURNING ${shiftColumns}`,
    values: [id, by.now],
  })
  const [shift] = rows
  if (!shift) throw new Error(`the shift ${id} is not there`)
  const details = { person, returned: changes.length, byItself: over }
  return {
    shift,
    returned: changes.length,
    events,
    entries: [{ warehouseId, action: 'SHIFT_ENDED', subject: { kind: 'SHIFT', id }, details }],
  }
}
