import type { PublicShift } from '../../domain/shift.js'
import { type ReadDeps, readRows } from '../stoppable-read.js'
import { shiftColumns, shiftIsOver } from './shift-row.js'

const open = `s.ended_at IS NULL AND NOT (${shiftIsOver})`

/** Who works in a warehouse now, by name. */
export const readShifts = async (deps: ReadDeps, warehouseId: string): Promise<readonly PublicShift[]> => {
  const { rows } = await readRows<PublicShift>(deps, {
    name: 'read-shifts',
    text: `SELECT ${shiftColumns} FROM shift s WHERE s.warehouse_id = $1 AND ${open} ORDER BY s.person`,
    values: [warehouseId],
  })
  return rows
}

/** The open shift of a person; null when they have none. */
export const readOwnShift = async (deps: ReadDeps, person: string): Promise<PublicShift | null> => {
  const { rows } = await readRows<PublicShift>(deps, {
    name: 'read-own-shift',
    text: `SELECT ${shiftColumns} FROM shift s WHERE s.person = $1 AND ${open}`,
    values: [person],
  })
  return rows[0] ?? null
}
