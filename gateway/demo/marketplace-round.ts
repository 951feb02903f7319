import type { Random } from '../../prisma/seed/random.js'
import type { ShiftOrder } from './shift-board.js'
import type { WbStatus } from './shift-api.js'

/** How long the marketplace takes, in minutes. */
export const marketplacePace = { accept: 15, sell: 45 } as const

/** What the marketplace says of a cancel in these states: a buyer's own, or after the seller's confirmation its own. */
const cancelStatuses: Readonly<Record<string, readonly [string, string]>> = {
  NEW: ['new', 'declined_by_client'],
  RELEASED: ['new', 'declined_by_client'],
  PICKED: ['confirm', 'canceled'],
  PACKED: ['confirm', 'canceled'],
}

const cancelOf = (order: ShiftOrder): readonly WbStatus[] => {
  const statuses = cancelStatuses[order.state]
  return statuses === undefined ? [] : [status(order, ...statuses)]
}

const longerThan = (minutes: number, now: Date) => (order: ShiftOrder) =>
  now.getTime() - Date.parse(order.stateChangedAt) > minutes * 60_000

const status = (order: ShiftOrder, supplierStatus: string, wbStatus: string): WbStatus => ({
  id: order.wbOrderId,
  supplierStatus,
  wbStatus,
  isCancellable: false,
})

/**
 * What the marketplace has to tell of a warehouse in a round: what was handed over is sorted after a while, what was
 * sorted is sold later on (or refused at the pick-up point), and now and then a buyer cancels a live order.
 */
export const decideMarketplaceRound = (
  view: {
    readonly live: readonly ShiftOrder[]
    /** Handed over and accepted ones, longest in their state first. */
    readonly handedOver: readonly ShiftOrder[]
    readonly accepted: readonly ShiftOrder[]
    readonly now: Date
  },
  random: Random,
): readonly WbStatus[] => {
  const cancelled = view.live.flatMap(cancelOf)
  return [
    ...view.handedOver
      .filter(longerThan(marketplacePace.accept, view.now))
      .map((order) => status(order, 'complete', 'sorted')),
    ...view.accepted
      .filter(longerThan(marketplacePace.sell, view.now))
      .map((order) => status(order, 'complete', random.chance(0.08) ? 'canceled_by_client' : 'sold')),
    ...(cancelled.length > 0 && random.chance(0.4) ? [random.pick(cancelled)] : []),
  ]
}
