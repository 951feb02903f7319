import type { SlaPolicy } from './sla-policy.js'
import { firstInstantOf, wallClock } from './zone.js'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * A function from an order's creation to its deadline: creation plus the assembly minutes, moved back to the last cut-off
 * (a load's departure) after the creation and not after that. It remembers the cut-offs that it has worked out: the
 * orders of an import share their days.
 */
export const createDeadline = (
  policy: Pick<SlaPolicy, 'assemblyMinutes' | 'cutOffs'>,
  timeZone: string,
): ((createdAt: Date) => Date) => {
  const latestFirst = policy.cutOffs
    .map((time) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS)
    .sort((a, b) => b - a)
  const departures = new Map<number, readonly number[]>()

  /** The departures of a local day, latest first. */
  const departuresOn = (day: number): readonly number[] => {
    let found = departures.get(day)
    if (!found) {
      found = latestFirst.map((time) => firstInstantOf(day + time, timeZone))
      departures.set(day, found)
    }
    return found
  }

  return (createdAt) => {
    const created = createdAt.getTime()
    const latest = created + policy.assemblyMinutes * MINUTE_MS
    const lastDay = Math.floor(wallClock(latest, timeZone) / DAY_MS) * DAY_MS
    // With cut-offs every day, the last one before `latest` is on its local day or on the day before.
    const candidates = [...departuresOn(lastDay), ...departuresOn(lastDay - DAY_MS)]
    const departure = candidates.find((instant) => instant <= latest)
    return new Date(departure !== undefined && departure > created ? departure : latest)
  }
}

/** How near an order is to its deadline. */
export const SLA_BUCKETS = ['GREEN', 'AMBER', 'RED', 'OVERDUE'] as const
export type SlaBucket = (typeof SLA_BUCKETS)[number]

/** The bucket of a deadline at an instant: each begins at its threshold exactly. */
export const slaBucket = (
  deadlineAt: Date,
  policy: Pick<SlaPolicy, 'amberMinutes' | 'redMinutes'>,
  now: Date,
): SlaBucket => {
  const left = deadlineAt.getTime() - now.getTime()
  if (left <= 0) return 'OVERDUE'
  if (left <= policy.redMinutes * MINUTE_MS) return 'RED'
  return left <= policy.amberMinutes * MINUTE_MS ? 'AMBER' : 'GREEN'
}
