import { missingMeta } from './order-facts.js'
import { ORDER_COMMANDS, type OrderCommand, type OrderState } from './order-states.js'
import { transitionTable } from './transition-table.js'

/** Commands that carry an order on: pointless and forbidden once the marketplace has cancelled it. */
export const forwardCommands: ReadonlySet<OrderCommand> = new Set<OrderCommand>([
  'RELEASE',
  'CLAIM',
  'PICK',
  'PACK',
  'STAGE',
  'HAND_OVER',
  'RESUME',
  'RESOLVE_SHORTAGE',
  'ATTACH_LABEL',
  'PUT_INTO_BOX',
])

/** Commands that only the holder of a claimed order may give. */
export const holderCommands: ReadonlySet<OrderCommand> = new Set<OrderCommand>(['UNCLAIM', 'PICK', 'REPORT_SHORTAGE'])

/** Commands that need a scan of the unit. */
export const scanCommands: ReadonlySet<OrderCommand> = new Set<OrderCommand>(['PICK', 'PACK', 'CONFIRM_PUT_BACK'])

/** What of an order says what may be done with it. */
export interface CommandSubject {
  readonly state: OrderState
  readonly putBackRequired: boolean
  readonly requiredMeta: readonly string[]
  readonly optionalMeta: readonly string[]
  readonly attachedMeta: readonly string[]
  readonly marketplace: { readonly cancelled: boolean }
}

/**
 * What may be done with the order now, by whoever is entitled to: neither the clock nor the asking person matters, so a
 * live frame can carry it to everybody. (An order whose lease has run out may also be claimed until the sweep.)
 */
export const availableCommands = (order: CommandSubject): readonly OrderCommand[] =>
  ORDER_COMMANDS.filter((command) => {
    if (!('to' in transitionTable[order.state][command])) return false
    if (command === 'CONFIRM_PUT_BACK') return order.putBackRequired
    if (command === 'ATTACH_LABEL' && order.requiredMeta.length + order.optionalMeta.length === 0) return false
    if (command === 'PACK' && missingMeta(order).length > 0) return false
    return !(order.marketplace.cancelled && forwardCommands.has(command))
  })
