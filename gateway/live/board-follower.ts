import type { Follower, FollowerOptions } from './follower.js'
import type { GapReason } from './gap-reason.js'
import type { LogEvent } from './event.js'
import { bytesOf, type Frame, framePrefix, newestPerOrder } from './frames.js'
import type { Snapshot, SnapshotSource } from './group.js'
import type { LiveWatch } from './watch.js'

export interface BoardFollower extends Follower {
  /** Begins to write; called once. */
  begin(start: Start): void
}

/** Where a board begins: from a snapshot (after a gap, or as its first picture), or by replaying what it missed. */
export type Start =
  | { readonly snapshot: true; readonly gap?: GapReason; readonly cursor: number }
  | {
      readonly snapshot: false
      readonly cursor: number
      readonly missed: readonly LogEvent[]
      /** `missed` holds every member up to this seq: the group's frames are needed only after it. */
      readonly through: number
      /** Whether the ring did not reach back so far. */
      readonly fromLog?: boolean
    }

interface BoardFollowerOptions extends FollowerOptions {
  readonly now: () => number
  /** The picture now, for a snapshot; waits while it is being read. */
  readonly source: () => Promise<SnapshotSource>
  readonly watch: LiveWatch
}

type Pending = { readonly seq: number; readonly event: LogEvent; readonly frame?: Frame }

/** A follower of a board: every latest state, gaps told aloud. */
export const createBoardFollower = (options: BoardFollowerOptions): BoardFollower => {
  const { socket, group, limits, now, watch } = options
  const prefix = framePrefix(options.id)
  let cursor = 0
  let through = 0
  let gap: GapReason | undefined
  let wantsSnapshot = false
  let snapshot: { readonly all: Snapshot; next: number } | undefined
  let backlog: readonly Pending[] = []
  let sent = 0
  let blockedAt: number | undefined
  let begun = false
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
        watch.gap(gap)
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
    const first = backlog[sent]
    if (first) {
      sent += 1
      const shared = first.frame && first.frame.prevSeq <= cursor
      send(shared && first.frame ? first.frame.body : await group.bodyFor(first.event, cursor))
      cursor = first.seq
      return true
    }
    const frames = group.framesAfter(Math.max(cursor, through))
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
    takeBacklog(lagged ? newest(pending) : pending)
    return true
  }

  const newest = (items: readonly Pending[]) => {
    const kept = newestPerOrder(items)
    watch.conflated(items.length - kept.length)
    return kept
  }

  const takeBacklog = (items: readonly Pending[]) => {
    backlog = items
    sent = 0
  }

  const tooFarBehind = (frames: readonly Frame[]): boolean =>
    now() - (blockedAt ?? now()) > limits.gapAfterMs || bytesOf(newestPerOrder(frames)) > limits.gapAbove

  const resnapshot = (reason: GapReason) => {
    gap = reason
    wantsSnapshot = true
    snapshot = undefined
    takeBacklog([])
    live = false
  }

  const pump = () => {
    // Frames may be offered while the start is still being read: nothing is written before it.
    if (!begun || pumping || stopped) return
    pumping = true
    run()
      .catch(options.fail)
      .finally(() => {
        pumping = false
        // What came while the last step was finishing.
        const done = Math.max(cursor, through)
        if (!stopped && live && group.lastMember > done && group.framesAfter(done)?.length !== 0) pump()
      })
  }

  const run = async () => {
    live = false
    for (;;) {
      if (stopped || !socket.isOpen()) return
      if (socket.unsent() >= limits.sendBelow) {
        blockedAt ??= now()
        if (backlog.every((item) => item.frame)) takeBacklog([])
        socket.whenDrained(pump)
        return
      }
      if (!(await step())) return
    }
  }

  return {
    socket,
    begin(start) {
      begun = true
      cursor = start.cursor
      if (start.snapshot) {
        gap = start.gap
        wantsSnapshot = true
      } else {
        through = start.through
        takeBacklog(newest(start.missed.map((event) => ({ seq: event.seq, event }))))
      }
      pump()
    },
    offer(frames) {
      const first = frames[0]
      const last = frames.at(-1)
      if (!first || !last || stopped) return
      const direct = live && !pumping && first.prevSeq <= cursor && cursor < first.seq
      if (!direct || socket.unsent() + bytesOf(frames) > limits.sendBelow) {
        pump()
        return
      }
      if (frames.length === 1) send(first.body)
      else socket.corked(() => frames.forEach((frame) => send(frame.body)))
      cursor = last.seq
    },
    pulse(body) {
      if (live && !pumping && !stopped && socket.unsent() < limits.sendBelow) send(body)
    },
    skipped: pump,
    stop() {
      stopped = true
      takeBacklog([])
      snapshot = undefined
    },
  }
}
