import type { BoardRead, Head } from './event.js'
import type { Group } from './group.js'
import type { LiveLimits } from './limits.js'
import { LiveCloseCode } from './live-socket.js'
import { createStream, type Lag, type Stream } from './stream.js'
import { createTailer, type LogRead, type ReadLog } from './tailer.js'

/** How the streams of this replica are. */
export interface StreamsStatus {
  /** How long ago the log's heads were last read, ms; undefined before the first time. */
  readonly age: number | undefined
  readonly groups: number
  readonly warehouses: number
  /** Events in the rings. */
  readonly ringEvents: number
  /** The farthest behind. */
  readonly lag: Lag
}

/** The warehouses that this replica follows, fed by one tailer. */
export interface Streams {
  /** The stream of a warehouse; rejects as readHead does. */
  open(warehouseId: string): Promise<Stream>
  kick(): void
  /** The database's clock, ms, as far as this replica knows. */
  serverNow(): number
  status(): StreamsStatus
  close(): Promise<void>
}

interface StreamsOptions {
  readonly readLog: ReadLog
  readonly readHead: (warehouseId: string) => Promise<Head>
  readonly readBoard: (warehouseId: string) => Promise<BoardRead>
  readonly onError: (error: unknown) => void
  readonly limits: LiveLimits
  readonly now: () => number
}

/** Starts the tailer; nothing is watched until a stream is opened. */
export const createStreams = (options: StreamsOptions): Streams => {
  const { readLog, readHead, readBoard, onError, limits, now } = options
  const streams = new Map<string, Stream>()
  const opening = new Map<string, Promise<Stream>>()

  const drop = (stream: Stream) => {
    streams.delete(stream.warehouseId)
    // They come back with the old epoch and are told of the new log: a gap for boards, RESYNC for event streams.
    for (const group of stream.groups.values())
      for (const { socket } of group.followers) socket.close(LiveCloseCode.RESTART, 'the log was replaced')
  }

  const deliver = ({ heads, events }: LogRead) => {
    for (const head of heads) {
      const stream = streams.get(head.warehouseId)
      if (!stream) continue
      if (stream.observe(head)) drop(stream)
    }
    for (const [warehouseId, news] of events) {
      const stream = streams.get(warehouseId)
      if (!stream) continue
      const fresh = news.filter((event) => event.seq > stream.head)
      // Dense by construction; should a row ever be missing, nothing past the hole is shown.
      const hole = fresh.findIndex((event, index) => event.seq !== stream.head + 1 + index)
      if (hole !== -1) onError(new Error(`hole in the log of warehouse ${warehouseId} after seq ${stream.head + hole}`))
      stream.accept(hole === -1 ? fresh : fresh.slice(0, hole))
    }
  }

  const tailer = createTailer({
    read: readLog,
    cursors: () => new Map([...streams.values()].map((stream) => [stream.warehouseId, stream.head])),
    deliver,
    onError,
    limits,
    now,
  })

  const beat = async (stream: Stream, group: Group) => {
    const at = new Date(tailer.serverNow()).toISOString()
    const asOf = tailer.asOf()
    await group.broadcast({
      __typename: 'BoardHeartbeat',
      seq: group.lastMember,
      prevSeq: group.lastMember,
      at,
      epoch: stream.epoch,
      headSeq: stream.head,
      asOf: asOf === undefined ? at : new Date(asOf).toISOString(),
      stale: tailer.stale(),
      counters: stream.counters(group),
    })
  }

  const rounds = setInterval(() => {
    for (const stream of streams.values()) {
      if (stream.idleSince !== undefined && now() - stream.idleSince > limits.lingerMs)
        streams.delete(stream.warehouseId)
      for (const group of stream.groups.values())
        if (
          group.kind === 'orderBoard' &&
          group.followers.size > 0 &&
          // One that still works on what this replica has read may not say that it is current.
          group.head === stream.head &&
          now() - group.lastSentAt >= limits.heartbeatAfterMs
        )
          beat(stream, group).catch(onError)
    }
  }, limits.heartbeatAfterMs / 8)

  return {
    open(warehouseId) {
      const known = streams.get(warehouseId)
      if (known) return Promise.resolve(known)
      const pending =
        opening.get(warehouseId) ??
        readHead(warehouseId)
          .then((head) => {
            const stream = createStream({ head, readBoard, limits, now, serverNow: tailer.serverNow, onError })
            stream.idleSince = now()
            streams.set(warehouseId, stream)
            return stream
          })
          .finally(() => opening.delete(warehouseId))
      opening.set(warehouseId, pending)
      return pending
    },
    kick: tailer.kick,
    serverNow: tailer.serverNow,
    status() {
      const all = [...streams.values()]
      const sum = (of: (stream: Stream) => number) => all.reduce((total, stream) => total + of(stream), 0)
      const lags = all.map((stream) => stream.lag())
      return {
        age: tailer.age(),
        groups: sum(({ groups }) => groups.size),
        warehouses: all.length,
        ringEvents: sum(({ ring }) => ring.to - ring.from),
        lag: {
          events: Math.max(0, ...lags.map(({ events }) => events)),
          ms: Math.max(0, ...lags.map(({ ms }) => ms)),
        },
      }
    },
    async close() {
      clearInterval(rounds)
      await tailer.stop()
    },
  }
}
