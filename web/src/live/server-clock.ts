/**
 * The server's clock as seen through our monotonic one. A TV's own date may be wrong by days, so server times are
 * compared with server times only: `offset` + monotonic now = the server's time.
 */
export interface ServerClock {
  /** Server time minus monotonic time, ms; null until the first frame. */
  readonly offset: number | null
  readonly samples: readonly number[]
}

const WINDOW = 5

export const unknownClock: ServerClock = { offset: null, samples: [] }

/**
 * Takes the server time of a frame that arrived at monotonic `now`. Delay only ever makes a sample too small, so the
 * greatest of a few is the truest. Only a frame that was made for this moment (a heartbeat, a snapshot) is a sample;
 * a change may be replayed from long ago and can prove no more than that the server's clock is at least there.
 */
export function readClock(clock: ServerClock, at: number, now: number, madeNow: boolean): ServerClock {
  const sample = at - now
  if (!madeNow) return sample > (clock.offset ?? Number.NEGATIVE_INFINITY) ? { ...clock, offset: sample } : clock
  const samples = [...clock.samples, sample].slice(-WINDOW)
  return { offset: Math.max(...samples), samples }
}

/** Forgets the samples but not the offset: after a reconnection another replica, with another clock, may answer. */
export const forgetSamples = (clock: ServerClock): ServerClock => ({ ...clock, samples: [] })

/** The server's time (ms since 1970) at monotonic `now`, or null before any frame. */
export const serverTime = (clock: ServerClock, now: number): number | null =>
  clock.offset === null ? null : clock.offset + now
