import { type Refusal, refusal } from '../../domain/refusal.js'

/** How many lines one call may bring. */
const MAX_LINES = 1000

/** The refusal of a whole call that brings nothing or too much. */
export const refuseLines = (lines: readonly unknown[]): Refusal | undefined => {
  if (lines.length === 0) return refusal('NOTHING_TO_DO', 'The call brings no line.')
  return lines.length > MAX_LINES
    ? refusal('TOO_MANY', `At most ${MAX_LINES} lines in a call; this one brings ${lines.length}: cut it.`)
    : undefined
}
