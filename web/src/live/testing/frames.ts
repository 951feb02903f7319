import type { Frame, HeartbeatFrame, SnapshotFrame } from '../frames'
import { type Event, initialModel, type Model } from '../model'
import { step, type Step } from '../machine'
import type { Thing } from './simulated-server'

/** The server's clock at monotonic 0: far from any clock of the test. */
export const SERVER_EPOCH = Date.parse('2031-05-01T00:00:00Z')

const counters = { live: {}, closedToday: {} }
export const thing = (id: string, version = 1): Thing => ({ id, version })

/** A snapshot (or a part of one) read at monotonic `now`. */
export const snapshot = (seq: number, orders: readonly Thing[], now: number, last = true): SnapshotFrame<Thing> => ({
  ...{ kind: 'snapshot', seq, prevSeq: seq, at: SERVER_EPOCH + now, epoch: 'e1', counters, orders, last },
})

/** A change that followed `prevSeq`, committed at monotonic `now`. */
export const upserted = (prevSeq: number, seq: number, order: Thing, now: number): Frame<Thing> => ({
  ...{ kind: 'upserted', seq, prevSeq, at: SERVER_EPOCH + now, order },
})

/** A heartbeat sent at monotonic `now`. */
export const heartbeat = (lastSent: number, now: number, overrides: Partial<HeartbeatFrame> = {}): HeartbeatFrame => {
  const at = SERVER_EPOCH + now
  const base = { kind: 'heartbeat', seq: lastSent, prevSeq: lastSent, at, epoch: 'e1', asOf: at, stale: false } as const
  return { ...base, counters, ...overrides }
}

/** The machine by hand: each call is one event at a time that the test names. */
export function createHandDriven(random = 0.5) {
  let model: Model<Thing> = initialModel()
  const send = (event: Event<Thing>, now: number): Step<Thing> => {
    const result = step(model, event, { now, random })
    model = result.model
    return result
  }
  return {
    model: () => model,
    send,
    frame: (frame: Frame<Thing>, now: number) => send({ type: 'frame', frame }, now),
    /** Started, connected and following from monotonic `now` on, at seq 10 with one order. */
    follow(now: number): void {
      send({ type: 'start' }, now)
      send({ type: 'opened' }, now)
      send({ type: 'frame', frame: snapshot(10, [thing('a')], now) }, now)
    },
  }
}
