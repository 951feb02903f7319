import type { Head, LogEvent } from './event.js'
import type { LiveLimits } from './limits.js'

/** What one read of the log brought. */
export interface LogRead {
  /** The database's clock at the read, ms. */
  readonly now: number
  readonly heads: readonly Head[]
  /** Events after each cursor, in order of seq, perhaps not yet all. */
  readonly events: ReadonlyMap<string, readonly LogEvent[]>
}

/** Reads the heads of the watched warehouses and what follows their cursors, in one statement. */
export type ReadLog = (cursors: ReadonlyMap<string, number>) => Promise<LogRead>

/** Follows the log for one replica: polls, sooner after news or a kick, and never gives up. */
export interface Tailer {
  /** Says that something was committed: read soon. */
  kick(): void
  /** Epoch ms by the database's clock, as far as this replica knows. */
  serverNow(): number
  /** When the heads were last read with success, ms by the database's clock; undefined before the first time. */
  asOf(): number | undefined
  /** How long ago the heads were last read with success, ms; undefined before the first time. */
  age(): number | undefined
  /** Whether the last successful read is longer ago than staleAfterMs. */
  stale(): boolean
  stop(): Promise<void>
}

interface TailerOptions {
  readonly read: ReadLog
  /** Cursors of the warehouses to watch, now. */
  readonly cursors: () => ReadonlyMap<string, number>
  readonly deliver: (read: LogRead) => void
  readonly onError: (error: unknown) => void
  readonly limits: LiveLimits
  /** Monotonic ms. */
  readonly now: () => number
}

/** Starts following at once. */
export const createTailer = ({ read, cursors, deliver, onError, limits, now }: TailerOptions): Tailer => {
  let stopping = false
  let wake: (() => void) | undefined
  let kicked = false
  let pause = limits.pollBusyMs
  // The database's clock, anchored at the last read; before it, this machine's.
  let anchor = { server: Date.now(), local: now() }
  let readAt: { readonly server: number; readonly local: number } | undefined

  const rest = async (ms: number, interruptible: boolean) => {
    if (stopping) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, ms)
    if (interruptible) wake = resolve
    await promise
    clearTimeout(timer)
    wake = undefined
  }

  const turn = async (): Promise<boolean> => {
    const result = await read(cursors())
    readAt = { server: result.now, local: now() }
    anchor = readAt
    deliver(result)
    return [...result.events.values()].some((events) => events.length > 0)
  }

  const loop = async () => {
    while (!stopping) {
      const told = kicked
      kicked = false
      try {
        const news = await turn()
        // Whoever tells of one commit tells of the next. News that nobody told of: hints do not come through, look often.
        pause = news && !told ? limits.pollBusyMs : Math.min(pause * 2, limits.pollIdleMs)
      } catch (error) {
        onError(error)
        pause = limits.pollIdleMs
      }
      // A pause even after a kick: commits that come together are read together.
      await rest(limits.pollMinMs, false)
      if (!kicked) await rest(pause, true)
    }
  }
  const running = loop()

  return {
    kick() {
      kicked = true
      wake?.()
    },
    serverNow: () => anchor.server + (now() - anchor.local),
    asOf: () => readAt?.server,
    age: () => readAt && now() - readAt.local,
    stale: () => readAt === undefined || now() - readAt.local > limits.staleAfterMs,
    async stop() {
      stopping = true
      wake?.()
      await running
    },
  }
}
