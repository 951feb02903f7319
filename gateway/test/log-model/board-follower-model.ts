import type { Random } from '../../../prisma/seed/random.js'
import { type BoardMessage, createBoardModel, type ModelOrder } from '../live/board-model.js'
import { canonical, pictureDigest } from './canonical.js'
import type { Doors } from './gateway-client.js'
import { createModelFollower, type ModelFollower } from './follower.js'
import { orderFields } from './gateway-client.js'
import type { SeenPicture } from './history.js'
import type { ShopWarehouse } from './shop.js'
import type { Violations } from './violations.js'

const counters = 'counters { live { state count } closedToday { state count } }'
const query = `subscription ($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {
  orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) { __typename seq prevSeq
    ... on BoardSnapshot { epoch last ${counters} orders { ${orderFields} } } ... on OrderUpserted { order { ${orderFields} } } ... on OrderLeft { orderId }
    ... on BoardHeartbeat { epoch headSeq asOf stale ${counters} } ... on BoardGap { from to reason } } }`

export interface BoardFilter {
  readonly states?: readonly string[]
  readonly skuId?: string
  readonly holder?: string
}

interface Counters {
  readonly live: readonly { readonly state: string; readonly count: number }[]
  readonly closedToday: readonly { readonly state: string; readonly count: number }[]
}
type Message = BoardMessage & { readonly counters?: Counters }

export interface BoardFollowerModel {
  readonly client: ModelFollower
  readonly warehouse: ShopWarehouse
  readonly filter: BoardFilter
  /** The picture now: canonical JSON by id. */
  picture(): ReadonlyMap<string, string>
  /** The log's head as the last heartbeat of this session said, if nothing came since. */
  readonly provenAt: number | undefined
  readonly counters: Counters | undefined
  readonly tally: { snapshots: number; changes: number; gaps: number }
}

/** A board on the wall: it keeps its picture over reconnections, mostly resuming, sometimes beginning anew. */
export const followBoardForEver = (options: {
  readonly name: string
  readonly random: Random
  readonly doors: Doors
  readonly warehouse: ShopWarehouse
  readonly filter: BoardFilter
  readonly pictures: SeenPicture[]
  readonly violations: Violations
}): BoardFollowerModel => {
  const { name, random, warehouse, filter, pictures, violations } = options
  const tally = { snapshots: 0, changes: 0, gaps: 0 }
  let model = createBoardModel()
  let gapOpen = false
  let provenAt: number | undefined
  let lastCounters: Counters | undefined

  const see = (seq: number) =>
    pictures.push({
      ...{ warehouseId: warehouse.id, filter: JSON.stringify(filter), seq },
      digest: pictureDigest(picture()),
    })

  const picture = () => new Map([...model.orders.values()].map((order) => [order.id, canonical(order)]))

  const take = (message: Message) => {
    if (gapOpen && message.__typename.startsWith('Order'))
      violations.add(`${name}: a change between a gap and its snapshot`)
    model.take(message)
    if (message.__typename !== 'BoardHeartbeat') provenAt = undefined
    if (message.__typename === 'BoardGap') {
      gapOpen = true
      tally.gaps += 1
    } else if (message.__typename === 'BoardSnapshot' && message.last) {
      gapOpen = false
      tally.snapshots += 1
      lastCounters = message.counters
      see(message.seq)
      if (message.epoch !== warehouse.epoch) violations.add(`${name}: a foreign epoch`)
    } else if (message.__typename === 'BoardHeartbeat') {
      lastCounters = message.counters
      // «Fresh» is a promise too: every change up to the head has been sent. A board that came from a quicker replica is
      // ahead of a head that this one last read: then its picture is that of its own seq.
      if (!message.stale && model.seq !== undefined && provenAt !== message.headSeq) {
        provenAt = message.headSeq
        see(Math.max(message.headSeq, model.seq))
      }
    } else tally.changes += 1
  }

  const client = createModelFollower({
    ...options,
    query,
    variables() {
      const resume = model.seq !== undefined && !random.chance(0.25)
      // What the old session had received of an unfinished snapshot is forgotten with it.
      model = resume
        ? createBoardModel({ seq: model.seq ?? 0, orders: [...model.orders.values()] })
        : createBoardModel()
      gapOpen = false
      provenAt = undefined
      return {
        warehouseId: warehouse.id,
        filter: Object.keys(filter).length > 0 ? filter : null,
        ...(resume && { after: model.seq, epoch: warehouse.epoch }),
      }
    },
    onNext(payload) {
      const { data } = JSON.parse(payload.toString()) as { readonly data: { readonly orderBoard: Message } | null }
      try {
        if (data) take(data.orderBoard)
        else violations.add(`${name}: ${payload.toString().slice(0, 300)}`)
      } catch (error) {
        violations.add(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    onError: (errors) => violations.add(`${name}: ended with ${JSON.stringify(errors)}`),
  })
  return {
    client,
    warehouse,
    filter,
    picture,
    tally,
    get provenAt() {
      return provenAt
    },
    get counters() {
      return lastCounters
    },
  }
}

/** The orders of a filter among all live ones, by the words of the schema. */
export const passes = (filter: BoardFilter, order: ModelOrder & LiveFacts): boolean =>
  (!filter.states || filter.states.includes(order.state)) &&
  (!filter.skuId || filter.skuId === order.sku.id) &&
  (!filter.holder ||
    filter.holder === order.claim?.holder ||
    (order.state === 'PICKED' && filter.holder === order.pickedBy))

/** What filters ask of an order. */
export interface LiveFacts {
  readonly putBackRequired: boolean
  readonly sku: { readonly id: string }
  readonly claim: { readonly holder: string } | null
  readonly pickedBy: string | null
}
