import { surplusClosed, surplusReturned } from '../../domain/replay/decide-replay.js'
import type { Rights } from '../../domain/person/rights.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { checkText } from '../../domain/text.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import { lockOrders } from '../order/lock-orders.js'
import { writeChanges } from '../order/write-changes.js'
import { bookUnits, findCell } from '../stock/book-unit.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { closeSurplus } from './surplus-units.js'

export interface CloseSurplusUnit extends CommandHeader {
  readonly surplusUnitId: string
  /** As scanned when it was put back. */
  readonly barcode: string | null
  /** Code or barcode of the cell where it lies now. */
  readonly cell: string | null
  /** Instead of a scan: why there was none to put back. For shift leads. */
  readonly reason: string | null
}

type Closed = { readonly order: PublicOrder }

interface Row {
  readonly orderId: string
  readonly warehouseId: string
}

const findOpen = async (tx: Tx, id: string, rights: Rights): Promise<Row | undefined> => {
  if (!isUuid(id)) return undefined
  const { rows } = await tx.query<Row>(
    `SELECT order_id AS "orderId", warehouse_id AS "warehouseId" FROM surplus_unit
     WHERE id = $1 AND closed_at IS NULL AND ($2::uuid[] IS NULL OR warehouse_id = ANY($2))`,
    [id, rights.where('CONFIRM_PUT_BACK')],
  )
  return rows[0]
}

const close = async (tx: Tx, call: CloseSurplusUnit): Promise<Work<Closed>> => {
  const { surplusUnitId: id, barcode, cell, reason, rights, actor, device = null } = call
  const refuse = (...args: Parameters<typeof refusal>): Work<Closed> => ({
    result: { refusal: refusal(...args) },
    events: [],
  })
  const unknown = () => refuse('UNKNOWN_SURPLUS', 'No such unit is to be put back.')
  const found = await findOpen(tx, id, rights)
  if (!found) return unknown()
  if (barcode === null && !rights.may('RESOLVE_PARKED', found.warehouseId))
    return refuse('NOT_ALLOWED', 'Scan the unit: only a shift lead may say that there is none.')
  if (barcode === null && reason === null) return refuse('NOTHING_TO_DO', 'Scan the unit, or say why there is none.')
  const { orders, now } = await lockOrders(tx, [found.orderId], [found.warehouseId])
  const order = orders.get(found.orderId)
  // Whoever closed it held the order’s row.
  if (!order || !now || !(await findOpen(tx, id, rights))) return unknown()
  const made =
    barcode === null ? { changes: [surplusClosed(order)] } : surplusReturned(order, { actor, device, now, barcode })
  if ('refusal' in made) return { result: made, events: [] }
  const scanned = cell === null ? undefined : await findCell(tx, order, cell)
  if (scanned && 'refusal' in scanned) return { result: scanned, events: [] }
  // One that was none is booked back too: it never left its cell.
  const by = { ...call, now, cause: reason }
  await bookUnits(tx, 'CONFIRM_PUT_BACK', [{ order, cellId: scanned?.cellId }], by)
  await closeSurplus(tx, id, actor, now, barcode === null ? reason : null)
  const { states, events } = await writeChanges(tx, made.changes, now)
  const state = states.get(order.id)
  if (!state) throw new Error('a locked order vanished')
  return { result: { order: state }, events }
}

/**
 * The second unit of an order is on its shelf again, or a shift lead says why there is none. Refusals: UNKNOWN_SURPLUS,
 * NOT_ALLOWED, NOTHING_TO_DO, WRONG_ITEM.
 */
export const closeSurplusUnit = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: CommandHeader & Partial<CloseSurplusUnit> & Pick<CloseSurplusUnit, 'surplusUnitId'>,
): Promise<Result<Closed>> => {
  const { surplusUnitId } = call
  const barcode = checkText('barcode', call.barcode ?? '', 200).trim() || null
  const reason = checkText('reason', call.reason ?? '', 300).trim() || null
  const cell = checkText('cell', call.cell ?? '', 200).trim() || null
  const request = { command: 'CLOSE_SURPLUS_UNIT', surplusUnitId, barcode, cell, reason }
  return runCommand(deps, call, request, (tx) => close(tx, { ...call, barcode, cell, reason }))
}
