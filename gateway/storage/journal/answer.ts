import type { OrderState } from '../../domain/order-states.js'
import type { RefusalCode } from '../../domain/refusal.js'
import type { Advice } from '../../domain/replay/advice.js'
import type { ReplayOutcome, Verdict } from '../../domain/replay/verdict.js'

/** What came of a command of a journal, as it is kept and given again. */
export interface Answer {
  readonly status: Verdict['is']
  readonly outcome: ReplayOutcome | null
  readonly code: RefusalCode | null
  readonly advice: Advice | null
  readonly orderId: string | null
  readonly orderState: OrderState | null
  readonly orderVersion: number | null
  /** Whether whoever did it has a unit to put back. */
  readonly putBack: boolean
  /** Code of the cell where another unit is. */
  readonly otherCell: string | null
}

/** An answer with what a verdict says, and nothing of an order. */
export const answerOf = (verdict: Verdict, advice: Advice | null): Answer => ({
  status: verdict.is,
  outcome: verdict.is === 'DONE' ? verdict.outcome : null,
  code: verdict.is === 'DONE' ? null : verdict.code,
  advice,
  orderId: null,
  orderState: null,
  orderVersion: null,
  putBack: false,
  otherCell: null,
})
