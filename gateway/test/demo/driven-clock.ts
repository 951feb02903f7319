import type { Schedule } from '../../demo/work-shift.js'

interface Waiting {
  readonly at: number
  readonly task: () => void
}

/** A clock that a test moves: what waits is done as soon as the test asks for it, and no time passes. */
export interface DrivenClock {
  readonly now: () => Date
  readonly schedule: Schedule
  /** Waits until so many tasks wait, moves the clock to the soonest of them and starts it; returns the pause, ms. */
  readonly next: (waiting?: number) => Promise<number>
  /** How many tasks wait. */
  readonly waiting: () => number
}

/** A clock that begins now. */
export const createDrivenClock = (): DrivenClock => {
  let time = Date.now()
  const tasks = new Set<Waiting>()
  let arrived = Promise.withResolvers<void>()
  return {
    now: () => new Date(time),
    schedule: (ms, task) => {
      const waiting = { at: time + ms, task }
      tasks.add(waiting)
      arrived.resolve()
      return () => tasks.delete(waiting)
    },
    next: async (waiting = 1) => {
      while (tasks.size < waiting) {
        arrived = Promise.withResolvers<void>()
        await arrived.promise
      }
      const [soonest] = [...tasks].toSorted((a, b) => a.at - b.at)
      if (soonest === undefined) return 0
      tasks.delete(soonest)
      const pause = Math.max(0, soonest.at - time)
      time += pause
      soonest.task()
      return pause
    },
    waiting: () => tasks.size,
  }
}
