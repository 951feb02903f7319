import { createHash } from 'node:crypto'
import type { Viewer } from '../domain/person/viewer.js'
import type { Credential, FindViewer } from './credential.js'
import type { TransportLimits } from './limits.js'
import { createLru } from './lru.js'

/** Remembers whose a credential is, as long as nobody's rights have changed. */
export interface ViewerCache {
  readonly find: FindViewer
  /** Takes the version of the rights as a look at the database brought it that began then (monotonic ms). */
  observe(version: number, began: number): void
  /** Forgets everybody: this process has just changed somebody's rights. */
  forget(): void
}

export interface ViewerCacheDeps {
  readonly findViewer: FindViewer
  readonly limits: Pick<TransportLimits, 'cachedViewers' | 'viewerKeptFor' | 'rightsFreshFor'>
  /** Monotonic ms. */
  readonly now: () => number
}

interface Kept {
  readonly viewer: Viewer
  readonly until: number
}

// The secrets themselves are kept nowhere.
const keyOf = (credentials: readonly Credential[]): string => {
  const hash = createHash('sha256')
  for (const { kind, secret } of credentials) hash.update(`${kind} ${secret}\n`)
  return hash.digest('base64')
}

/**
 * Starts empty, and asks the database until it is first told a version. A right that is lost anywhere moves the version,
 * which is looked at several times a second: without a look that began just now nothing that is kept counts.
 */
export const createViewerCache = ({ findViewer, limits, now }: ViewerCacheDeps): ViewerCache => {
  let kept = createLru<Kept>(limits.cachedViewers)
  let seen: number | undefined
  let lookedAt = Number.NEGATIVE_INFINITY

  const forget = () => {
    kept = createLru(limits.cachedViewers)
  }

  return {
    async find(credentials) {
      if (credentials.length === 0) return undefined
      const key = keyOf(credentials)
      const here = kept
      const known = now() - lookedAt <= limits.rightsFreshFor ? here.get(key) : undefined
      if (known && known.until > now() && known.viewer.by.expiresAt > Date.now()) return known.viewer
      const viewer = await findViewer(credentials)
      // Kept where it was looked for: when somebody's rights have changed meanwhile, that is not looked at any more.
      if (viewer) here.set(key, { viewer, until: now() + limits.viewerKeptFor })
      return viewer
    },
    observe(version, began) {
      if (version !== seen) forget()
      seen = version
      lookedAt = began
    },
    forget,
  }
}
