/** Says of each message whether it may still come: so many at once, refilled by so many a second. */
export const createMessageBudget = (burst: number, perSecond: number, now: () => number): (() => boolean) => {
  let left = burst
  let at = now()
  return () => {
    const time = now()
    left = Math.min(burst, left + ((time - at) / 1_000) * perSecond)
    at = time
    if (left < 1) return false
    left -= 1
    return true
  }
}
