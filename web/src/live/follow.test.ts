import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Feed, follow } from './follow'
import type { Thing } from './testing/simulated-server'
import type { ConnectionEvents, SubscriptionEvents } from './transport'

interface Subscribed {
  readonly variables: Readonly<Record<string, unknown>>
  readonly events: SubscriptionEvents
  ended: boolean
}

/** A transport that a test plays by hand. */
function createHandTransport() {
  const sockets: { readonly events: ConnectionEvents; closed: boolean }[] = []
  const subscriptions: Subscribed[] = []
  return {
    sockets,
    subscriptions,
    transport: (events: ConnectionEvents) => {
      const socket = { events, closed: false }
      sockets.push(socket)
      return {
        subscribe: (variables: Readonly<Record<string, unknown>>, sink: SubscriptionEvents) => {
          const subscribed = { variables, events: sink, ended: false }
          subscriptions.push(subscribed)
          return { end: () => void (subscribed.ended = true) }
        },
        close: () => void (socket.closed = true),
      }
    },
  }
}

const at = (): string => new Date(1_900_000_000_000 + performance.now()).toISOString()
const counters = { live: [], closedToday: [] }
const snapshot = (seq: number, ids: readonly string[]) => ({
  orderBoard: {
    __typename: 'BoardSnapshot',
    seq,
    prevSeq: seq,
    at: at(),
    epoch: 'e',
    counters,
    last: true,
    orders: ids.map((id) => ({ id, version: seq })),
  },
})

let hand: ReturnType<typeof createHandTransport>
let feed: Feed<Thing>

beforeEach(() => {
  vi.useFakeTimers()
  hand = createHandTransport()
  feed = follow<Thing>({
    transport: hand.transport,
    variables: { warehouseId: 'w' },
    parseOrder: (value) => value as Thing,
    random: () => 0.5,
  })
})

afterEach(() => {
  feed.close()
  vi.useRealTimers()
})

describe('the driver', () => {
  it('opens, subscribes, publishes, and on a cut resumes where it was', () => {
    hand.sockets[0]?.events.opened()
    expect(hand.subscriptions[0]?.variables).toEqual({ warehouseId: 'w' })
    hand.subscriptions[0]?.events.next(snapshot(5, ['a']))
    expect(feed.getModel().phase).toBe('following')
    hand.sockets[0]?.events.closed(1006, '')
    expect(hand.sockets[0]?.closed).toBe(true)
    vi.advanceTimersByTime(10)
    hand.sockets[1]?.events.opened()
    expect(hand.subscriptions[1]?.variables).toEqual({ warehouseId: 'w', after: 5, epoch: 'e' })
  })

  it('tells its listeners of a burst once in 120 ms, of a new phase at once', () => {
    const heard = vi.fn<() => void>()
    feed.subscribe(heard)
    hand.sockets[0]?.events.opened()
    hand.subscriptions[0]?.events.next(snapshot(5, ['a']))
    heard.mockClear()
    for (let seq = 6; seq < 106; seq += 1)
      hand.subscriptions[0]?.events.next({
        orderBoard: { __typename: 'OrderUpserted', seq, prevSeq: seq - 1, at: at(), order: { id: 'a', version: seq } },
      })
    expect(heard).not.toHaveBeenCalled()
    vi.advanceTimersByTime(120)
    expect(heard).toHaveBeenCalledTimes(1)
    expect(feed.getModel().picture?.seq).toBe(105)
  })

  it('says stale in the very moment, without being asked', () => {
    hand.sockets[0]?.events.opened()
    hand.subscriptions[0]?.events.next(snapshot(5, ['a']))
    const heard = vi.fn<() => void>()
    feed.subscribe(heard)
    vi.advanceTimersByTime(4_600)
    expect(heard).toHaveBeenCalled()
    expect(feed.getModel().phase).toBe('stale')
  })

  it('asks anew for what it cannot read, and ends the subscription before it', () => {
    hand.sockets[0]?.events.opened()
    hand.subscriptions[0]?.events.next(snapshot(5, ['a']))
    hand.subscriptions[0]?.events.next({ orderBoard: { __typename: 'SomethingNew' } })
    expect(hand.subscriptions[0]?.ended).toBe(true)
    expect(hand.subscriptions[1]?.variables).toEqual({ warehouseId: 'w' })
  })

  it('leaves no timer and no socket behind when it is closed', () => {
    hand.sockets[0]?.events.opened()
    hand.subscriptions[0]?.events.next(snapshot(5, ['a']))
    feed.close()
    expect(hand.sockets[0]?.closed).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })
})
