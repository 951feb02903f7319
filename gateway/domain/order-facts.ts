import type { OrderState } from './order-states.js'

/** A lease on an order. */
export interface ClaimFacts {
  readonly holder: string
  readonly device: string | null
  readonly claimedAt: Date
  /** When it ends by itself, as far as its holder has renewed it. */
  readonly expiresAt: Date
  /** Where the unit is to be taken from, when the ledger knew it. */
  readonly cellId: string | null
  /** Whose work it is until its end; null: a lease of its own. */
  readonly shiftId: string | null
}

/** What the marketplace says of an order: the mirror, never merged with our state. */
export interface MirrorFacts {
  readonly supplierStatus: string
  readonly wbStatus: string
  readonly isCancellable: boolean | null
  readonly cancelled: boolean
}

/** All that a decision about an order looks at. */
export interface OrderFacts {
  readonly id: string
  readonly state: OrderState
  /** What resume returns to; only while ON_HOLD. */
  readonly resumeState: OrderState | null
  readonly putBackRequired: boolean
  readonly pickedBy: string | null
  readonly packedBy: string | null
  /** Code of the box that the unit is in. */
  readonly box: string | null
  /** Keys of marking that it needs, that it may have, and that it has a valid code for. */
  readonly requiredMeta: readonly string[]
  readonly optionalMeta: readonly string[]
  readonly attachedMeta: readonly string[]
  readonly reason: string | null
  readonly version: number
  readonly claim: ClaimFacts | null
  readonly marketplace: MirrorFacts
  /** Barcodes of the order's SKU: any proves the item. */
  readonly barcodes: readonly string[]
}

/** Why a claim ended. */
export type ClaimEnd = 'PICKED' | 'UNCLAIMED' | 'EXPIRED' | 'HELD' | 'SHORT' | 'CANCELLED' | 'MARKETPLACE'

/** How long a lease of one's own lasts: from its claim, and from each later activity of its holder. */
export const LEASE_MINUTES = 20

/** Whether the claim still keeps others away: from `expiresAt` on it does not. */
export const isLeaseLive = (claim: ClaimFacts | null, now: Date): claim is ClaimFacts =>
  claim !== null && claim.expiresAt.getTime() > now.getTime()

/** The keys that still need a valid code before the unit may be packed. */
export const missingMeta = (order: Pick<OrderFacts, 'requiredMeta' | 'attachedMeta'>): readonly string[] =>
  order.requiredMeta.filter((key) => !order.attachedMeta.includes(key))

/** Whether the unit has left its shelf and is in our hands: cancelling such an order leaves a unit to put back. */
export const isUnitTaken = (order: Pick<OrderFacts, 'state' | 'resumeState' | 'pickedBy'>): boolean => {
  const state = order.state === 'ON_HOLD' ? order.resumeState : order.state
  switch (state) {
    case 'PICKED':
    case 'PACKED':
    case 'STAGED':
    case 'RESHIP':
      return true
    // The state before the request is not kept: whoever picked it is.
    case 'CANCEL_REQUESTED':
      return order.pickedBy !== null
    default:
      return false
  }
}
