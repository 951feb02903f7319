import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { LiveLimits } from '../../live/limits.js'
import { eventsQuery, followBoard, followStream } from './follow-stream.js'
import { startLiveEdge } from './live-edge.js'
import { createMemoryLog } from './memory-log.js'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** Starts an edge over a log whose reads may be held up (`gates`) and bring so many events at once (`page`). */
const start = async (
  limits: Partial<LiveLimits> = {},
  gates: {
    readonly head?: () => Promise<unknown>
    readonly board?: () => Promise<unknown>
    readonly page?: number
  } = {},
) => {
  const log = createMemoryLog()
  const { readHead, readBoard, readLog } = log
  log.readHead = async (warehouseId) => {
    await gates.head?.()
    return readHead(warehouseId)
  }
  log.readBoard = async () => {
    await gates.board?.()
    return readBoard()
  }
  log.readLog = async (cursors) => {
    const read = await readLog(cursors)
    const after = cursors.get(log.warehouseId)
    if (gates.page === undefined || after === undefined) return read
    return { ...read, events: new Map([[log.warehouseId, log.events.slice(after, after + gates.page)]]) }
  }
  const edge = await startLiveEdge(log, { pollMinMs: 0, pollBusyMs: 1, pollIdleMs: 5, ...limits })
  closers.push(() => edge.close())
  const board = (variables: object, begin?: Parameters<typeof followBoard>[2]) => {
    const following = followBoard(edge.url, { warehouseId: log.warehouseId, ...variables }, begin)
    closers.push(() => following.close())
    return following
  }
  const events = (variables: object) => {
    const all = { warehouseId: log.warehouseId, ...variables }
    const following = followStream<{ seq: number }>({ url: edge.url, query: eventsQuery, variables: all })
    closers.push(() => following.close())
    return following
  }
  return { log, edge, board, events }
}

describe('a follower that joins', () => {
  it('needs no gap when what it missed is of no concern to its filter', async () => {
    const { log, edge, board } = await start()
    log.change('o1', 'NEW')
    log.change('o1', 'PICKED')
    log.change('o2', 'NEW')
    log.change('o2', 'RELEASED')
    // A replica that has just started: nothing is in its memory.
    const resumed = board({ filter: { states: ['PICKED'] }, after: 1, epoch: log.epoch }, { seq: 1, orders: [] })
    await resumed.until(() => resumed.model.seq === 2)
    log.change('o2', 'PICKED')
    edge.hub.kick()
    await resumed.until(() => resumed.model.seq === 5)
    expect(resumed.model.counts).toMatchObject({ upserts: 2, gaps: [], snapshots: 0 })
  })

  it('is told of no gap when events come while its first picture is read', async () => {
    const waiting = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const slowly = () => {
      waiting.resolve()
      return go.promise
    }
    const { log, edge, board, events } = await start({}, { board: slowly })
    for (let i = 0; i < 5; i += 1) log.change(`o${i}`, 'NEW')
    const following = board({})
    await waiting.promise
    const peer = events({ after: 0 })
    await peer.until(() => peer.messages.length === 5)
    log.change('o1', 'RELEASED')
    edge.hub.kick()
    await peer.until(() => peer.messages.length === 6)
    go.resolve()
    await following.until(() => following.model.seq === 6)
    expect(following.model.counts).toMatchObject({ snapshots: 1, gaps: [] })
  })

  it('keeps up with a burst larger than what closes a socket', async () => {
    const { log, edge, board, events } = await start(
      { closeAbove: 128 * 1024, gapAbove: 64 * 1024 * 1024 },
      { page: 2_000 },
    )
    for (let i = 0; i < 5; i += 1) log.change(`o${i}`, 'NEW')
    const stream = events({ after: 0 })
    const following = board({})
    await following.until(() => following.model.counts.snapshots === 1)
    await stream.until(() => stream.messages.length === 5)
    for (let i = 0; i < 1_000; i += 1) log.change(`o${i}`, i % 2 ? 'RELEASED' : 'PICKED')
    edge.hub.kick()
    await stream.until(() => stream.messages.length === 1_005)
    await following.until(() => following.model.seq === 1_005)
    expect([stream.closeCode, following.closeCode]).toEqual([undefined, undefined])
    expect(following.model.counts.gaps).toEqual([])
  })

  it('is not forgotten with the one that leaves while it still begins', async () => {
    const gate = { open: Promise.resolve() }
    const { log, edge, events } = await start({}, { head: () => gate.open })
    for (let i = 0; i < 5; i += 1) log.change(`o${i}`, 'NEW')
    const first = events({ epoch: log.epoch })
    while (edge.hub.status().groups === 0) await setImmediate()
    // Ahead of this replica, so its beginning asks the database for the head.
    const opened = Promise.withResolvers<void>()
    gate.open = opened.promise
    log.change('o1', 'RELEASED')
    const second = events({ after: 6, epoch: log.epoch })
    while (edge.hub.status().subscriptions < 2) await setImmediate()
    first.leave()
    while (edge.hub.status().subscriptions > 1) await setImmediate()
    opened.resolve()
    log.change('o2', 'RELEASED')
    edge.hub.kick()
    await second.until(() => second.messages.length === 1)
    expect(second.messages[0]?.seq).toBe(7)
  })
})
