import { decideOrderCommand } from '../../domain/decide-order-command.js'
import type { PublicOrder } from '../../domain/public-order.js'
import type { Result } from '../../domain/refusal.js'
import type { PublicCell } from '../../domain/stock/public-stock.js'
import { checkText } from '../../domain/text.js'
import { renewLeases } from '../claim/renew-leases.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { LockedOrder } from '../order/lock-orders.js'
import { lockNamed } from '../order/lock-named.js'
import { readStates } from '../order/read-states.js'
import { writeChanges } from '../order/write-changes.js'
import type { Tx } from '../transaction.js'
import { findCell } from './book-unit.js'
import { freeCells } from './free-cells.js'
import { openRecounts } from './stock-book.js'

export interface ReportShortage extends CommandHeader {
  readonly orderId: string
  readonly reason?: string | null
  /** Code or barcode of the cell where the unit is not. */
  readonly cell?: string | null
}

export interface ReportedShortage {
  readonly order: PublicOrder
  /** Where the ledger knows another unit: the order stays with its holder, who goes there. */
  readonly otherCell: PublicCell | null
}

/** Sends the holder of a locked order’s claim, who tells of it, to another cell, where there is one with a unit that nobody has been sent for. */
export const sendElsewhere = async (
  tx: Tx,
  { id, warehouseId, skuId, claim }: LockedOrder,
): Promise<PublicCell | null> => {
  const [free] = (await freeCells(tx, warehouseId, [skuId])).get(skuId) ?? []
  if (!free) return null
  await tx.query({
    name: 'send-elsewhere',
    text: 'UPDATE claim SET cell_id = $2 WHERE order_id = $1 AND released_at IS NULL',
    values: [id, free.cell.id],
  })
  if (claim?.shiftId === null) await renewLeases(tx, claim.holder, warehouseId)
  return free.cell
}

const report = async (tx: Tx, call: ReportShortage): Promise<Work<ReportedShortage>> => {
  const { given, admit } = await lockNamed(tx, { ...call, command: 'REPORT_SHORTAGE' }, [call.orderId])
  const admitted = admit(call.orderId)
  if ('refusal' in admitted) return { result: admitted, events: [] }
  const { order } = admitted
  const { warehouseId, skuId } = order
  const decision = decideOrderCommand(order, { ...given, command: 'REPORT_SHORTAGE', reason: call.reason ?? null })
  if ('refusal' in decision) return { result: decision, events: [] }

  let otherCell: PublicCell | null = null
  const entries = []
  if (call.cell) {
    const scanned = await findCell(tx, order, call.cell)
    if ('refusal' in scanned) return { result: scanned, events: [] }
    const { cellId } = scanned
    const by = { ...call, warehouseId, now: given.now }
    await openRecounts(tx, [{ cellId, skuId, orderId: order.id }], 'SHORTAGE', by)
    const details = { orderId: order.id, skuId, reason: call.reason ?? null }
    entries.push({ warehouseId, action: 'RECOUNT_REQUESTED', subject: { kind: 'CELL', id: cellId }, details } as const)
    // A unit that was picked already is not looked for on a shelf.
    if (order.state === 'CLAIMED') otherCell = await sendElsewhere(tx, order)
  }
  const { states, events } = otherCell
    ? { states: await readStates(tx, [order.id]), events: [] }
    : await writeChanges(tx, [decision.change], given.now)
  const after = states.get(order.id)
  if (!after) throw new Error(`the order ${order.id} is not there`)
  return { result: { order: after, otherCell }, events, entries }
}

/**
 * Says that the unit of an order is not there or is damaged. With the cell where it is not, that cell is to be counted, and a holder
 * is sent to another one that the ledger knows of; else the order is short. Refusals: those of an order's command, UNKNOWN_CELL.
 */
export const reportShortage = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: ReportShortage,
): Promise<Result<ReportedShortage>> => {
  const orderId = checkText('an order id', call.orderId, 200)
  const cell = checkText('cell', call.cell ?? '', 200).trim() || null
  const reason = checkText('reason', call.reason ?? '', 300).trim() || null
  const request = { command: 'REPORT_SHORTAGE', orderId, reason, cell }
  return runCommand(deps, call, request, (tx) => report(tx, { ...call, cell, reason }))
}
