import { stateOf } from '../log/log-event.js'
import type { OrderEventType, OrderState } from '../../domain/order-states.js'
import type { PublicOrder, PublicOrderEvent } from '../../domain/public-order.js'
import { readRows, type ReadDeps } from '../stoppable-read.js'

interface Row {
  readonly order_id: string
  readonly seq: number
  readonly prev_seq: number
  readonly epoch: string
  readonly at: string
  readonly warehouse_id: string
  readonly type: OrderEventType
  readonly from: OrderState | null
  readonly state: PublicOrder
  readonly actor: string
  readonly device: string | null
  readonly client_time: string | null
  readonly command_id: string | null
}

const toEvent = (row: Row): PublicOrderEvent => ({
  seq: row.seq,
  prevSeq: row.prev_seq,
  epoch: row.epoch,
  at: row.at,
  warehouseId: row.warehouse_id,
  orderId: row.order_id,
  type: row.type,
  from: row.from,
  order: row.state,
  actor: row.actor,
  device: row.device,
  clientTime: row.client_time,
  commandId: row.command_id,
})

/** The lives of orders as the log keeps them, oldest first; `prevSeq` is the order's own event before, 0 at first. */
export const readTimelines = async (
  deps: ReadDeps,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PublicOrderEvent[]>> => {
  const { rows } = await readRows<Row>(deps, {
    name: 'read-timelines',
    text: `SELECT order_id, seq::float8 AS seq, coalesce(lag(seq) OVER (PARTITION BY order_id ORDER BY seq), 0)::float8 AS prev_seq,
               epoch, iso(at) AS at, warehouse_id, type, before->>'state' AS "from", ${stateOf('order_event')} AS state, actor, device,
               iso(client_time) AS client_time, command_id
             FROM order_event WHERE order_id = ANY($1::uuid[]) ORDER BY order_id, seq`,
    values: [orderIds],
  })
  const timelines = new Map<string, PublicOrderEvent[]>(orderIds.map((id) => [id, []]))
  for (const row of rows) timelines.get(row.order_id)?.push(toEvent(row))
  return timelines
}
