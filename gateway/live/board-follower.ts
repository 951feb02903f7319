import type { Follower, FollowerOptions } from './follower.js'
import type { GapReason } from './gap-reason.js'
import type { LogEvent } from './event.js'
import { type Frame, framePrefix, newestPerOrder } from './frames.js'
import type { Snapshot, SnapshotSource } from './group.js'

export interface BoardFollower extends Follower {
  /** Begins to write; called once. */
  begin(start: Start): void
}

/** Where a board begins: from a snapshot (after a gap, or as its first picture), or by replaying what it missed. */
export type Start =
  | { readonly snapshot: true; readonly gap?: GapReason; readonly cursor: number }
  | { readonly snapshot: false; readonly cursor: number; readonly missed: readonly LogEvent[] }

interface BoardFollowerOptions extends FollowerOptions {
  readonly now: () => number
  /** The picture now, for a snapshot; waits while it is being read. */
  readonly source: () => Promise<SnapshotSource>
}

type Pending = { readonly seq: number; readonly event: LogEvent; readonly frame?: Frame }

/** A follower of a board: every latest state, gaps told aloud. */
export const createBoardFollower = (options: BoardFollowerOptions): BoardFollower => {
  const { socket, group, limits, now } = options
  const prefix = framePrefix(options.id)
  let cursor = 0
  let gap: GapReason | undefined
  let wantsSnapshot = false
  let snapshot: { readonly all: Snapshot; next: number } | undefined
  let backlog: readonly Pending[] = []
  let blockedAt: number | undefined
  let live = false
  let pumping = false
  let stopped = false

  const send = (body: Buffer) => socket.send(prefix, body)

  /** Sends one step; true when there may be another at once. */
  const step = async (): Promise<boolean> => {
    if (wantsSnapshot) {
      const source = await options.source()
      const all = await group.snapshot(source)
      if (stopped) return false
      if (gap !== undefined) {
        const body = await group.body({
          __typename: 'BoardGap',
          seq: cursor,
          prevSeq: cursor,
          at: source.at,
          from: cursor,
          to: Math.max(cursor, all.seq),
          reason: gap,
        })
        send(body)
        gap = undefined
      }
      wantsSnapshot = false
      snapshot = { all, next: 0 }
      return true
    }
    if (snapshot) {
      const part = snapshot.all.parts[snapshot.next]
      snapshot.next += 1
      if (part) send(part)
      if (snapshot.next < snapshot.all.parts.length) {
        socket.whenDrained(pump)
        return false
      }
      cursor = snapshot.all.seq
      snapshot = undefined
      blockedAt = undefined
      return true
    }
    const [first, ...rest] = backlog
    if (first) {
      backlog = rest
      const shared = first.frame && first.frame.prevSeq <= cursor
      send(shared && first.frame ? first.frame.body : await group.bodyFor(first.event, cursor))
      cursor = first.seq
      return true
    }
    const frames = group.framesAfter(cursor)
    const lagged = blockedAt !== undefined
    if (!frames || (lagged && tooFarBehind(frames))) {
      resnapshot('SLOW')
      return true
    }
    blockedAt = undefined
    if (frames.length === 0) {
      live = true
      return false
    }
    const pending = frames.map((frame) => ({ seq: frame.seq, event: frame.event, frame }))
    backlog = lagged ? newestPerOrder(pending) : pending
    return true
  }

  const tooFarBehind = (frames: readonly Frame[]): boolean =>
    now() - (blockedAt ?? now()) > limits.gapAfterMs ||
    newestPerOrder(frames).reduce((bytes, frame) => bytes + frame.body.length, 0) > limits.gapAbove

  const resnapshot = (reason: GapReason) => {
    gap = reason
    wantsSnapshot = true
    snapshot = undefined
    backlog = []
    live = false
  }

  const pump = () => {
    if (pumping || stopped) return
    pumping = true
    run()
      .catch(options.fail)
      .finally(() => {
        pumping = false
        // What came while the last step was finishing.
        if (!stopped && live && group.lastMember > cursor && group.framesAfter(cursor)?.length !== 0) pump()
      })
  }

  const run = async () => {
    live = false
    for (;;) {
      if (stopped || !socket.open) return
      if (socket.unsent >= limits.sendBelow) {
        blockedAt ??= now()
        if (backlog.length > 0 && backlog.every((item) => item.frame)) backlog = []
        socket.whenDrained(pump)
        return
      }
      if (!(await step())) return
    }
  }

  return {
    socket,
    begin(start) {
      cursor = start.cursor
      if (start.snapshot) {
        gap = start.gap
        wantsSnapshot = true
      } else backlog = newestPerOrder(start.missed.map((event) => ({ seq: event.seq, event })))
      pump()
    },
    offer(frames) {
      const first = frames[0]
      const last = frames.at(-1)
      if (!first || !last || stopped) return
      if (!live || pumping || socket.unsent >= limits.sendBelow || first.prevSeq > cursor || first.seq <= cursor) {
        pump()
        return
      }
      if (frames.length === 1) send(first.body)
      else socket.corked(() => frames.forEach((frame) => send(frame.body)))
      cursor = last.seq
    },
    pulse(body) {
      if (live && !pumping && !stopped && socket.unsent < limits.sendBelow) send(body)
    },
    stop() {
      stopped = true
      backlog = []
      snapshot = undefined
    },
  }
}
