import type { LogEvent } from './event.js'
import type { Follower, FollowerOptions } from './follower.js'
import { bytesOf, framePrefix } from './frames.js'

interface EventsFollowerOptions extends FollowerOptions {
  /** The last seq the client has. */
  readonly cursor: number
  /** A page of the log after a cursor, from the ring or the database; rejects when the log does not reach back. */
  readonly page: (cursor: number) => Promise<readonly LogEvent[]>
}

/** A follower of `orderEvents`: every event in order. One that lags is paused and replayed from the log, never thinned. */
export const createEventsFollower = (options: EventsFollowerOptions): Follower & { begin(): void } => {
  const { socket, group, limits, page } = options
  const prefix = framePrefix(options.id)
  let cursor = options.cursor
  let begun = false
  let pumping = false
  let stopped = false

  /** Sends what the group or the log has next; false when the socket is full or nothing is left. */
  const step = async (): Promise<boolean> => {
    if (socket.unsent() >= limits.sendBelow) {
      socket.whenDrained(pump)
      return false
    }
    const frames = group.framesAfter(cursor)
    if (frames) {
      for (const frame of frames) {
        if (socket.unsent() >= limits.sendBelow) break
        socket.send(prefix, frame.body)
        cursor = frame.seq
      }
      return frames.length > 0
    }
    for (const event of await page(cursor)) {
      const body = await group.bodyFor(event, cursor)
      if (stopped || socket.unsent() >= limits.sendBelow) break
      socket.send(prefix, body)
      cursor = event.seq
    }
    return true
  }

  const run = async () => {
    while (!stopped && socket.isOpen() && (await step()));
  }

  const pump = () => {
    if (!begun || pumping || stopped) return
    pumping = true
    run()
      .catch(options.fail)
      .finally(() => {
        pumping = false
        if (!stopped && socket.isOpen() && socket.unsent() < limits.sendBelow && group.lastMember > cursor) pump()
      })
  }

  return {
    socket,
    begin() {
      begun = true
      pump()
    },
    offer(frames) {
      const first = frames[0]
      const last = frames.at(-1)
      if (!first || !last || !begun || pumping || stopped) return
      if (first.prevSeq !== cursor || socket.unsent() + bytesOf(frames) > limits.sendBelow) {
        pump()
        return
      }
      if (frames.length === 1) socket.send(prefix, first.body)
      else socket.corked(() => frames.forEach((frame) => socket.send(prefix, frame.body)))
      cursor = last.seq
    },
    // Events have no heartbeat: the protocol's own pings prove the connection.
    pulse: () => undefined,
    skipped: pump,
    stop() {
      stopped = true
    },
  }
}
