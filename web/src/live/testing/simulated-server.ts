import type { ChangeFrame, Counters, Frame } from '../frames'

/** An order of the simulation: its version tells whether the newest state arrived. */
export interface Thing {
  readonly id: string
  readonly version: number
}

type State = ReadonlyMap<string, Thing>

const PART = 2
const counters: Counters = { live: {}, closedToday: {} }

/** The server half, as design §5.1 says it: a dense log of one filtered stream, snapshots in parts, gaps, epochs. */
export function createSimulatedServer() {
  /** Every state that ever was, by epoch and seq: what a picture is compared with. */
  const history = new Map<string, State>()
  let epoch = 1
  let seq = 0
  let minSeq = 0
  let log: ChangeFrame<Thing>[] = []
  let state: State = new Map()
  let stale = false
  let readAt = 0
  const remember = (): unknown => history.set(`${epoch}:${seq}`, state)
  remember()

  const lastSent = (): number => log.at(-1)?.seq ?? minSeq
  function snapshot(at: number): Frame<Thing>[] {
    const all = [...state.values()]
    const frames: Frame<Thing>[] = []
    for (let from = 0; from < all.length || from === 0; from += PART) {
      const orders = all.slice(from, from + PART)
      const last = from + PART >= all.length
      frames.push({ kind: 'snapshot', seq, prevSeq: 0, at, epoch: String(epoch), orders, counters, last })
    }
    return frames
  }
  const gap = (at: number): Frame<Thing>[] => [
    { kind: 'gap', seq, prevSeq: lastSent(), at, reason: 'SLOW' },
    ...snapshot(at),
  ]

  return {
    head: () => ({ epoch: String(epoch), seq, state, lastSent: lastSent() }),
    stateAt: (ofEpoch: string, atSeq: number) => history.get(`${ofEpoch}:${atSeq}`),
    writtenBy: (time: number) => log.findLast((frame) => frame.at <= time)?.seq ?? 0,
    /** A change of order `id`; `visible: false` is one that the filter does not let through. */
    write(id: string, kind: 'upserted' | 'left', visible: boolean, at: number): Frame<Thing> | null {
      seq += 1
      const next = new Map(state)
      const base = { seq, prevSeq: lastSent(), at }
      const frame: ChangeFrame<Thing> =
        kind === 'upserted'
          ? { ...base, kind, order: { id, version: seq } }
          : { ...base, kind, orderId: id, to: 'HANDED_OVER' }
      if (visible) {
        if (frame.kind === 'upserted') next.set(id, frame.order)
        else next.delete(id)
        log.push(frame)
      }
      state = next
      remember()
      return visible ? frame : null
    },
    setStale(value: boolean): void {
      stale = value
    },
    prune(): void {
      minSeq = seq
      log = []
    },
    /** A backup was restored: an older state, a new epoch, numbers that begin elsewhere. */
    restore(): void {
      epoch += 1
      seq = Math.max(1, seq - 3)
      minSeq = seq
      log = []
      state = new Map([...state].slice(0, 2))
      remember()
    },
    heartbeat(at: number): Frame<Thing> {
      if (!stale) readAt = at
      const base = { seq: lastSent(), prevSeq: lastSent(), at, epoch: String(epoch) }
      return { ...base, kind: 'heartbeat', asOf: readAt, stale, counters }
    },
    gap,
    subscribe(after: number | null, ofEpoch: string | null, at: number): Frame<Thing>[] {
      if (after === null) return snapshot(at)
      if (ofEpoch !== String(epoch) || after < minSeq || after > seq) return gap(at)
      return log.filter((frame) => frame.seq > after)
    },
  }
}

export type SimulatedServer = ReturnType<typeof createSimulatedServer>
