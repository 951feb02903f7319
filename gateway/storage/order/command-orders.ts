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
import { isUuid } from '../uuid.js'
import { findSkuByBarcode } from './find-sku.js'
import { type LockedOrder, lockOrders } from './lock-orders.js'
import { writeChanges } from './write-changes.js'

/** How many orders one call may name. */
export const MAX_ORDERS = 1000

export interface CommandOrders extends CommandHeader {
  readonly command: OrderCommand
  readonly orderIds: readonly string[]
  readonly barcode?: string | null
  readonly reason?: string | null
}

/** What became of one order of a call. */
export interface OrderOutcome {
  readonly orderId: string
  readonly order: PublicOrder | null
  readonly refusal: Refusal | null
}

type Deps = Pick<StorageDeps, 'pool' | 'onCommit'>
type Decided = { readonly id: string; readonly change: Change } | { readonly refusal: Refusal }

/** The warehouses of either list; null is all of them. */
const either = (some: readonly string[] | null, others: readonly string[] | null) =>
  some && others && [...some, ...others]

/** Names what was scanned, when the account knows it: «this is the red one, you need the blue one». */
const nameScanned = async (tx: Tx, order: LockedOrder, refused: Refusal): Promise<Refusal> =>
  refused.code === 'WRONG_ITEM' && refused.scannedBarcode
    ? { ...refused, scannedSku: await findSkuByBarcode(tx, order.sellerAccountId, refused.scannedBarcode) }
    : refused

/** Locks, decides each order by itself, writes; events of dead leases in the way come before the command's. */
const decideAll = async (
  tx: Tx,
  command: CommandOrders,
  ids: readonly string[],
): Promise<Work<{ readonly outcomes: readonly OrderOutcome[] }>> => {
  const known = new Set(ids.map((id) => id.toLowerCase()).filter(isUuid))
  // An order of a warehouse that one has nothing to do with is none.
  const places = either(command.rights.where('READ'), command.rights.where(command.command))
  const { orders, now = new Date(0) } = await lockOrders(tx, [...known], places)
  const given: CommandGiven = { ...command, device: command.device ?? null, now: command.recordedAt ?? now }

  const expired: Change[] = []
  const seen = new Set<string>()
  const decided: Decided[] = []
  for (const orderId of ids) {
    const id = orderId.toLowerCase()
    const locked = orders.get(id)
    if (!locked) decided.push({ refusal: refusal('UNKNOWN_ORDER', 'There is no such order.', { orderId }) })
    else if (seen.has(id))
      decided.push({ refusal: refusal('DUPLICATE_ID', 'The call names this order twice.', { orderId }) })
    else if (!command.rights.may(command.command, locked.warehouseId))
      decided.push({
        refusal: refusal('NOT_ALLOWED', 'Your roles in this warehouse do not allow this.', {
          orderId,
          orderState: locked.state,
        }),
      })
    else {
      seen.add(id)
      const expiry = expireForClaim(locked, given)
      if (expiry) expired.push(expiry)
      const decision = decideOrderCommand(expiry?.next ?? locked, given)
      decided.push(
        'change' in decision
          ? { id, change: decision.change }
          : { refusal: await nameScanned(tx, locked, decision.refusal) },
      )
    }
  }

  const first = await writeChanges(tx, expired, given.now, SYSTEM_ACTOR)
  const changes = decided.flatMap((one) => ('change' in one ? [one.change] : []))
  const second = await writeChanges(tx, changes, given.now)
  const outcomes = decided.map((one, index): OrderOutcome => {
    const orderId = ids[index] ?? ''
    return 'change' in one
      ? { orderId, order: second.states.get(one.id) ?? null, refusal: null }
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
  const reason = checkText('reason', command.reason ?? '', 300).trim() || null
  for (const id of orderIds) checkText('an order id', id, 200)
  if (orderIds.length === 0) return { refusal: refusal('NOTHING_TO_DO', 'The call names no order.') }
  if (orderIds.length > MAX_ORDERS)
    return {
      refusal: refusal('TOO_MANY', `At most ${MAX_ORDERS} orders in a call; this one names ${orderIds.length}.`),
    }
  const request = { command: command.command, orderIds, barcode, reason }
  return runCommand(deps, command, request, (tx) => decideAll(tx, { ...command, barcode, reason }, orderIds))
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
