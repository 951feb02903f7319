import { isDeepStrictEqual } from 'node:util'
import type { Viewer } from '../domain/person/viewer.js'

/** An open socket of somebody who is signed in. */
export interface Watched {
  readonly viewer: Viewer
  /** Ends the socket: its owner may no longer use it as they did. */
  end(reason: string): void
}

/** Keeps an eye on the rights of everybody who has a socket open. */
export interface RightsWatch {
  /** Watches a socket until the returned function is called. */
  add(socket: Watched): () => void
  /** Takes the version of the rights as just read from the database; looks at every socket when it has moved. */
  observe(version: number): void
}

export interface RightsWatchDeps {
  /** Who the sessions and tokens of these ids are now; those that are over are missing. */
  readonly findViewers: (ids: readonly string[]) => Promise<ReadonlyMap<string, Viewer>>
  readonly onError: (error: unknown) => void
  /** Sockets are looked at this often though nothing is known to have changed (idle sessions end that way), ms. */
  readonly everyMs: number
  readonly now: () => number
}

/** A timer holds no longer than 2³¹ ms. */
const longestTimer = 2 ** 31 - 1

const rightsOf = (viewer: Viewer) =>
  viewer.kind === 'BOARD' ? viewer.warehouseId : [viewer.grants, viewer.by.kind === 'TOKEN' ? viewer.by.scopes : []]

/** Starts with nobody to watch. */
export const createRightsWatch = ({ findViewers, onError, everyMs, now }: RightsWatchDeps): RightsWatch => {
  const sockets = new Set<Watched>()
  // The version at which all of them were looked at; undefined while somebody has come since.
  let seen: number | undefined
  let joined = 0
  let lookedAt = now()
  let looking = false

  const look = async (version: number) => {
    const watched = [...sockets]
    const before = joined
    const viewers = await findViewers([...new Set(watched.map(({ viewer }) => viewer.by.id))])
    for (const socket of watched) {
      const viewer = viewers.get(socket.viewer.by.id)
      if (!viewer) socket.end('Signed out')
      else if (!isDeepStrictEqual(rightsOf(viewer), rightsOf(socket.viewer))) socket.end('Rights changed')
    }
    if (joined === before) seen = version
    lookedAt = now()
  }

  return {
    add(socket) {
      sockets.add(socket)
      const left = socket.viewer.by.expiresAt - Date.now()
      const timer = left < longestTimer ? setTimeout(() => socket.end('Signed out'), left) : undefined
      // Rights may have changed between the look that found this viewer and now.
      seen = undefined
      joined += 1
      return () => {
        clearTimeout(timer)
        sockets.delete(socket)
      }
    },
    observe(version) {
      if (looking || (version === seen && now() - lookedAt < everyMs)) return
      if (sockets.size === 0) {
        seen = version
        return
      }
      looking = true
      look(version)
        .catch(onError)
        .finally(() => {
          looking = false
        })
    },
  }
}
