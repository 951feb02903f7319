import type { Counters, Frame, Identified } from './frames'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isString = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value)

function parseTime(value: unknown): number | null {
  const ms = isString(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}

function parseTally(value: unknown): Readonly<Record<string, number>> | null {
  if (!Array.isArray(value)) return null
  const tally: Record<string, number> = {}
  for (const item of value as readonly unknown[]) {
    if (!isObject(item) || !isString(item['state']) || !isCount(item['count'])) return null
    tally[item['state']] = item['count']
  }
  return tally
}

function parseCounters(value: unknown): Counters | null {
  if (!isObject(value)) return null
  const live = parseTally(value['live'])
  const closedToday = parseTally(value['closedToday'])
  return live && closedToday ? { live, closedToday } : null
}

function parseOrders<O extends Identified>(
  value: unknown,
  parseOrder: (value: unknown) => O | null,
): readonly O[] | null {
  if (!Array.isArray(value)) return null
  const orders: O[] = []
  for (const item of value as readonly unknown[]) {
    const order = parseOrder(item)
    if (!order) return null
    orders.push(order)
  }
  return orders
}

/**
 * Reads one `orderBoard` message. Null when it is not one: the caller then no longer knows what the board looks like
 * and must ask anew, so a half-understood frame is never applied.
 */
export function parseFrame<O extends Identified>(
  value: unknown,
  parseOrder: (value: unknown) => O | null,
): Frame<O> | null {
  if (!isObject(value)) return null
  const { seq, prevSeq } = value
  const at = parseTime(value['at'])
  if (!isCount(seq) || !isCount(prevSeq) || at === null) return null
  const base = { seq, prevSeq, at }
  const epoch = value['epoch']
  switch (value['__typename']) {
    case 'BoardSnapshot': {
      const orders = parseOrders(value['orders'], parseOrder)
      const counters = parseCounters(value['counters'])
      const last = value['last']
      if (!orders || !counters || !isString(epoch) || typeof last !== 'boolean') return null
      return { ...base, kind: 'snapshot', epoch, orders, counters, last }
    }
    case 'OrderUpserted': {
      const order = parseOrder(value['order'])
      return order && { ...base, kind: 'upserted', order }
    }
    case 'OrderLeft': {
      const { orderId, state } = value
      return isString(orderId) && isString(state) ? { ...base, kind: 'left', orderId, to: state } : null
    }
    case 'BoardHeartbeat': {
      const asOf = parseTime(value['asOf'])
      const counters = parseCounters(value['counters'])
      const stale = value['stale']
      if (asOf === null || !counters || !isString(epoch) || typeof stale !== 'boolean') return null
      return { ...base, kind: 'heartbeat', epoch, asOf, stale, counters }
    }
    case 'BoardGap':
      return { ...base, kind: 'gap', reason: isString(value['reason']) ? value['reason'] : 'UNKNOWN' }
    default:
      return null
  }
}
