import type { GapReason } from './gap-reason.js'

/** From where whoever came back with a cursor was served; refused: the log does not reach back so far. */
export type ResumeSource = 'ring' | 'log' | 'snapshot' | 'refused'

/** What the live part tells of its work. Called for each message: it must cost next to nothing and never throw. */
export interface LiveWatch {
  /** A message was made, once for all followers of a group … */
  executed(): void
  /** … and written to one of them. */
  delivered(): void
  /** A board that lags was spared so many events whose orders have newer ones. */
  conflated(events: number): void
  /** A board was told that events are missing. */
  gap(reason: GapReason): void
  resumed(from: ResumeSource): void
  /** The message of an event was ready this long after the event was written, ms by the database's clock. */
  delayed(ms: number): void
}

const nothing = () => undefined

/** Nobody looks. */
export const unwatched: LiveWatch = Object.freeze({
  executed: nothing,
  delivered: nothing,
  conflated: nothing,
  gap: nothing,
  resumed: nothing,
  delayed: nothing,
})
