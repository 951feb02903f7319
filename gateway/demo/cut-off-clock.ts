import { wallClock } from '../domain/zone.js'

const day = 24 * 60

const minuteOfDay = (instant: Date, timeZone: string): number => (wallClock(instant.getTime(), timeZone) / 60_000) % day

const minuteOf = (localTime: string): number => Number(localTime.slice(0, 2)) * 60 + Number(localTime.slice(3, 5))

const nearest = (cutOffs: readonly string[], distance: (minute: number) => number): number =>
  Math.min(...cutOffs.map((cutOff) => ((distance(minuteOf(cutOff)) % day) + day) % day))

/** Minutes until the next cut-off by the clock on the wall; Infinity when there is none. */
export const minutesToCutOff = (cutOffs: readonly string[], timeZone: string, now: Date): number =>
  nearest(cutOffs, (minute) => minute - minuteOfDay(now, timeZone))

/** Minutes since the last cut-off by the clock on the wall; Infinity when there is none. */
export const minutesSinceCutOff = (cutOffs: readonly string[], timeZone: string, now: Date): number =>
  nearest(cutOffs, (minute) => minuteOfDay(now, timeZone) - minute)
