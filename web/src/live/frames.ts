/** The one thing the protocol knows of an order: its id. What else it holds is the screen's business. */
export interface Identified {
  readonly id: string
}

/** Orders by state, as the server counts them for the whole warehouse. */
export interface Counters {
  readonly live: Readonly<Record<string, number>>
  readonly closedToday: Readonly<Record<string, number>>
}

interface FrameBase {
  readonly seq: number
  readonly prevSeq: number
  /** Server time, ms since 1970. */
  readonly at: number
}

export interface SnapshotFrame<O extends Identified> extends FrameBase {
  readonly kind: 'snapshot'
  readonly epoch: string
  readonly orders: readonly O[]
  readonly counters: Counters
  readonly last: boolean
}

export interface UpsertedFrame<O extends Identified> extends FrameBase {
  readonly kind: 'upserted'
  readonly order: O
}

export interface LeftFrame extends FrameBase {
  readonly kind: 'left'
  readonly orderId: string
  readonly to: string
}

export interface HeartbeatFrame extends FrameBase {
  readonly kind: 'heartbeat'
  readonly epoch: string
  /** Server time of the last successful read of the log's head, ms since 1970. */
  readonly asOf: number
  readonly stale: boolean
  readonly counters: Counters
}

export interface GapFrame extends FrameBase {
  readonly kind: 'gap'
  readonly reason: string
}

/** A change of one order: the only frames that the acceptance rule judges. */
export type ChangeFrame<O extends Identified> = UpsertedFrame<O> | LeftFrame

/** One message of the live board, read and checked. */
export type Frame<O extends Identified> = SnapshotFrame<O> | ChangeFrame<O> | HeartbeatFrame | GapFrame
