import type { Group, Receiver } from './group.js'
import type { LiveLimits } from './limits.js'
import type { LiveSocket } from './live-socket.js'

/** One subscription on one socket. It holds a cursor into its group's frames, never a queue of its own. */
export interface Follower extends Receiver {
  stop(): void
}

export interface FollowerOptions {
  readonly id: string
  readonly socket: LiveSocket
  readonly group: Group
  readonly limits: LiveLimits
  readonly fail: (error: unknown) => void
}
