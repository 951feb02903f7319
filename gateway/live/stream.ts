import type { BoardRead, Head, LogEvent } from './event.js'
import type { Counters, Group, SnapshotSource } from './group.js'
import type { LiveLimits } from './limits.js'
import { createPicture, type Picture } from './picture.js'
import { createRing, type Ring } from './ring.js'

/** What of a log was not sent on yet. */
export interface Lag {
  readonly events: number
  readonly ms: number
}

/** One warehouse's log as this replica follows it: ring, picture and groups. */
export interface Stream {
  readonly warehouseId: string
  readonly epoch: string
  readonly head: number
  readonly minSeq: number
  readonly ring: Ring
  readonly groups: Map<string, Group>
  /** Since when nobody follows it, ms; undefined while somebody does. */
  idleSince: number | undefined
  /** How far those who follow it are behind the log, as last read: events, and how old the first of them is, ms. */
  lag(): Lag
  /** Takes events that follow its head without a hole. */
  accept(events: readonly LogEvent[]): void
  /** Takes a head read from the database; true when it is of another log, and this stream is over. */
  observe(head: Head): boolean
  /** What a snapshot of a group is made of; reads the board from the database when it is not in memory. */
  source(group: Group): Promise<SnapshotSource>
  /** Reads the board from the database, unless it is in memory. */
  ready(): Promise<unknown>
  /** Counters of a group as the picture has them; a picture of yesterday is read anew meanwhile. */
  counters(group: Group): Counters
}

interface StreamOptions {
  readonly head: Head
  readonly readBoard: (warehouseId: string) => Promise<BoardRead>
  readonly limits: LiveLimits
  readonly now: () => number
  /** The database's clock, ms. */
  readonly serverNow: () => number
  readonly onError: (error: unknown) => void
}

/** A stream that begins at `head`. */
export const createStream = ({ head: start, readBoard, limits, now, serverNow, onError }: StreamOptions): Stream => {
  const { warehouseId, epoch } = start
  const ring = createRing(start.seq, limits.ringEvents, limits.ringMs, now)
  const groups = new Map<string, Group>()
  let head = start.seq
  let minSeq = start.minSeq
  let logHead = start.seq
  let picture: Picture | undefined
  let reading: Promise<Picture> | undefined

  const current = () => (picture && !picture.outdated(serverNow()) ? picture : undefined)

  // One read at a time serves everybody who waits for it.
  const load = (): Promise<Picture> => {
    reading ??= readBoard(warehouseId)
      .then((read) => {
        if (read.epoch !== epoch) throw new Error(`the log of warehouse ${warehouseId} was replaced`)
        const fresh = createPicture(read)
        for (const event of ring.after(Math.max(read.seq, ring.from)) ?? []) fresh.apply(event)
        picture = fresh
        return fresh
      })
      .finally(() => {
        reading = undefined
      })
    return reading
  }

  return {
    warehouseId,
    epoch,
    ring,
    groups,
    idleSince: undefined,
    get head() {
      return head
    },
    get minSeq() {
      return minSeq
    },
    ready: async () => current() ?? (await load()),
    counters(group) {
      if (!current()) load().catch(onError)
      return picture?.counters(group.filter) ?? { live: [], closedToday: [] }
    },
    accept(events) {
      for (const event of events) {
        ring.push(event)
        picture?.apply(event)
        head = event.seq
      }
      for (const group of groups.values()) group.advance()
    },
    observe(read) {
      minSeq = read.minSeq
      logHead = read.seq
      return read.epoch !== epoch || read.seq < head
    },
    lag() {
      const made = Math.min(
        head,
        ...[...groups.values()].filter((group) => group.followers.size > 0).map((group) => group.head),
      )
      const first = ring.after(Math.max(made, ring.from))?.[0]
      return {
        events: Math.max(logHead - made, 0),
        ms: first ? Math.max(serverNow() - Date.parse(first.at), 0) : 0,
      }
    },
    async source(group) {
      const from = current() ?? (await load())
      return {
        seq: from.seq,
        epoch,
        at: new Date(serverNow()).toISOString(),
        orders: from.orders(group.filter),
        counters: from.counters(group.filter),
      }
    },
  }
}
