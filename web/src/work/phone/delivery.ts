import { retryDelay } from '../../live'

/** Delivers when there is reason to, one run at a time. */
export interface Delivery {
  /** There is something new, or a try may succeed now. */
  readonly nudge: () => void
  readonly close: () => void
}

/** The journal may be of another tab, or its answer may have been lost on the way in. */
const EVERY = 20_000

/**
 * Runs `deliver` when it is nudged, now and then, when the network comes back and when the page is looked at; after a
 * failure later and later, up to half a minute.
 */
export function deliverAlways(deliver: () => Promise<void>): Delivery {
  let running = false
  let again = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let open = true

  async function run(): Promise<void> {
    if (running) {
      again = true
      return
    }
    running = true
    clearTimeout(timer)
    let wait = EVERY
    try {
      do {
        again = false
        await deliver()
      } while (again && open)
      failures = 0
    } catch {
      failures += 1
      wait = retryDelay({ attempt: failures, code: null, random: Math.random() })
    }
    running = false
    if (open) timer = setTimeout(() => void run(), wait)
  }
  const nudge = (): void => void run()
  const look = (): void => {
    if (!document.hidden) nudge()
  }
  addEventListener('online', nudge)
  addEventListener('focus', nudge)
  document.addEventListener('visibilitychange', look)
  nudge()
  return {
    nudge,
    close() {
      open = false
      clearTimeout(timer)
      removeEventListener('online', nudge)
      removeEventListener('focus', nudge)
      document.removeEventListener('visibilitychange', look)
    },
  }
}
