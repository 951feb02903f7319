import type { CommandGiven } from '../../domain/decide-order-command.js'
import type { OrderCommand } from '../../domain/order-states.js'
import { type Refusal, refusal } from '../../domain/refusal.js'
import type { CommandHeader } from '../command/run-command.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { type LockedOrder, lockOrders } from './lock-orders.js'

/** The warehouses of either list; null is all of them. */
const either = (some: readonly string[] | null, others: readonly string[] | null) =>
  some && others && [...some, ...others]

/** The orders that a command names, locked. */
export interface NamedOrders {
  /** Who gives the command, and when. */
  readonly given: Pick<CommandGiven, 'actor' | 'device' | 'now'>
  /** The order of an id, or why the command is not for it. Each id once. */
  readonly admit: (orderId: string) => { readonly order: LockedOrder } | { readonly refusal: Refusal }
}

/** Locks the orders that a command names. Refusals of one: UNKNOWN_ORDER, DUPLICATE_ID, NOT_ALLOWED. */
export const lockNamed = async (
  tx: Tx,
  { command, rights, actor, device = null, recordedAt }: CommandHeader & { readonly command: OrderCommand },
  orderIds: readonly string[],
): Promise<NamedOrders> => {
  const known = new Set(orderIds.map((id) => id.toLowerCase()).filter(isUuid))
  // An order of a warehouse that one has nothing to do with is none.
  const places = either(rights.where('READ'), rights.where(command))
  const { orders, now = new Date(0) } = await lockOrders(tx, [...known], places)
  const seen = new Set<string>()
  return {
    given: { actor, device, now: recordedAt ?? now },
    admit(orderId) {
      const id = orderId.toLowerCase()
      const order = orders.get(id)
      if (!order) return { refusal: refusal('UNKNOWN_ORDER', 'There is no such order.', { orderId }) }
      if (seen.has(id)) return { refusal: refusal('DUPLICATE_ID', 'The call names this order twice.', { orderId }) }
      seen.add(id)
      if (rights.may(command, order.warehouseId)) return { order }
      const details = { orderId, orderState: order.state }
      return { refusal: refusal('NOT_ALLOWED', 'Your roles in this warehouse do not allow this.', details) }
    },
  }
}
