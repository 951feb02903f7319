import { isFresh, type Model, pictureAge } from '../live'
import type { BoardOrder } from './board-order'
import type { BoardMessages } from './messages'

/** What the screen may claim of its picture: none yet, fresh, or stale. */
export type Trust = 'none' | 'fresh' | 'stale'

/** Whether there is a picture, and whether it may be believed at monotonic `now`. */
export function trustOf(model: Model<BoardOrder>, now: number): Trust {
  if (!model.picture) return 'none'
  return isFresh(model, now) ? 'fresh' : 'stale'
}

/** Why the picture is not fresh, in one sentence for the person before the screen. */
export function causeOf(model: Model<BoardOrder>, now: number, say: BoardMessages): string {
  const { trouble } = model
  switch (model.phase) {
    case 'backing-off': {
      const seconds = Math.max(0, Math.ceil((model.retryAt - now) / 1_000))
      const refused = trouble?.code != null && trouble.code >= 4_000 && trouble.code < 4_500
      const what = refused ? say.refused(trouble.reason || String(trouble.code)) : say.noConnection
      return `${what}. ${seconds > 0 ? say.retryIn(seconds) : say.retrying}`
    }
    case 'connecting':
      return `${say.noConnection}. ${say.retrying}`
    case 'snapshotting':
      return say.receiving
    case 'stopped':
    case 'following':
    case 'stale':
      return model.serverStale ? say.databaseAway : say.silent
  }
}

/** The age of the picture in whole seconds, for a text that changes once a second; null without one. */
export function ageSeconds(model: Model<BoardOrder>, now: number): number | null {
  const age = pictureAge(model, now)
  return age === null ? null : Math.floor(age / 1_000)
}
