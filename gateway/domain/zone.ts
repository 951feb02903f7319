// Time zones by Intl alone: Node carries the whole IANA database, and two questions (what is the offset at an instant,
// when does a clock first show a time) need no library.

const DAY_MS = 86_400_000

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatter = (timeZone: string): Intl.DateTimeFormat => {
  let made = formatters.get(timeZone)
  if (!made) {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(timeZone, made)
  }
  return made
}

/** Whether the text is an IANA time zone, `Europe/Moscow`; bare offsets are not, they know no summer time. */
export const isTimeZone = (text: string): boolean => {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(text)) return false
  try {
    formatter(text)
    return true
  } catch {
    return false
  }
}

/** A wall clock's reading at an instant, written as if it were UTC, ms. */
export const wallClock = (instant: number, timeZone: string): number => {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatter(timeZone).formatToParts(instant)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000)
}

/** The day that a calendar there shows at an instant: `2026-11-26`. */
export const dayIn = (instant: Date, timeZone: string): string =>
  new Date(wallClock(instant.getTime(), timeZone)).toISOString().slice(0, 10)

const offset = (instant: number, timeZone: string) => wallClock(instant, timeZone) - instant

/**
 * The first instant at which the wall clock shows `wall` (ms, written as if it were UTC) or later. So a time that the
 * clock shows twice (autumn) is its first showing, and a time that it skips (spring) is the moment of the jump: never
 * later than people who look at the clock would act.
 */
export const firstInstantOf = (wall: number, timeZone: string): number => {
  const before = offset(wall - DAY_MS, timeZone)
  const after = offset(wall + DAY_MS, timeZone)
  const early = wall - before
  if (before === after || offset(early, timeZone) === before) return early
  const late = wall - after
  if (offset(late, timeZone) === after) return late
  // Skipped: find the jump between the two, to the second.
  let [low, high] = [Math.min(early, late), Math.max(early, late)]
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (wallClock(middle, timeZone) >= wall) high = middle
    else low = middle
  }
  return high
}
