import type { LogEvent } from './event.js'

/** The newest events of one warehouse's log, dense and in order. */
export interface Ring {
  /** The cursor from which the ring can replay: it holds every event with a higher seq. */
  readonly from: number
  /** seq of the newest event; `from` while it holds none. */
  readonly to: number
  push(event: LogEvent): void
  /** Every event after `cursor`; undefined when the ring does not reach back so far. */
  after(cursor: number): readonly LogEvent[] | undefined
}

/** A ring that starts after `from` and keeps at most `capacity` events, none older than `maxAgeMs`. */
export const createRing = (from: number, capacity: number, maxAgeMs: number, now: () => number): Ring => {
  // Two arrays side by side and an offset: dropping the oldest is cheap, and a slice is a plain copy.
  let events: LogEvent[] = []
  let times: number[] = []
  let start = 0
  let first = from

  const trim = () => {
    const border = now() - maxAgeMs
    while (start < events.length && (events.length - start > capacity || (times[start] ?? 0) < border)) {
      start += 1
      first += 1
    }
    if (start > 1_024 && start * 2 > events.length) {
      events = events.slice(start)
      times = times.slice(start)
      start = 0
    }
  }

  return {
    get from() {
      return first
    },
    get to() {
      return first + events.length - start
    },
    push(event) {
      events.push(event)
      times.push(now())
      trim()
    },
    after: (cursor) => (cursor < first ? undefined : events.slice(start + (cursor - first))),
  }
}
