import type { Doors } from './gateway-client.js'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../../prisma/seed/random.js'
import { openStreamSession, type StreamSession } from './stream-client.js'

/** A client that follows one stream through whatever happens: it reconnects, to any gateway, until it is stopped. */
export interface ModelFollower {
  readonly name: string
  /** Connections so far. */
  readonly sessions: number
  /** Why sessions ended, counted. */
  readonly ends: ReadonlyMap<string, number>
  /** Stops reading from the socket for so long, ms. */
  freeze(ms: number): void
  cut(): void
  /** Goes away and comes back when that is done. */
  leaveUntil(done: Promise<unknown>): void
  stop(): Promise<void>
}

interface ModelFollowerOptions {
  readonly name: string
  readonly random: Random
  readonly doors: Doors
  readonly query: string
  /** Variables of the next session; called once for each. */
  readonly variables: () => Readonly<Record<string, unknown>>
  readonly onNext: (payload: Buffer) => void
  readonly onError: (errors: unknown) => void
}

/** Starts following. */
export const createModelFollower = (options: ModelFollowerOptions): ModelFollower => {
  const { name, random, doors, query, variables, onNext, onError } = options
  const stopping = new AbortController()
  const ends = new Map<string, number>()
  let session: StreamSession | undefined
  let sessions = 0
  let away: Promise<unknown> = Promise.resolve()

  const run = async () => {
    const token = await doors.tokens.of(name)
    while (!stopping.signal.aborted) {
      sessions += 1
      const url = random.pick(doors.urls)
      session = openStreamSession({ url, token, query, variables: variables(), onNext, onError })
      const why = await session.ended
      ends.set(why, (ends.get(why) ?? 0) + 1)
      await pause(random.int(5, 200), undefined, { signal: stopping.signal }).catch(() => undefined)
      await away
    }
  }
  const running = run()

  return {
    name,
    get sessions() {
      return sessions
    },
    ends,
    freeze(ms) {
      const frozen = session
      frozen?.pause()
      setTimeout(() => frozen?.resume(), ms)
    },
    cut: () => session?.cut(),
    leaveUntil(done) {
      away = done
      session?.cut()
    },
    async stop() {
      stopping.abort()
      session?.cut()
      await running
    },
  }
}
