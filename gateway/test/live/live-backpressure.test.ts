import { afterEach, describe, expect, it } from 'vitest'
import type { LiveLimits } from '../../live/limits.js'
import { eventsQuery, followBoard, followStream } from './follow-stream.js'
import { startLiveEdge } from './live-edge.js'
import { createMemoryLog } from './memory-log.js'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

// More than any kernel buffers between two sockets of one machine: 1,600 events of 8 KB over 20 orders.
const events = 1_600
const orders = 20

const start = async (limits: Partial<LiveLimits>) => {
  const log = createMemoryLog()
  log.comment = 'Упакуйте в плёнку 🎁 '.repeat(250)
  for (let i = 0; i < orders; i += 1) log.change(`o${i}`, 'NEW')
  const edge = await startLiveEdge(log, { pollMinMs: 0, pollBusyMs: 1, pollIdleMs: 5, ...limits })
  closers.push(() => edge.close())
  return { log, edge }
}

const board = (url: string, warehouseId: string) => {
  const following = followBoard(url, { warehouseId })
  closers.push(() => following.close())
  return following
}

/** Changes every order many times while a board that reads follows along; the paused one falls behind. */
const storm = async ({ log, edge }: Awaited<ReturnType<typeof start>>, reader: ReturnType<typeof board>) => {
  let mostUnsent = 0
  for (let i = 0; i < events; i += 1) {
    log.change(`o${i % orders}`, i % 2 ? 'NEW' : 'RELEASED')
    if (i % 50 !== 49) continue
    edge.hub.kick()
    const { length } = log.events
    await reader.until(() => reader.model.seq === length)
    mostUnsent = Math.max(mostUnsent, ...edge.sockets.map((socket) => socket.unsent()))
  }
  return mostUnsent
}

const states = (following: ReturnType<typeof board>) =>
  new Map([...following.model.orders.values()].map((order) => [order.id, [order.state, order.version]]))

describe('a client that reads too slowly', () => {
  it('costs a bounded buffer, holds up nobody, and then gets the newest state of each order', async () => {
    const harness = await start({ gapAfterMs: 600_000, gapAbove: 100_000_000, framesMs: 600_000, frames: 10_000 })
    const { log, edge } = harness
    const reader = board(edge.url, log.warehouseId)
    const slow = board(edge.url, log.warehouseId)
    await slow.until(() => slow.model.counts.snapshots === 1)
    await reader.until(() => reader.model.counts.snapshots === 1)
    slow.pause()
    const mostUnsent = await storm(harness, reader)
    expect(mostUnsent).toBeLessThan(96 * 1024)
    slow.resume()
    await slow.until(() => slow.model.seq === log.events.length)
    expect(states(slow)).toEqual(states(reader))
    expect(slow.model.counts.gaps).toEqual([])
    expect(slow.model.counts.upserts).toBeLessThan(events)
    expect(reader.model.counts.upserts).toBe(events)
  })

  it('is told of a gap and gets a snapshot when it lags too far', async () => {
    const harness = await start({ gapAbove: 64 * 1024 })
    const { log, edge } = harness
    const reader = board(edge.url, log.warehouseId)
    const slow = board(edge.url, log.warehouseId)
    await slow.until(() => slow.model.counts.snapshots === 1)
    await reader.until(() => reader.model.counts.snapshots === 1)
    slow.pause()
    await storm(harness, reader)
    slow.resume()
    await slow.until(() => slow.model.seq === log.events.length && slow.model.counts.snapshots === 2)
    expect(slow.model.counts.gaps).toEqual(['SLOW'])
    expect(states(slow)).toEqual(states(reader))
  })

  it('gets every event of orderEvents all the same, paused and replayed from ring and log', async () => {
    const harness = await start({ ringEvents: 500, frames: 100 })
    const { log, edge } = harness
    const reader = board(edge.url, log.warehouseId)
    const variables = { warehouseId: log.warehouseId, after: 0, epoch: log.epoch }
    const slow = followStream<{ seq: number; prevSeq: number }>({ url: edge.url, query: eventsQuery, variables })
    closers.push(() => slow.close())
    await reader.until(() => reader.model.counts.snapshots === 1)
    await slow.until(() => slow.messages.length === orders)
    slow.pause()
    const mostUnsent = await storm(harness, reader)
    expect(mostUnsent).toBeLessThan(96 * 1024)
    slow.resume()
    await slow.until(() => slow.messages.length >= log.events.length)
    expect(slow.messages.map(({ seq }) => seq)).toEqual(log.events.map(({ seq }) => seq))
    expect(slow.messages.every(({ seq, prevSeq }) => prevSeq === seq - 1)).toBe(true)
  })

  it('is closed with 1013 when it answers no pings, and cut when it does not even read that', async () => {
    const { log, edge } = await start({ pingEveryMs: 40, terminateAfterMs: 40 })
    const reader = board(edge.url, log.warehouseId)
    const dead = board(edge.url, log.warehouseId)
    await dead.until(() => dead.model.counts.snapshots === 1)
    await reader.until(() => reader.model.counts.snapshots === 1)
    dead.pause()
    while (edge.hub.status().sockets > 1) {
      log.change('o1', 'NEW')
      edge.hub.kick()
      const { length } = log.events
      await reader.until(() => reader.model.seq === length)
    }
    dead.resume()
    await dead.until(() => dead.closeCode !== undefined)
    expect([1006, 1013]).toContain(dead.closeCode)
    expect(reader.closeCode).toBeUndefined()
  })
})
