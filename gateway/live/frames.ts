import type { LogEvent } from './event.js'

/** The part of a graphql-ws `next` message before its payload: the only bytes that differ between sockets. */
export const framePrefix = (operationId: string): Buffer =>
  Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`)

/** An execution result and the closing brace of the message, shared by every socket of a group. */
export const frameBody = (result: object): Buffer => Buffer.from(`${JSON.stringify(result)}}`)

/** A member of a group's stream, serialised once for all its followers. */
export interface Frame {
  readonly event: LogEvent
  readonly seq: number
  /** seq of the member before it, or a lower bound of it. */
  readonly prevSeq: number
  readonly body: Buffer
}

/** The newest of each order, in order of seq: what a board that lagged still needs. */
export const newestPerOrder = <T extends { readonly seq: number; readonly event: LogEvent }>(
  items: readonly T[],
): readonly T[] => {
  const newest = new Map<string, T>()
  for (const item of items) newest.set(item.event.orderId, item)
  return [...newest.values()].sort((a, b) => a.seq - b.seq)
}

/** Bytes of the frames' bodies: what a burst would add to a socket that is written to without waiting. */
export const bytesOf = (frames: readonly Frame[]): number => frames.reduce((sum, { body }) => sum + body.length, 0)
