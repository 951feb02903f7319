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
  /**
   * Takes the version of the rights as just read from the database. Resolves when each socket that has lost a right by then
   * is ended, at once when there is nothing new; rejects when who they are cannot be looked at: then nothing that was read
   * with the version may be shown.
   */
  observe(version: number): Promise<void>
  /** Changes of the rights that the sockets were not held against yet. */
  lag(): number
}

export interface RightsWatchDeps {
  /** Who the sessions and tokens of these ids are now; those that are over are missing. */
  readonly findViewers: (ids: readonly string[]) => Promise<ReadonlyMap<string, Viewer>>
  /** Told of each socket that is ended. */
  readonly onEnd: (reason: RightsEnd) => void
  /** Sockets are looked at this often though nothing is known to have changed (idle sessions end that way), ms. */
  readonly everyMs: number
  /** Monotonic ms. */
  readonly now: () => number
}

/** A timer holds no longer than 2³¹ ms. */
const longestTimer = 2 ** 31 - 1

const rightsOf = (viewer: Viewer) =>
  viewer.kind === 'BOARD'
    ? viewer.warehouseId
    : [viewer.grants, viewer.heldBack, viewer.by.kind === 'TOKEN' ? viewer.by.scopes : []]

/** Calls back at a time, however far away; never after it was told to stop. */
const at = (time: number, then: () => void): (() => void) => {
  let timer: NodeJS.Timeout
  const wait = () => {
    const left = time - Date.now()
    timer = setTimeout(left > longestTimer ? wait : then, Math.min(left, longestTimer))
  }
  wait()
  return () => clearTimeout(timer)
}

/** Starts with nobody to watch. */
export const createRightsWatch = ({ findViewers, onEnd, everyMs, now }: RightsWatchDeps): RightsWatch => {
  const sockets = new Set<Watched>()
  // Those that nobody has looked at since they came: rights may have changed between the look that found their viewer and then.
  const unseen = new Set<Watched>()
  // The version at which all others were looked at.
  let seen: number | undefined
  let read = 0
  let lookedAt = now()

  const end = (socket: Watched, reason: RightsEnd) => {
    sockets.delete(socket)
    unseen.delete(socket)
    socket.end(reason)
    onEnd(reason)
  }

  return {
    add(socket) {
      sockets.add(socket)
      unseen.add(socket)
      const stop = at(socket.viewer.by.expiresAt, () => end(socket, 'Signed out'))
      return () => {
        stop()
        sockets.delete(socket)
        unseen.delete(socket)
      }
    },
    async observe(version) {
      read = version
      const everybody = version !== seen || now() - lookedAt >= everyMs
      const due = [...(everybody ? sockets : unseen)]
      if (due.length > 0) {
        const viewers = await findViewers([...new Set(due.map(({ viewer }) => viewer.by.id))])
        for (const socket of due) {
          const viewer = viewers.get(socket.viewer.by.id)
          if (!viewer) end(socket, 'Signed out')
          else if (!isDeepStrictEqual(rightsOf(viewer), rightsOf(socket.viewer))) end(socket, 'Rights changed')
          else unseen.delete(socket)
        }
      }
      if (!everybody) return
      seen = version
      lookedAt = now()
    },
    lag: () => read - (seen ?? 0),
  }
}
