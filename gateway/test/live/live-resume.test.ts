import { afterEach, describe, expect, it } from 'vitest'
import type { LiveLimits } from '../../live/limits.js'
import { eventsQuery, followBoard, followStream } from './follow-stream.js'
import { startLiveEdge } from './live-edge.js'
import { createMemoryLog } from './memory-log.js'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const start = async (events: number, limits: Partial<LiveLimits> = {}) => {
  const log = createMemoryLog()
  for (let i = 0; i < events; i += 1) log.change(`o${i % 7}`, i % 2 ? 'RELEASED' : 'NEW')
  const edge = await startLiveEdge(log, { pollMinMs: 0, pollBusyMs: 1, pollIdleMs: 5, ...limits })
  closers.push(() => edge.close())
  const board = (variables: object, seq: number) => {
    const following = followBoard(edge.url, { warehouseId: log.warehouseId, ...variables }, { seq, orders: [] })
    closers.push(() => following.close())
    return following
  }
  const eventStream = (variables: object) => {
    const following = followStream<{ seq: number }>({
      url: edge.url,
      query: eventsQuery,
      variables: { warehouseId: log.warehouseId, ...variables },
    })
    closers.push(() => following.close())
    return following
  }
  return { log, edge, board, eventStream }
}

describe('a client that comes back', () => {
  it('gets what it missed, newest state per order, and then what is new', async () => {
    const { log, edge, board } = await start(40)
    const resumed = board({ after: 10, epoch: log.epoch }, 10)
    await resumed.until(() => resumed.model.seq === 40)
    expect(resumed.model.counts).toMatchObject({ snapshots: 0, upserts: 7, gaps: [] })
    log.change('o1', 'PICKED')
    edge.hub.kick()
    await resumed.until(() => resumed.model.seq === 41)
    expect(resumed.model.orders.get('o1')).toMatchObject({ state: 'PICKED' })
  })

  it('gets a gap and a snapshot when it missed too much to replay', async () => {
    const { log, board } = await start(40, { replayEvents: 20 })
    const resumed = board({ after: 10, epoch: log.epoch }, 10)
    await resumed.until(() => resumed.model.counts.snapshots === 1)
    expect(resumed.model.counts.gaps).toEqual(['SLOW'])
    expect(resumed.model.seq).toBe(40)
  })

  it('may be ahead of a replica that has not read the newest events yet', async () => {
    const { log, edge, board } = await start(5, { pollIdleMs: 600_000, pollBusyMs: 600_000 })
    const peer = board({}, 0)
    await peer.until(() => peer.model.counts.snapshots === 1)
    log.change('o1', 'PICKED')
    log.change('o2', 'PICKED')
    const ahead = board({ after: 7, epoch: log.epoch }, 7)
    // A round trip on the same socket order: the second subscription is up before the log moves on.
    const beside = board({ after: 7, epoch: log.epoch }, 7)
    while (edge.hub.status().subscriptions < 3) await new Promise(setImmediate)
    log.change('o3', 'PICKED')
    edge.hub.kick()
    for (const following of [ahead, beside]) await following.until(() => following.model.seq === 8)
    expect(ahead.model.counts).toMatchObject({ snapshots: 0, gaps: [], upserts: 1 })
  })

  it('is told RESYNC by orderEvents when the log was pruned, is another one, or is shorter than the cursor', async () => {
    const { log, eventStream } = await start(9)
    log.minSeq = 4
    for (const variables of [{ after: 3 }, { after: 5, epoch: 'another' }, { after: 10 }]) {
      const following = eventStream({ epoch: log.epoch, ...variables })
      await following.until(() => following.errors.length > 0)
      expect(following.errors[0]?.extensions).toMatchObject({ code: 'RESYNC', epoch: log.epoch, minSeq: 4 })
      expect(following.messages).toEqual([])
    }
    const good = eventStream({ after: 4, epoch: log.epoch })
    await good.until(() => good.messages.length === 5)
    expect(good.messages.map(({ seq }) => seq)).toEqual([5, 6, 7, 8, 9])
  })

  it('follows from now on without a cursor', async () => {
    const { log, edge, eventStream } = await start(9)
    const following = eventStream({})
    while (edge.hub.status().groups === 0) await new Promise(setImmediate)
    log.change('o2', 'NEW')
    edge.hub.kick()
    await following.until(() => following.messages.at(-1)?.seq === log.events.length)
    const first = following.messages[0]?.seq ?? 0
    expect(first).toBeGreaterThan(9)
    expect(following.messages.map(({ seq }) => seq)).toEqual(following.messages.map((_, index) => first + index))
  })
})

describe('when the server goes or the log is replaced', () => {
  it('closes every socket with 1012, not all at once', async () => {
    const { edge, board } = await start(5)
    const boards = Array.from({ length: 30 }, () => board({}, 0))
    for (const following of boards) await following.until(() => following.model.counts.snapshots === 1)
    const closedAt: number[] = []
    const gone = boards.map(async (following) => {
      await following.until(() => following.closeCode !== undefined)
      closedAt.push(performance.now())
    })
    await edge.hub.drain(300)
    await Promise.all(gone)
    expect(boards.map(({ closeCode }) => closeCode)).toEqual(boards.map(() => 1012))
    expect(Math.max(...closedAt) - Math.min(...closedAt)).toBeGreaterThan(50)
  })

  it('sends followers of a replaced log away with 1012 and tells them when they come back', async () => {
    const { log, edge, board } = await start(5)
    const old = log.epoch
    const following = board({}, 0)
    await following.until(() => following.model.counts.snapshots === 1)
    log.epoch = '00000000-0000-4000-8000-000000000000'
    edge.hub.kick()
    await following.until(() => following.closeCode !== undefined)
    expect(following.closeCode).toBe(1012)
    const back = board({ after: 5, epoch: old }, 5)
    await back.until(() => back.model.counts.snapshots === 1)
    expect(back.model.counts.gaps).toEqual(['EPOCH'])
  })
})
