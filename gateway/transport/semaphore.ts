/** A place among those who run; `leave` is called once, when it is over. */
export interface Place {
  leave(): void
}

/** Lets so many run at once; the others wait in line, in order and not for ever. */
export interface Semaphore {
  /** A place; undefined when the line is full, the wait too long or the signal aborts. */
  enter(signal?: AbortSignal): Promise<Place | undefined>
}

export interface SemaphoreLimits {
  readonly atOnce: number
  /** How many may wait in line … */
  readonly waiting: number
  /** … and how long, ms. */
  readonly waitWithin: number
}

/** Starts empty. */
export const createSemaphore = ({ atOnce, waiting, waitWithin }: SemaphoreLimits): Semaphore => {
  let running = 0
  const line = new Set<() => void>()

  const leave = () => {
    const [next] = line
    if (next) next()
    else running -= 1
  }
  const place = (): Place => {
    let left = false
    return {
      leave() {
        if (!left) leave()
        left = true
      },
    }
  }

  return {
    async enter(signal) {
      if (signal?.aborted) return undefined
      if (running < atOnce) {
        running += 1
        return place()
      }
      if (line.size >= waiting) return undefined
      const { promise, resolve } = Promise.withResolvers<Place | undefined>()
      const end = (got: Place | undefined) => {
        line.delete(enter)
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
        resolve(got)
      }
      const enter = () => end(place())
      const giveUp = () => end(undefined)
      const timer = setTimeout(giveUp, waitWithin)
      signal?.addEventListener('abort', giveUp, { once: true })
      line.add(enter)
      return promise
    },
  }
}
