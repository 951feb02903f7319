import { isCrowded, isRefusal } from './close-codes'
import { Timing } from './timing'

/** What decides how long to wait: failures in a row before this one, why it ended, a number in [0, 1). */
export interface RetryInput {
  readonly attempt: number
  readonly code: number | null
  readonly random: number
}

/** Milliseconds until the next try: exponential with full jitter, the first at once unless everybody was cut at once. */
export function retryDelay({ attempt, code, random }: RetryInput): number {
  if (code !== null && isRefusal(code)) return Timing.REFUSED_RETRY * (1 + random)
  if (attempt === 0) return code !== null && isCrowded(code) ? random * Timing.CROWD_SPREAD : 0
  return random * Math.min(Timing.BACKOFF_CAP, Timing.BACKOFF_BASE * 2 ** attempt)
}
