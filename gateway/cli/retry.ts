import { ApiFailure } from './api-client.js'

/** Pauses between attempts: 45 s in all, longer than a gateway or its database takes to restart. */
export const retryPauses: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]

/**
 * Calls until it succeeds, fails for good, or the pauses (in ms) are used up; then the last failure is thrown. Only for
 * calls that are safe to repeat: a command keeps its commandId, so a lost answer does nothing twice.
 */
export const withRetries = async <T>(
  attempt: () => Promise<T>,
  options: {
    readonly sleep: (ms: number) => Promise<void>
    readonly onPause: (failure: ApiFailure, ms: number) => void
  },
): Promise<T> => {
  for (const pause of retryPauses) {
    try {
      return await attempt()
    } catch (failure) {
      if (!(failure instanceof ApiFailure) || !failure.transient) throw failure
      options.onPause(failure, pause)
      await options.sleep(pause)
    }
  }
  return attempt()
}
