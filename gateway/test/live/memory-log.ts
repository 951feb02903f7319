import { randomUUID } from 'node:crypto'
import { isLive } from '../../live/board-filter.js'
import type { BoardRead, Head, LiveOrder, LogEvent } from '../../live/event.js'
import type { LogRead } from '../../live/tailer.js'

const liveStates = [
  'NEW',
  'RELEASED',
  'CLAIMED',
  'PICKED',
  'PACKED',
  'STAGED',
  'SHORT',
  'ON_HOLD',
  'CANCEL_REQUESTED',
  'CANCELLED',
  'RESHIP',
]

/** The log and the orders of one warehouse, held in memory with the same promises that the database gives. */
export interface MemoryLog {
  readonly warehouseId: string
  readonly orders: ReadonlyMap<string, LiveOrder>
  readonly events: readonly LogEvent[]
  epoch: string
  minSeq: number
  /** Reads of the whole board so far. */
  readonly boardReads: number
  /** Fails every read while set. */
  away: boolean
  /** Buyers' comments on all orders from now on: what makes events large. */
  comment: string | null
  change(orderId: string, state: string, holder?: string | null): LogEvent
  readLog(cursors: ReadonlyMap<string, number>): Promise<LogRead>
  readHead(warehouseId: string): Promise<Head>
  readBoard(): Promise<BoardRead>
  readEvents(warehouseId: string, after: number, limit: number): Promise<readonly LogEvent[]>
}

interface Facts {
  readonly id: string
  readonly warehouseId: string
  readonly state: string
  readonly holder: string | null
  readonly version: number
  readonly comment: string | null
}

const publicOrder = ({ id, warehouseId, state, holder, version, comment }: Facts) => ({
  id,
  warehouseId,
  wbOrderId: String(10_000_000 + version),
  rid: null,
  orderUid: null,
  sku: {
    id: `sku-${id.at(-1)}`,
    chrtId: '1',
    nmId: '2',
    article: `ART-${id}`,
    title: 'Футболка',
    size: '46',
    barcodes: ['4600000000017'],
  },
  state,
  resumeState: state === 'ON_HOLD' ? 'NEW' : null,
  putBackRequired: false,
  claim:
    holder === null
      ? null
      : { holder, device: null, claimedAt: '2026-11-22T09:00:00.000Z', expiresAt: '2026-11-22T09:20:00.000Z' },
  pickedBy: null,
  packedBy: null,
  reason: null,
  cargoType: 1,
  crossBorderType: 0,
  isB2b: false,
  isZeroOrder: false,
  requiredMeta: [],
  optionalMeta: [],
  offices: [],
  comment,
  price: { amount: 101_400, currency: 'RUB' },
  createdAt: '2026-11-22T08:00:00.000Z',
  importedAt: '2026-11-22T08:01:00.000Z',
  deadlineAt: '2026-11-22T18:00:00.000Z',
  amberAt: '2026-11-22T16:00:00.000Z',
  redAt: '2026-11-22T17:30:00.000Z',
  stateChangedAt: '2026-11-22T09:00:00.000Z',
  version,
  marketplace: {
    supplierStatus: 'new',
    wbStatus: 'waiting',
    isCancellable: null,
    cancelled: false,
    observedAt: '2026-11-22T08:01:00.000Z',
  },
})

/** An empty log. */
export const createMemoryLog = (): MemoryLog => {
  const warehouseId = randomUUID()
  const orders = new Map<string, LiveOrder & { readonly version: number }>()
  const events: LogEvent[] = []
  let boardReads = 0
  const log: MemoryLog = {
    warehouseId,
    orders,
    events,
    epoch: randomUUID(),
    minSeq: 0,
    away: false,
    comment: null,
    get boardReads() {
      return boardReads
    },
    change(orderId, state, holder = null) {
      const old = orders.get(orderId)
      const version = (old?.version ?? 0) + 1
      const order = publicOrder({ id: orderId, warehouseId, state, holder, version, comment: log.comment })
      orders.set(orderId, order)
      const event: LogEvent = {
        warehouseId,
        seq: events.length + 1,
        epoch: log.epoch,
        at: new Date().toISOString(),
        orderId,
        type: old ? 'RELEASED' : 'IMPORTED',
        before: old
          ? { state: old.state, putBackRequired: old.putBackRequired, holder: old.claim?.holder ?? null }
          : null,
        order,
        actor: 'test',
        device: null,
        clientTime: null,
        commandId: null,
      }
      events.push(event)
      return event
    },
    async readLog(cursors) {
      if (log.away) throw new Error('the database is away')
      const after = cursors.get(warehouseId)
      const heads = after === undefined ? [] : [await log.readHead(warehouseId)]
      const news = after === undefined ? [] : events.slice(after, after + 7)
      return { now: Date.now(), heads, events: new Map([[warehouseId, news]]) }
    },
    async readHead() {
      if (log.away) throw new Error('the database is away')
      return { warehouseId, epoch: log.epoch, seq: events.length, minSeq: log.minSeq }
    },
    async readBoard() {
      if (log.away) throw new Error('the database is away')
      boardReads += 1
      const live = [...orders.values()].filter(isLive)
      const read = {
        seq: events.length,
        epoch: log.epoch,
        orders: live,
        counters: {
          live: liveStates.map((state) => ({ state, count: live.filter((order) => order.state === state).length })),
          closedToday: [],
        },
        dayEndsAt: '2999-01-01T00:00:00.000Z',
      }
      // The answer arrives later than it was true, as from a database.
      await new Promise((resolve) => setImmediate(resolve))
      return read
    },
    async readEvents(_warehouseId, after, limit) {
      if (log.away) throw new Error('the database is away')
      return events.slice(Math.max(after, log.minSeq), after + limit)
    },
  }
  return log
}
