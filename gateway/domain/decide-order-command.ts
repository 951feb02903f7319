import { applyTransition, type Cause, type Change } from './apply-transition.js'
import { availableCommands, forwardCommands, holderCommands, scanCommands } from './available-commands.js'
import { isLeaseLive, missingMeta, type OrderFacts } from './order-facts.js'
import type { OrderCommand } from './order-states.js'
import { type Refusal, refusal, type RefusalCode } from './refusal.js'
import { transitionTable } from './transition-table.js'

/** A person's command with what was scanned or said. */
export interface CommandGiven extends Cause {
  readonly command: OrderCommand
  readonly barcode?: string | null
}

export type Decision = { readonly change: Change } | { readonly refusal: Refusal }

/** What this actor may do instead: a foreign live claim takes the holder's commands away, a dead one lets others claim. */
const instead = (order: OrderFacts, { actor, now }: CommandGiven): readonly OrderCommand[] => {
  const commands = availableCommands(order)
  if (order.state !== 'CLAIMED' || order.claim?.holder === actor) return commands
  const others = commands.filter((command) => !holderCommands.has(command))
  return isLeaseLive(order.claim, now) || order.marketplace.cancelled ? others : ['CLAIM', ...others]
}

const refuse = (
  order: OrderFacts,
  given: CommandGiven,
  code: RefusalCode,
  message: string,
  details: Partial<Refusal> = {},
): Decision => ({
  refusal: refusal(code, message, {
    orderId: order.id,
    orderState: order.state,
    availableCommands: instead(order, given),
    holder: order.claim?.holder ?? null,
    leaseExpiresAt: order.claim?.expiresAt.toISOString() ?? null,
    ...details,
  }),
})

const refuseForeign = (order: OrderFacts, given: CommandGiven): Decision =>
  refuse(
    order,
    given,
    'FOREIGN_CLAIM',
    `${order.claim?.holder} holds the order until ${order.claim?.expiresAt.toISOString()}.`,
  )

const refuseCancelled = (order: OrderFacts, given: CommandGiven): Decision =>
  refuse(
    order,
    given,
    'CANCELLED',
    order.putBackRequired ? 'The order is cancelled: put the unit back on its shelf.' : 'The order is cancelled.',
  )

const refuseByTable = (order: OrderFacts, given: CommandGiven): Decision => {
  const cell = transitionTable[order.state][given.command]
  switch ('no' in cell ? cell.no : 'WRONG_STATE') {
    case 'HELD':
      return order.claim?.holder === given.actor
        ? refuse(order, given, 'ALREADY_DONE', `You hold the order until ${order.claim.expiresAt.toISOString()}.`)
        : refuseForeign(order, given)
    case 'NOT_CLAIMED':
      return refuse(order, given, 'NOT_CLAIMED', 'Nobody holds the order: claim it first.')
    case 'CANCELLED':
      return refuseCancelled(order, given)
    case 'ALREADY_DONE':
      return refuse(order, given, 'ALREADY_DONE', `${given.command} was done already: the order is ${order.state}.`)
    case 'WRONG_STATE':
      return refuse(order, given, 'WRONG_STATE', `${given.command} is not possible while the order is ${order.state}.`)
  }
}

const refuseByClaim = (order: OrderFacts, given: CommandGiven): Decision | undefined => {
  // A lease that has run out while nobody else took the order still serves its holder: what was done, was done.
  if (order.state !== 'CLAIMED' || !holderCommands.has(given.command) || order.claim?.holder === given.actor)
    return undefined
  if (isLeaseLive(order.claim, given.now)) return refuseForeign(order, given)
  return refuse(order, given, 'NOT_CLAIMED', 'The lease on the order has run out: claim it first.')
}

const refuseByScan = (order: OrderFacts, given: CommandGiven): Decision | undefined => {
  if (!scanCommands.has(given.command)) return undefined
  // Scanners end a code with CR, LF or TAB.
  const scanned = (given.barcode ?? '').trim()
  if (order.barcodes.includes(scanned)) return undefined
  const message = scanned === '' ? 'Nothing was scanned.' : `${scanned} is not a barcode of this order’s item.`
  return refuse(order, given, 'WRONG_ITEM', `${message} Expected: ${order.barcodes.join(', ')}.`, {
    scannedBarcode: scanned,
    expectedBarcodes: order.barcodes,
  })
}

const refuseByMarking = (order: OrderFacts, given: CommandGiven): Decision | undefined => {
  const { command, label } = given
  const key = label?.key ?? ''
  if (command === 'ATTACH_LABEL' && ![...order.requiredMeta, ...order.optionalMeta].includes(key))
    return refuse(order, given, 'LABEL_NOT_NEEDED', `The order takes no code of the kind ${key}.`)
  const missing = command === 'PACK' ? missingMeta(order) : []
  if (missing.length === 0) return undefined
  const message = `Scan its marking first: ${missing.join(', ')}.`
  return refuse(order, given, 'MARKING_REQUIRED', message, { missingMeta: missing })
}

const refuseByBox = (order: OrderFacts, given: CommandGiven): Decision | undefined =>
  given.command === 'PUT_INTO_BOX' && order.box === given.box
    ? refuse(order, given, 'ALREADY_DONE', `The unit is in the box ${order.box} already.`)
    : undefined

/**
 * The change that expires a dead lease, for a claim that comes before the sweep does; undefined when there is none. The
 * claim is then decided on the order after it.
 */
export const expireForClaim = (order: OrderFacts, given: CommandGiven): Change | undefined =>
  given.command === 'CLAIM' && order.claim !== null && !isLeaseLive(order.claim, given.now)
    ? applyTransition(order, 'EXPIRE_CLAIM', given)
    : undefined

/** What becomes of an order when a person gives a command: the change, or why not and what may be done instead. */
export const decideOrderCommand = (order: OrderFacts, given: CommandGiven): Decision => {
  if (given.command === 'CONFIRM_PUT_BACK' && order.state === 'CANCELLED' && !order.putBackRequired)
    return order.pickedBy === null
      ? refuse(order, given, 'WRONG_STATE', 'The unit was never picked: there is nothing to put back.')
      : refuse(order, given, 'ALREADY_DONE', 'The unit is back on its shelf already.')
  const change = applyTransition(order, given.command, given)
  if (change === undefined) return refuseByTable(order, given)
  if (order.marketplace.cancelled && forwardCommands.has(given.command)) return refuseCancelled(order, given)
  return (
    refuseByClaim(order, given) ??
    refuseByScan(order, given) ??
    refuseByMarking(order, given) ??
    refuseByBox(order, given) ?? { change }
  )
}
