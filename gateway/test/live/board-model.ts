/** Messages of the live board as a client sees them. */
export type BoardMessage = {
  readonly seq: number
  readonly prevSeq: number
} & (
  | {
      readonly __typename: 'BoardSnapshot'
      readonly orders: readonly ModelOrder[]
      readonly last: boolean
      readonly epoch: string
    }
  | { readonly __typename: 'OrderUpserted'; readonly order: ModelOrder }
  | { readonly __typename: 'OrderLeft'; readonly orderId: string }
  | {
      readonly __typename: 'BoardHeartbeat'
      readonly headSeq: number
      readonly stale: boolean
      readonly asOf: string
      readonly epoch: string
    }
  | { readonly __typename: 'BoardGap'; readonly from: number; readonly to: number; readonly reason: string }
)

export interface ModelOrder {
  readonly id: string
  readonly state: string
  readonly version: number
}

/** The rule of acceptance (SPEC 5, 6) as the simplest client there can be; a hole is a defect and throws. */
export const createBoardModel = (start?: { readonly seq: number; readonly orders: readonly ModelOrder[] }) => {
  let orders = new Map((start?.orders ?? []).map((order) => [order.id, order]))
  let parts: ModelOrder[] = []
  let last = start?.seq
  const counts = { snapshots: 0, upserts: 0, left: 0, heartbeats: 0, gaps: [] as string[], repeats: 0 }
  return {
    get seq() {
      return last
    },
    get orders(): ReadonlyMap<string, ModelOrder> {
      return orders
    },
    counts,
    take(message: BoardMessage) {
      switch (message.__typename) {
        case 'BoardSnapshot':
          parts.push(...message.orders)
          if (!message.last) return
          orders = new Map(parts.map((order) => [order.id, order]))
          parts = []
          last = message.seq
          counts.snapshots += 1
          return
        case 'OrderUpserted':
        case 'OrderLeft':
          if (last === undefined) throw new Error('an event before any snapshot')
          if (message.prevSeq > last) throw new Error(`hole: have ${last}, got ${message.prevSeq} → ${message.seq}`)
          if (message.seq <= last) {
            counts.repeats += 1
            return
          }
          last = message.seq
          if (message.__typename === 'OrderUpserted') {
            counts.upserts += 1
            orders.set(message.order.id, message.order)
          } else {
            counts.left += 1
            orders.delete(message.orderId)
          }
          return
        case 'BoardHeartbeat':
          counts.heartbeats += 1
          return
        case 'BoardGap':
          counts.gaps.push(message.reason)
      }
    },
  }
}
