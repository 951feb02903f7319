import { type BoardFilter, membership } from './board-filter.js'
import type { LiveOrder, LogEvent, StateCount } from './event.js'
import { bytesOf, type Frame, frameBody } from './frames.js'
import type { LiveLimits } from './limits.js'
import type { LiveSocket } from './live-socket.js'
import type { Pacer } from './pacer.js'
import type { Ring } from './ring.js'
import type { LiveWatch } from './watch.js'

/** Executes the group's operation on one root value; sees the view class, never a user. */
export type Execute = (root: object) => Promise<object>

export type Kind = 'orderBoard' | 'orderEvents'

/** The subscribers of one operation × variables × view class on one warehouse: filtered, executed, serialised once. */
export interface Group {
  readonly kind: Kind
  readonly filter: BoardFilter
  readonly followers: Set<Receiver>
  /** Frames are made up to this seq. */
  readonly head: number
  /** seq of the last member of this stream, or a lower bound of it while it has seen none. */
  readonly lastMember: number
  /** Takes what a read of the log up to `head` has shown: the last member there is at `seq` or before. */
  learnLast(seq: number, head: number): void
  /** When anything was last sent to its followers, ms. */
  readonly lastSentAt: number
  /** Whether an event belongs to this stream: the order passes the filter, or did before it. */
  isMember(event: LogEvent): boolean
  /** Takes what the ring has beyond its head and gives it to the followers, some of it at a time while others work too. */
  advance(): void
  /** Every frame after the cursor; undefined when they are no longer kept. */
  framesAfter(cursor: number): readonly Frame[] | undefined
  /** A message for one follower, whose last taken seq is `prevSeq`. */
  bodyFor(event: LogEvent, prevSeq: number): Promise<Buffer>
  /** Any other message of the stream. */
  body(root: object): Promise<Buffer>
  /** The whole picture in parts, shared by those who come at about the same time. */
  snapshot(source: SnapshotSource): Promise<Snapshot>
  /** Sends one message to every follower that keeps up. */
  broadcast(root: object): Promise<void>
}

/** What a group does with a follower. */
export interface Receiver {
  readonly socket: LiveSocket
  offer(frames: readonly Frame[]): void
  /** Frames that the follower has not seen are gone: it goes on by itself. */
  skipped(): void
  pulse(body: Buffer): void
}

export interface Counters {
  readonly live: readonly StateCount[]
  readonly closedToday: readonly StateCount[]
}

export interface SnapshotSource {
  readonly seq: number
  readonly epoch: string
  readonly at: string
  readonly orders: readonly LiveOrder[]
  readonly counters: Counters
}

export interface Snapshot {
  readonly seq: number
  readonly parts: readonly Buffer[]
}

interface GroupOptions {
  readonly kind: Kind
  readonly filter: BoardFilter
  readonly execute: Execute
  readonly ring: Ring
  readonly epoch: string
  readonly head: number
  readonly limits: LiveLimits
  readonly pace: Pacer
  readonly now: () => number
  /** The database's clock, ms. */
  readonly serverNow: () => number
  readonly onError: (error: unknown) => void
  readonly watch: LiveWatch
}

const boardRoot = (event: LogEvent, prevSeq: number, isMember: boolean): object => {
  const base = { seq: event.seq, prevSeq, at: event.at }
  return isMember
    ? { __typename: 'OrderUpserted', ...base, order: event.order, from: event.before?.state ?? null }
    : { __typename: 'OrderLeft', ...base, orderId: event.orderId, state: event.order.state }
}

// The epoch is the log's, not the row's: events from before a restore go on counting in the log of today.
const eventRoot = (event: LogEvent, epoch: string): object => {
  const { before, ...rest } = event
  return { ...rest, epoch, prevSeq: event.seq - 1, from: before?.state ?? null }
}

/** A group that begins at the stream's head with nobody in it. */
export const createGroup = (options: GroupOptions): Group => {
  const { kind, filter, execute, ring, epoch, head: start, limits, pace, now, serverNow, onError, watch } = options
  const isBoard = kind === 'orderBoard'
  const isMember = (event: LogEvent): boolean => {
    if (!isBoard) return true
    const { before, after } = membership(filter, event)
    return before || after
  }
  const root = (event: LogEvent, prevSeq: number) =>
    isBoard ? boardRoot(event, prevSeq, membership(filter, event).after) : eventRoot(event, epoch)
  const body = async (value: object) => {
    const turn = pace()
    if (turn) await turn
    watch.executed()
    return frameBody(await execute(value))
  }

  const followers = new Set<Receiver>()
  let frames: Frame[] = []
  let times: number[] = []
  let coveredFrom = start
  let head = start
  // A lower bound when the ring holds no member: true of every cursor the ring can serve.
  let lastMember = ring.after(ring.from)?.findLast(isMember)?.seq ?? ring.from
  let lastSentAt = now()
  let advancing = false
  let cached: { readonly at: number; readonly snapshot: Promise<Snapshot>; readonly seq: number } | undefined

  const forget = () => {
    const border = now() - limits.framesMs
    let drop = 0
    while (drop < frames.length && ((times[drop] ?? 0) < border || frames.length - drop > limits.frames)) drop += 1
    if (drop === 0) return
    coveredFrom = frames[drop - 1]?.seq ?? coveredFrom
    frames = frames.slice(drop)
    times = times.slice(drop)
  }

  /** Makes the frames of a slice; head, last member and frames move on together when all of them are made. */
  const take = async (events: readonly LogEvent[]) => {
    const fresh: Frame[] = []
    let last = lastMember
    for (const event of events) {
      if (!isMember(event)) continue
      const prevSeq = isBoard ? last : event.seq - 1
      fresh.push({ event, seq: event.seq, prevSeq, body: await body(root(event, prevSeq)) })
      watch.delayed(serverNow() - Date.parse(event.at))
      last = event.seq
    }
    head = events.at(-1)?.seq ?? head
    if (fresh.length === 0) return
    lastMember = last
    const at = now()
    lastSentAt = at
    for (const frame of fresh) {
      frames.push(frame)
      times.push(at)
    }
    forget()
    for (const follower of followers) follower.offer(fresh)
  }

  /** Lets go of what the ring no longer has. Whoever missed it sees so from the next frame's prevSeq. */
  const skip = () => {
    frames = []
    times = []
    head = ring.to
    lastMember = ring.to
    coveredFrom = ring.to
    for (const follower of followers) follower.skipped()
  }

  const catchUp = async () => {
    advancing = true
    try {
      // Without followers it is forgotten already.
      while (head < ring.to && followers.size > 0) {
        const events = ring.after(head)
        if (events) await take(events.slice(0, limits.groupSlice))
        else skip()
      }
    } finally {
      advancing = false
    }
  }

  const parts = async (source: SnapshotSource): Promise<Snapshot> => {
    const { seq, epoch, at, counters, orders } = source
    const part = (slice: readonly LiveOrder[], last: boolean) =>
      body({ __typename: 'BoardSnapshot', seq, prevSeq: seq, at, epoch, counters, orders: slice, last })
    const made: Buffer[] = []
    let size = 16
    for (let i = 0; i < orders.length || made.length === 0;) {
      const slice = orders.slice(i, i + size)
      const bytes = await part(slice, i + slice.length >= orders.length)
      if (bytes.length > limits.snapshotPart && slice.length > 1) {
        size = Math.max(1, Math.floor(slice.length / 2))
        continue
      }
      made.push(bytes)
      i += slice.length
      // The next part as large as its neighbour says it may be, with a tenth to spare.
      if (slice.length > 0) size = Math.max(1, Math.floor((0.9 * limits.snapshotPart * slice.length) / bytes.length))
    }
    return { seq, parts: made }
  }

  const framesAfter = (cursor: number): readonly Frame[] | undefined => {
    if (cursor < coveredFrom) return undefined
    const index = frames.findIndex((frame) => frame.seq > cursor)
    return index === -1 ? [] : frames.slice(index)
  }

  /** Whether what followed a snapshot is little enough to be sent after it: else a slow follower would lag again at once. */
  const isFresh = (snapshot: { readonly at: number; readonly seq: number }): boolean => {
    const since = framesAfter(snapshot.seq)
    return now() - snapshot.at < limits.snapshotFreshMs && since !== undefined && bytesOf(since) < limits.sendBelow
  }

  return {
    kind,
    filter,
    followers,
    isMember,
    get head() {
      return head
    },
    get lastMember() {
      return lastMember
    },
    get lastSentAt() {
      return lastSentAt
    },
    learnLast(seq, through) {
      // A member that came after the read is known better.
      if (lastMember <= through) lastMember = Math.min(lastMember, seq)
    },
    advance() {
      if (!advancing) catchUp().catch(onError)
    },
    framesAfter,
    bodyFor: (event, prevSeq) => body(root(event, prevSeq)),
    body,
    snapshot(source) {
      if (!cached || !isFresh(cached)) {
        cached = { at: now(), seq: source.seq, snapshot: parts(source) }
        const mine = cached
        // A failed snapshot is not kept.
        mine.snapshot.catch(() => {
          if (cached === mine) cached = undefined
        })
      }
      return cached.snapshot
    },
    async broadcast(value) {
      const made = await body(value)
      lastSentAt = now()
      for (const follower of followers) follower.pulse(made)
    },
  }
}
