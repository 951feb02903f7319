import type { RightsWatch } from './rights-watch.js'
import type { ViewerCache } from './viewer-cache.js'

/** Brings what the database says of the rights to everybody here who lives by them. */
export interface RightsLook {
  /** Takes a version that was read together with something else, by a look that began then (monotonic ms). */
  take(version: number, began: number): Promise<void>
  /** Looks by itself; all who ask before a look begins share it. */
  look(): Promise<void>
  /** Reads something, and looks before it is shown: who has lost a right by the time of the read does not see it. */
  before<T>(read: () => Promise<T>): Promise<T>
}

export interface RightsLookDeps {
  readonly readVersion: () => Promise<number>
  readonly viewers: Pick<ViewerCache, 'observe'>
  readonly watch: Pick<RightsWatch, 'observe'>
  /** Monotonic ms. */
  readonly now: () => number
}

/** Looks when it is told to. */
export const createRightsLook = ({ readVersion, viewers, watch, now }: RightsLookDeps): RightsLook => {
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<void> | undefined

  const take = (version: number, began: number) => {
    viewers.observe(version, began)
    return watch.observe(version)
  }
  const lookNow = async () => {
    next = undefined
    const began = now()
    await take(await readVersion(), began)
  }
  const look = () => {
    next ??= last.then(lookNow)
    last = next.catch(() => undefined)
    return next
  }

  return {
    take,
    look,
    async before(read) {
      const found = await read()
      await look()
      return found
    },
  }
}
