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

const start = async (limits: Partial<LiveLimits>) => {
  const log = createMemoryLog()
  const edge = await startLiveEdge(log, { pollMinMs: 0, pollBusyMs: 1, pollIdleMs: 5, ...limits })
  closers.push(() => edge.close())
  const board = followBoard(edge.url, { warehouseId: log.warehouseId })
  closers.push(() => board.close())
  await board.until(() => board.model.counts.snapshots === 1)
  const events = (query: string) => {
    const stream = followStream<{ seq: number }>({
      url: edge.url,
      query,
      variables: { warehouseId: log.warehouseId, after: 0, epoch: log.epoch },
    })
    closers.push(() => stream.close())
    return stream
  }
  return { log, edge, board, events }
}

describe('a group with more to do than it can', () => {
  it('holds up nobody, claims nothing, and gets a gap and a snapshot when the ring has moved on', async () => {
    const { log, edge, board, events } = await start({ ringEvents: 10, heartbeatAfterMs: 20 })
    const quick = events(eventsQuery)
    const slow = events(eventsQuery.replace('id state comment', 'id availableCommands'))
    log.change('o0', 'NEW')
    edge.hub.kick()
    for (const stream of [quick, slow]) await stream.until(() => stream.messages.length === 1)
    await board.until(() => board.model.seq === 1)

    edge.hold()
    for (let i = 0; i < 50; i += 1) log.change(`o${i}`, i % 2 ? 'NEW' : 'RELEASED')
    edge.hub.kick()
    await quick.until(() => quick.messages.length === 51)
    const { heartbeats } = board.model.counts
    const others = followBoard(edge.url, { warehouseId: log.warehouseId, filter: { states: ['STAGED'] } })
    closers.push(() => others.close())
    await others.until(() => others.model.counts.heartbeats >= 3)
    expect(board.model.counts.heartbeats).toBe(heartbeats)
    expect(slow.messages).toHaveLength(1)

    edge.goOn()
    await board.until(() => board.model.seq === 51 && board.model.counts.snapshots === 2)
    expect(board.model.counts.gaps).toEqual(['SLOW'])
    const states = (orders: Iterable<{ id: string; state: string }>) =>
      new Map([...orders].map(({ id, state }) => [id, state]))
    expect(states(board.model.orders.values())).toEqual(states(log.orders.values()))
    await slow.until(() => slow.messages.length === 51)
    expect(slow.messages.map(({ seq }) => seq)).toEqual(log.events.map(({ seq }) => seq))
  })

  it('lets go of the event loop between the pieces of its work', async () => {
    const { log, edge, board } = await start({ sliceMs: 0 })
    let turns = 0
    let counting = true
    const counter = (async () => {
      while (counting) {
        await setImmediate()
        turns += 1
      }
    })()
    for (let i = 0; i < 300; i += 1) log.change(`o${i}`, 'NEW')
    edge.hub.kick()
    await board.until(() => board.model.seq === 300)
    counting = false
    await counter
    expect(turns).toBeGreaterThan(150)
  })
})
