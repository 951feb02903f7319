import type { PublicOrder } from '../../domain/public-order.js'
import { type Refusal, refusal, type RefusalCode } from '../../domain/refusal.js'

/** How many objects one import may bring. */
export const MAX_OBJECTS = 1000

/** What became of one object of an import; `index` is its place in the call. */
export interface ImportOutcome {
  readonly index: number
  readonly wbOrderId: string | null
  readonly status: 'IMPORTED' | 'REPEATED' | 'REFUSED'
  readonly order: PublicOrder | null
  readonly refusal: Refusal | null
}

/** An import's answer; `imported` counts what was new or changed something. */
export interface ImportSuccess {
  readonly imported: number
  readonly repeated: number
  readonly refused: number
  readonly outcomes: readonly ImportOutcome[]
}

/** An object that was not taken. */
export const refusedOutcome = (
  index: number,
  wbOrderId: string | null,
  code: RefusalCode,
  message: string,
): ImportOutcome => ({ index, wbOrderId, status: 'REFUSED', order: null, refusal: refusal(code, message) })

/** The answer with its numbers, outcomes in the order of the call. */
export const importSuccess = (outcomes: readonly ImportOutcome[]): ImportSuccess => {
  const count = (status: ImportOutcome['status']) => outcomes.filter((outcome) => outcome.status === status).length
  return {
    imported: count('IMPORTED'),
    repeated: count('REPEATED'),
    refused: count('REFUSED'),
    outcomes: outcomes.toSorted((a, b) => a.index - b.index),
  }
}

/** The refusal of a whole call that brings nothing or too much. */
export const refuseSize = (objects: readonly unknown[]): Refusal | undefined => {
  if (objects.length === 0) return refusal('NOTHING_TO_DO', 'The call brings no object.')
  if (objects.length <= MAX_OBJECTS) return undefined
  return refusal('TOO_MANY', `At most ${MAX_OBJECTS} objects in a call; this one brings ${objects.length}: cut it.`)
}
