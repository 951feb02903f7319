import type { BoardOrder } from './board-order'

export type Sla = 'green' | 'amber' | 'red' | 'overdue'
type Times = Pick<BoardOrder, 'deadline' | 'amber' | 'red'>

/** How near an order is to its deadline at `now`, ms by the server's clock. */
export function slaOf(order: Times, now: number): Sla {
  if (now >= order.deadline) return 'overdue'
  if (now >= order.red) return 'red'
  return now >= order.amber ? 'amber' : 'green'
}

/** Letters for day and hour in the screen's language. */
export interface TimerUnits {
  readonly day: string
  readonly hour: string
}

/**
 * Time left as a card shows it: 42:10 within the hour, 5ч42 within a day, 2д05 beyond; past the deadline with a dash
 * before it. `left` in ms. Short, since it stands on every card, and never two readings of one text: only minutes and
 * seconds have a colon.
 */
export function timerText(left: number, units: TimerUnits): string {
  const sign = left <= 0 ? '–' : ''
  // Counting down shows what is still left (rounded up), counting up what has passed: both change with the second.
  const total = left <= 0 ? Math.floor(-left / 1_000) : Math.ceil(left / 1_000)
  const pad = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(total / 60)
  if (minutes < 60) return `${sign}${minutes}:${pad(total % 60)}`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${sign}${hours}${units.hour}${pad(minutes % 60)}`
  return `${sign}${Math.floor(hours / 24)}${units.day}${pad(hours % 24)}`
}

/** What the whole board says about time. */
export interface Urgency {
  readonly overdue: number
  readonly red: number
  readonly amber: number
  /** The next deadline that can still be kept, ms, with how many orders have it; null when there is none. */
  readonly next: { readonly at: number; readonly count: number } | null
}

const MINUTE = 60_000

/** Counts the buckets and finds the next deadline; orders due within the same minute count as one cut-off. */
export function urgencyOf(orders: Iterable<Times>, now: number): Urgency {
  const count = { green: 0, amber: 0, red: 0, overdue: 0 }
  const due = new Map<number, { at: number; count: number }>()
  for (const order of orders) {
    const sla = slaOf(order, now)
    count[sla] += 1
    if (sla === 'overdue') continue
    const minute = Math.floor(order.deadline / MINUTE)
    const known = due.get(minute) ?? { at: order.deadline, count: 0 }
    due.set(minute, { at: Math.min(known.at, order.deadline), count: known.count + 1 })
  }
  const first = due.size > 0 ? Math.min(...due.keys()) : null
  const next = first === null ? null : (due.get(first) ?? null)
  return { overdue: count.overdue, red: count.red, amber: count.amber, next }
}
