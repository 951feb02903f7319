import { applyTransition, type Cause } from '../../domain/apply-transition.js'
import { InputError } from '../../domain/errors.js'
import { type Refusal, refusal, type Result } from '../../domain/refusal.js'
import { checkText } from '../../domain/text.js'
import { type CommandHeader, readClock, runCommand } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import { type LockedOrder, lockOrders } from '../order/lock-orders.js'
import { writeChanges } from '../order/write-changes.js'
import { lockShift } from '../shift/shift-row.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { refusePlace } from '../warehouse/refuse-place.js'
import { giveBack, lockHeld } from './give-back.js'

type Deps = Pick<StorageDeps, 'pool' | 'onCommit'>
type Returned = { readonly returned: number }

interface InWarehouse extends CommandHeader {
  readonly warehouseId: string
}

const causeOf = async (tx: Tx, call: CommandHeader): Promise<Cause> => ({
  actor: call.actor,
  device: call.device ?? null,
  now: await readClock(tx, call),
})

const takeBack = async (tx: Tx, call: CommandHeader, orders: readonly LockedOrder[]) => {
  const cause = await causeOf(tx, call)
  const changes = giveBack(orders, cause)
  const { events } = await writeChanges(tx, changes, cause.now)
  return { result: { returned: changes.length }, events }
}

/** Gives back all that one holds in a warehouse and has not picked. Refusals: UNKNOWN_WAREHOUSE, NOT_ALLOWED. */
export const releaseWork = async (deps: Deps, call: InWarehouse): Promise<Result<Returned>> => {
  const { warehouseId, rights, actor } = call
  const refused = refusePlace(rights, 'UNCLAIM', warehouseId)
  if (refused) return { refusal: refused }
  return runCommand(deps, call, { command: 'RELEASE_WORK', warehouseId }, async (tx) =>
    takeBack(tx, call, await lockHeld(tx, warehouseId, actor)),
  )
}

export interface BreakWork extends InWarehouse {
  /** All that this person holds; or one order. */
  readonly person?: string | null
  readonly orderId?: string | null
}

const lockOne = async (tx: Tx, { warehouseId }: BreakWork, orderId: string) => {
  const ids = isUuid(orderId) ? [orderId.toLowerCase()] : []
  const { orders } = await lockOrders(tx, ids, [warehouseId])
  return [...orders.values()]
}

const refuseOne = (orderId: string, [order]: readonly LockedOrder[]): Refusal | undefined => {
  if (!order) return refusal('UNKNOWN_ORDER', 'There is no such order.', { orderId })
  return order.state === 'CLAIMED'
    ? undefined
    : refusal('NOT_CLAIMED', 'Nobody holds the order.', { orderId, orderState: order.state })
}

/**
 * Takes work from whoever holds it: all of a person's, or one order. For shift leads. Refusals: UNKNOWN_WAREHOUSE, NOT_ALLOWED,
 * UNKNOWN_ORDER, NOT_CLAIMED.
 */
export const breakWork = async (deps: Deps, call: BreakWork): Promise<Result<Returned>> => {
  const { warehouseId, rights } = call
  const person = checkText('person', call.person ?? '', 200).trim()
  const orderId = checkText('an order id', call.orderId ?? '', 200).trim()
  if ((person === '') === (orderId === ''))
    throw new InputError('BAD_USER_INPUT', 'give person or orderId, one of them')
  const refused = refusePlace(rights, 'BREAK_WORK', warehouseId)
  if (refused) return { refusal: refused }
  const request = { command: 'BREAK_WORK', warehouseId, person, orderId }
  return runCommand<Returned>(deps, call, request, async (tx) => {
    if (person !== '') return takeBack(tx, call, await lockHeld(tx, warehouseId, person))
    const orders = await lockOne(tx, call, orderId)
    const none = refuseOne(orderId, orders)
    return none ? { result: { refusal: none }, events: [] } : takeBack(tx, call, orders)
  })
}

export interface HandOverWork extends InWarehouse {
  /** Name of somebody with an open shift there. */
  readonly to: string
}

/**
 * Gives all that one holds to somebody who works there now, until the end of their shift. Refusals: UNKNOWN_WAREHOUSE, NOT_ALLOWED,
 * NO_SHIFT.
 */
export const handOverWork = async (
  deps: Deps,
  call: HandOverWork,
): Promise<Result<{ readonly handedOver: number }>> => {
  const { warehouseId, rights, actor } = call
  const to = checkText('to', call.to, 200).trim()
  if (to === actor) throw new InputError('BAD_USER_INPUT', 'to must be somebody else')
  const refused = refusePlace(rights, 'UNCLAIM', warehouseId)
  if (refused) return { refusal: refused }
  const request = { command: 'HAND_OVER_WORK', warehouseId, to }
  return runCommand<{ readonly handedOver: number }>(deps, call, request, async (tx) => {
    const shift = await lockShift(tx, to)
    if (!shift || shift.over || shift.warehouseId.toLowerCase() !== warehouseId.toLowerCase())
      return {
        result: { refusal: refusal('NO_SHIFT', `Nobody of the name ${to} has an open shift in this warehouse.`) },
        events: [],
      }
    const orders = await lockHeld(tx, warehouseId, actor)
    const cause = await causeOf(tx, call)
    const back = giveBack(orders, cause)
    const first = await writeChanges(tx, back, cause.now)
    const cellOf = new Map(orders.map(({ id, claim }) => [id, claim?.cellId ?? null]))
    const expiresAt = new Date(shift.endsAt)
    const taken = back.flatMap(({ next }) => {
      const work = { expiresAt, cellId: cellOf.get(next.id) ?? null, shiftId: shift.id }
      return applyTransition(next, 'CLAIM', { actor: to, device: shift.device, now: cause.now, work }) ?? []
    })
    const second = await writeChanges(tx, taken, cause.now)
    return { result: { handedOver: taken.length }, events: [...first.events, ...second.events] }
  })
}
