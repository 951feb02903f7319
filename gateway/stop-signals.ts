/** npm hands on to its child what the terminal has given to the whole group already: one Ctrl+C comes as two signals. */
const sameWithinMs = 1_000

/** What ends this process. */
export interface StopSignals {
  /** Why to stop, as soon as somebody wants it. */
  readonly told: Promise<string>
  /** Whether that has happened. */
  isTold(): boolean
  /** Stops for a reason of our own; a signal after it ends the process at once. */
  tell(reason: string): void
}

/**
 * Listens for SIGINT and SIGTERM. Another one a second or more after the first means it: the process ends at once (130),
 * the database recovers from its log and clients from theirs.
 */
export const listenForStop = (): StopSignals => {
  const { promise, resolve } = Promise.withResolvers<string>()
  let told = false
  let signalledAt = Number.NEGATIVE_INFINITY
  const tell = (reason: string) => {
    told = true
    resolve(reason)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    const now = performance.now()
    if (!told) {
      signalledAt = now
      tell(signal)
    } else if (now - signalledAt >= sameWithinMs) process.exit(130)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return { told: promise, isTold: () => told, tell }
}
