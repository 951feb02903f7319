import type { ChangeFrame, Counters, Identified, SnapshotFrame } from './frames'

/** What the board shows: every order as it was after event `seq` of log `epoch`. */
export interface Picture<O extends Identified> {
  readonly epoch: string
  readonly seq: number
  readonly orders: ReadonlyMap<string, O>
  readonly counters: Counters
  /** Orders that left since `counters` was read, by the state they went to: heartbeats are rare on a busy board. */
  readonly leftSince: Readonly<Record<string, number>>
  /** Server time (ms) at which this was known to be everything. */
  readonly asOf: number
}

/** How a change stands to the last one taken. */
export type Verdict = 'accept' | 'repeat' | 'hole'

/** The acceptance rule: accept iff prevSeq ≤ L < seq; seq ≤ L is a repeat; prevSeq > L is a hole. */
export function judge(last: number, frame: { readonly seq: number; readonly prevSeq: number }): Verdict {
  if (frame.seq <= last) return 'repeat'
  return frame.prevSeq > last ? 'hole' : 'accept'
}

/** The picture after one accepted change. */
export function applyChange<O extends Identified>(picture: Picture<O>, frame: ChangeFrame<O>): Picture<O> {
  const orders = new Map(picture.orders)
  const asOf = Math.max(picture.asOf, frame.at)
  if (frame.kind === 'upserted') {
    orders.set(frame.order.id, frame.order)
    return { ...picture, seq: frame.seq, orders, asOf }
  }
  orders.delete(frame.orderId)
  const leftSince = { ...picture.leftSince, [frame.to]: (picture.leftSince[frame.to] ?? 0) + 1 }
  return { ...picture, seq: frame.seq, orders, leftSince, asOf }
}

/** A snapshot that is still arriving. */
export interface Parts<O extends Identified> {
  readonly epoch: string
  readonly seq: number
  readonly orders: ReadonlyMap<string, O>
}

/** Adds a part; a part of another snapshot than the one in progress begins anew. */
export function addPart<O extends Identified>(parts: Parts<O> | null, frame: SnapshotFrame<O>): Parts<O> {
  const same = parts !== null && parts.seq === frame.seq && parts.epoch === frame.epoch
  const orders = new Map(same ? parts.orders : [])
  for (const order of frame.orders) orders.set(order.id, order)
  return { epoch: frame.epoch, seq: frame.seq, orders }
}

/** The picture that a complete snapshot is. */
export function completePicture<O extends Identified>(parts: Parts<O>, frame: SnapshotFrame<O>): Picture<O> {
  return { ...parts, counters: frame.counters, leftSince: {}, asOf: frame.at }
}
