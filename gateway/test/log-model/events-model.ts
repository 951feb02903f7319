import { crc32 } from 'node:zlib'
import type { Random } from '../../../prisma/seed/random.js'
import { canonical } from './canonical.js'
import type { Doors } from './gateway-client.js'
import { createModelFollower, type ModelFollower } from './follower.js'
import { orderFields } from './gateway-client.js'
import type { Delivered } from './history.js'
import type { ShopWarehouse } from './shop.js'
import type { Violations } from './violations.js'

const query = `subscription ($warehouseId: ID!, $after: SafeInt, $epoch: ID) { orderEvents(warehouseId: $warehouseId, after: $after, epoch: $epoch) {
  seq prevSeq epoch at orderId type from actor commandId order { ${orderFields} } } }`

interface EventMessage {
  readonly data: {
    readonly orderEvents: {
      readonly seq: number
      readonly prevSeq: number
      readonly epoch: string
      readonly at: string
      readonly orderId: string
      readonly type: string
      readonly from: string | null
      readonly actor: string
      readonly commandId: string | null
      readonly order: { readonly version: number; readonly state: string }
    }
  }
}

/** Checksum of what an event says, from a message or from a row of the log. */
export const factsOf = (event: Omit<EventMessage['data']['orderEvents'], 'seq' | 'prevSeq'>): number =>
  crc32(
    [
      ...[event.epoch, event.at, event.orderId, event.type, event.from, event.actor, event.commandId],
      ...[event.order.version, event.order.state],
    ].join('|'),
  )

/** Events whose whole order is kept for the comparison with the log. */
export const isSampled = (seq: number): boolean => seq % 100 === 1

export interface EventsModel {
  readonly client: ModelFollower
  readonly warehouse: ShopWarehouse
  /** The last seq taken. */
  readonly seq: number
  readonly taken: number
}

/** A follower of every event of a warehouse, from the first on: each seq exactly once, in order. */
export const followEvents = (options: {
  readonly name: string
  readonly random: Random
  readonly doors: Doors
  readonly warehouse: ShopWarehouse
  readonly delivered: Delivered
  readonly violations: Violations
}): EventsModel => {
  const { name, warehouse, delivered, violations } = options
  let seq = 0
  let taken = 0

  const onNext = (payload: Buffer) => {
    const event = (JSON.parse(payload.toString()) as EventMessage).data.orderEvents
    const { bytes, facts, samples } = delivered
    if (event.seq !== seq + 1)
      violations.add(
        `${name}: ${event.seq <= seq ? 'repeated or out of order' : 'lost'}: have ${seq}, got ${event.seq}`,
      )
    if (event.prevSeq !== event.seq - 1) violations.add(`${name}: prevSeq ${event.prevSeq} of ${event.seq}`)
    seq = event.seq
    taken += 1
    const sum = crc32(payload)
    const known = bytes.get(event.seq)
    if (known === undefined) {
      bytes.set(event.seq, sum)
      facts.set(event.seq, factsOf(event))
      if (isSampled(event.seq)) samples.set(event.seq, canonical(event.order))
    } else if (known !== sum) violations.add(`${name}: other bytes of ${event.seq} than another follower got`)
  }

  const client = createModelFollower({
    ...options,
    query,
    variables: () => ({ warehouseId: warehouse.id, after: seq, epoch: warehouse.epoch }),
    onNext,
    onError: (errors) => violations.add(`${name}: ended with ${JSON.stringify(errors)}`),
  })
  return {
    client,
    warehouse,
    get seq() {
      return seq
    },
    get taken() {
      return taken
    },
  }
}
