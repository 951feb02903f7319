import type { Change } from '../../domain/apply-transition.js'
import { type CommandGiven, decideOrderCommand, expireForClaim } from '../../domain/decide-order-command.js'
import { SYSTEM_ACTOR } from '../../domain/decide-order-fact.js'
import type { OrderCommand } from '../../domain/order-states.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { type Refusal, refusal, type Result } from '../../domain/refusal.js'
import { checkText } from '../../domain/text.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { bookUnits, findCell } from '../stock/book-unit.js'
import { cellsWith } from '../stock/find-places.js'
import { findSkuByBarcode } from './find-sku.js'
import type { LockedOrder } from './lock-orders.js'
import { lockNamed } from './lock-named.js'
import { writeChanges } from './write-changes.js'

/** How many orders one call may name. */
export const MAX_ORDERS = 1000

export interface CommandOrders extends CommandHeader {
  readonly command: OrderCommand
  readonly orderIds: readonly string[]
  readonly barcode?: string | null
  /** Of PICK and CONFIRM_PUT_BACK: code or barcode of the cell, when it was scanned. */
  readonly cell?: string | null
  readonly reason?: string | null
}

/** What became of one order of a call. */
export interface OrderOutcome {
  readonly orderId: string
  readonly order: PublicOrder | null
  readonly refusal: Refusal | null
}

type Deps = Pick<StorageDeps, 'pool' | 'onCommit'>

/** Names what was scanned, when the account knows it, and where it belongs: «this is the red one, it is from A-12-3». */
const nameScanned = async (tx: Tx, order: LockedOrder, refused: Refusal): Promise<Refusal> => {
  if (refused.code !== 'WRONG_ITEM' || !refused.scannedBarcode) return refused
  const scannedSku = await findSkuByBarcode(tx, order.sellerAccountId, refused.scannedBarcode)
  const cells = scannedSku && (await cellsWith(tx, order.warehouseId, scannedSku.id)).map(({ code }) => code)
  return { ...refused, scannedSku, cells }
}

/** Commands with which a unit leaves a cell or comes into one. */
const movesUnit = (command: OrderCommand): command is 'PICK' | 'CONFIRM_PUT_BACK' =>
  command === 'PICK' || command === 'CONFIRM_PUT_BACK'

type Decided =
  | { readonly order: LockedOrder; readonly cellId: string | undefined; readonly change: Change }
  | { readonly refusal: Refusal }

/** Locks, decides each order by itself, writes; events of dead leases in the way come before the command's. */
const decideAll = async (
  tx: Tx,
  command: CommandOrders,
  ids: readonly string[],
): Promise<Work<{ readonly outcomes: readonly OrderOutcome[] }>> => {
  const { given: by, admit } = await lockNamed(tx, command, ids)
  const given: CommandGiven = { ...command, ...by }

  const expired: Change[] = []
  const decide = async (orderId: string): Promise<Decided> => {
    const admitted = admit(orderId)
    if ('refusal' in admitted) return admitted
    const { order } = admitted
    const expiry = expireForClaim(order, given)
    if (expiry) expired.push(expiry)
    const decision = decideOrderCommand(expiry?.next ?? order, given)
    if ('refusal' in decision) return { refusal: await nameScanned(tx, order, decision.refusal) }
    const scanned = movesUnit(command.command) && command.cell ? await findCell(tx, order, command.cell) : undefined
    if (scanned && 'refusal' in scanned) return scanned
    return { order, cellId: scanned?.cellId, change: decision.change }
  }
  const decided: Decided[] = []
  for (const orderId of ids) decided.push(await decide(orderId))

  const first = await writeChanges(tx, expired, given.now, SYSTEM_ACTOR)
  const changes = decided.flatMap((one) => ('change' in one ? [one.change] : []))
  const second = await writeChanges(tx, changes, given.now)
  const moved = decided.flatMap((one) => ('change' in one ? [one] : []))
  if (movesUnit(command.command)) await bookUnits(tx, command.command, moved, { ...command, now: given.now })
  const outcomes = decided.map((one, index): OrderOutcome => {
    const orderId = ids[index] ?? ''
    return 'change' in one
      ? { orderId, order: second.states.get(one.order.id) ?? null, refusal: null }
      : { orderId, order: null, refusal: one.refusal }
  })
  return { result: { outcomes }, events: [...first.events, ...second.events] }
}

/** A person's command for 1 to 1,000 orders, each decided by itself, all in one transaction. */
export const commandOrders = async (
  deps: Deps,
  command: CommandOrders,
): Promise<Result<{ readonly outcomes: readonly OrderOutcome[] }>> => {
  const { orderIds } = command
  const barcode = checkText('barcode', command.barcode ?? '', 200)
  const cell = checkText('cell', command.cell ?? '', 200).trim() || null
  const reason = checkText('reason', command.reason ?? '', 300).trim() || null
  for (const id of orderIds) checkText('an order id', id, 200)
  if (orderIds.length === 0) return { refusal: refusal('NOTHING_TO_DO', 'The call names no order.') }
  if (orderIds.length > MAX_ORDERS)
    return {
      refusal: refusal('TOO_MANY', `At most ${MAX_ORDERS} orders in a call; this one names ${orderIds.length}.`),
    }
  const request = { command: command.command, orderIds, barcode, reason, ...(cell !== null && { cell }) }
  return runCommand(deps, command, request, (tx) => decideAll(tx, { ...command, barcode, cell, reason }, orderIds))
}

/** A person's command for one order. */
export const commandOrder = async (
  deps: Deps,
  { orderId, ...command }: Omit<CommandOrders, 'orderIds'> & { readonly orderId: string },
): Promise<Result<{ readonly order: PublicOrder }>> => {
  const result = await commandOrders(deps, { ...command, orderIds: [orderId] })
  if (result.refusal) return result
  const [outcome] = result.outcomes
  return outcome?.order
    ? { order: outcome.order }
    : { refusal: outcome?.refusal ?? refusal('UNKNOWN_ORDER', 'There is no such order.', { orderId }) }
}
