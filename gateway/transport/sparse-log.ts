import type { ErrorLog } from './log.js'

const everyMs = 10_000

/** Logs a fault that comes back many times a second: the first at once, then one every ten seconds with their number. */
export const createSparseLog = (
  log: ErrorLog,
  message: string,
  now: () => number = Date.now,
): ((error: unknown) => void) => {
  let last = -Infinity
  let unsaid = 0
  return (error) => {
    unsaid += 1
    if (now() - last < everyMs) return
    log.error({ err: error, times: unsaid }, message)
    last = now()
    unsaid = 0
  }
}
