import type { Frame, Identified } from './frames'
import type { Parts, Picture } from './picture'
import { type ServerClock, serverTime, unknownClock } from './server-clock'
import { Timing } from './timing'

/**
 * stopped: not started or closed on purpose. connecting: socket opening, not acknowledged. snapshotting: subscribed,
 * waiting for a whole snapshot. following: the picture is complete and proven fresh. stale: subscribed with a picture
 * that nothing proves any more. backing-off: no socket, waiting to try again.
 */
export type Phase = 'stopped' | 'connecting' | 'snapshotting' | 'following' | 'stale' | 'backing-off'

/** Why the last connection ended, for the screen to say. `code` is a WebSocket close code, null for our own reasons. */
export interface Trouble {
  readonly code: number | null
  readonly reason: string
}

/** All that the machine remembers. Times are monotonic milliseconds unless said otherwise. */
export interface Model<O extends Identified> {
  readonly phase: Phase
  /** When `phase` began; for snapshotting, when its last part came. */
  readonly since: number
  readonly picture: Picture<O> | null
  readonly parts: Parts<O> | null
  readonly heardAt: number
  /** The server says that it cannot read its database. */
  readonly serverStale: boolean
  /** Since when a heartbeat has spoken of a change that is not here. */
  readonly behindSince: number | null
  readonly clock: ServerClock
  readonly attempt: number
  readonly retryAt: number
  readonly subscribedAt: number
  readonly resyncedAt: number | null
  /** Going on from this picture has failed: the next subscription asks for a whole one. It stays on show, as stale. */
  readonly mistrusted: boolean
  readonly trouble: Trouble | null
}

/** What can happen to the machine. */
export type Event<O extends Identified> =
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | { readonly type: 'opened' }
  | { readonly type: 'frame'; readonly frame: Frame<O> }
  | { readonly type: 'malformed' }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'completed' }
  | { readonly type: 'closed'; readonly code: number; readonly reason: string }
  | { readonly type: 'tick' }
  | { readonly type: 'nudge' }

/** What the driver has to do, in order. Subscribing ends the subscription before it. */
export type Action =
  | { readonly do: 'open' }
  | { readonly do: 'subscribe'; readonly after: number | null; readonly epoch: string | null }
  | { readonly do: 'close' }

/** The machine before it has been started. */
export const initialModel = <O extends Identified>(): Model<O> => ({
  phase: 'stopped',
  since: 0,
  picture: null,
  parts: null,
  heardAt: 0,
  serverStale: false,
  behindSince: null,
  clock: unknownClock,
  attempt: 0,
  retryAt: 0,
  subscribedAt: 0,
  resyncedAt: null,
  mistrusted: false,
  trouble: null,
})

/** The monotonic time at which the picture stops being fresh; 0 when it is not, or there is none. */
export function freshUntil<O extends Identified>(model: Model<O>): number {
  const { picture, clock } = model
  if (!picture || clock.offset === null || model.serverStale) return 0
  return Math.min(model.heardAt, picture.asOf - clock.offset) + Timing.STALE_AFTER
}

/** Whether what is shown may be trusted at monotonic `now`, whatever the connection is doing. */
export const isFresh = <O extends Identified>(model: Model<O>, now: number): boolean => now < freshUntil(model)

/** How old the picture is, ms by the server's clock; null when there is none. */
export function pictureAge<O extends Identified>(model: Model<O>, now: number): number | null {
  const time = serverTime(model.clock, now)
  return model.picture && time !== null ? Math.max(0, time - model.picture.asOf) : null
}

/** The monotonic time at which the machine wants its next `tick`, or null when only the world can move it. */
export function wakeAt<O extends Identified>(model: Model<O>, now: number): number | null {
  const fresh = freshUntil(model)
  const soonest = (time: number): number => (fresh > now ? Math.min(fresh, time) : time)
  switch (model.phase) {
    case 'stopped':
      return null
    case 'connecting':
      return soonest(model.since + Timing.CONNECT_WITHIN)
    case 'snapshotting':
      return soonest(model.since + Timing.SNAPSHOT_WITHIN)
    case 'following':
    case 'stale': {
      const dropAt = model.heardAt + Timing.DROP_AFTER
      return soonest(model.behindSince === null ? dropAt : Math.min(dropAt, model.behindSince + Timing.BEHIND_FOR))
    }
    case 'backing-off':
      return soonest(model.retryAt)
  }
}
