import { isDeepStrictEqual } from 'node:util'
import type { Viewer } from '../domain/person/viewer.js'

/** Why a socket is closed that was allowed once. */
export type RightsEnd = 'Signed out' | 'Rights changed'

/** An open socket of somebody who is signed in. */
export interface Watched {
  readonly viewer: Viewer
  /** Ends the socket: its owner may no longer use it as they did. */
  end(reason: RightsEnd): void
}

/** Keeps an eye on the rights of everybody who has a socket open. */
export interface RightsWatch {
  /** Watches a socket until the returned function is called. */
  add(socket: Watched): () => void
  /** Takes the version of the rights as just read from the database; looks at every socket when it has moved. */
  observe(version: number): void
  /** Changes of the rights that the sockets were not held against yet. */
  lag(): number
}

export interface RightsWatchDeps {
  /** Who the sessions and tokens of these ids are now; those that are over are missing. */
  readonly findViewers: (ids: readonly string[]) => Promise<ReadonlyMap<string, Viewer>>
  readonly onError: (error: unknown) => void
  /** Told of each socket that is closed. */
  readonly onEnd: (reason: RightsEnd) => void
  /** Sockets are looked at this often though nothing is known to have changed (idle sessions end that way), ms. */
  readonly everyMs: number
  readonly now: () => number
}

/** A timer holds no longer than 2³¹ ms. */
const longestTimer = 2 ** 31 - 1

const rightsOf = (viewer: Viewer) =>
  viewer.kind === 'BOARD' ? viewer.warehouseId : [viewer.grants, viewer.by.kind === 'TOKEN' ? viewer.by.scopes : []]

/** Starts with nobody to watch. */
export const createRightsWatch = ({ findViewers, onError, onEnd, everyMs, now }: RightsWatchDeps): RightsWatch => {
  const sockets = new Set<Watched>()
  // The version at which all of them were looked at; undefined while somebody has come since.
  let seen: number | undefined
  let read = 0
  let held = 0
  let joined = 0
  let lookedAt = now()
  let looking = false

  const end = (socket: Watched, reason: RightsEnd) => {
    socket.end(reason)
    onEnd(reason)
  }

  const look = async (version: number) => {
    const watched = [...sockets]
    const before = joined
    const viewers = await findViewers([...new Set(watched.map(({ viewer }) => viewer.by.id))])
    for (const socket of watched) {
      const viewer = viewers.get(socket.viewer.by.id)
      if (!viewer) end(socket, 'Signed out')
      else if (!isDeepStrictEqual(rightsOf(viewer), rightsOf(socket.viewer))) end(socket, 'Rights changed')
    }
    if (joined === before) seen = version
    held = version
    lookedAt = now()
  }

  return {
    add(socket) {
      sockets.add(socket)
      const left = socket.viewer.by.expiresAt - Date.now()
      const timer = left < longestTimer ? setTimeout(() => end(socket, 'Signed out'), left) : undefined
      // Rights may have changed between the look that found this viewer and now.
      seen = undefined
      joined += 1
      return () => {
        clearTimeout(timer)
        sockets.delete(socket)
      }
    },
    observe(version) {
      read = version
      if (looking || (version === seen && now() - lookedAt < everyMs)) return
      if (sockets.size === 0) {
        seen = version
        held = version
        return
      }
      looking = true
      look(version)
        .catch(onError)
        .finally(() => {
          looking = false
        })
    },
    lag: () => read - held,
  }
}
