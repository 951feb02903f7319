import type { MarkingRule } from '../../../floor/marking-code.js'
import type { PublicOrder, PublicSku } from '../../domain/public-order.js'
import type { PublicShift } from '../../domain/shift.js'
import type { PublicCell } from '../../domain/stock/public-stock.js'

/** An order to pick. */
export interface WorkTask {
  readonly order: PublicOrder
  /** It was cancelled since it was taken: leave the unit, or put it back. */
  readonly cancelled: boolean
}

/** One cell and one size: units that are taken together. */
export interface WorkStop {
  /** Null: the ledger does not say where the size lies. */
  readonly cell: PublicCell | null
  readonly sku: PublicSku
  readonly imageUrl: string | null
  readonly tasks: readonly WorkTask[]
}

/** Somebody's work with all that is needed to do it without a network. */
export interface WorkCapsule {
  readonly shift: PublicShift
  readonly takenAt: string
  readonly leaseUntil: string
  readonly checkAfterMinutes: number
  readonly markingRules: readonly (MarkingRule & { readonly key: string })[]
  readonly stops: readonly WorkStop[]
}
