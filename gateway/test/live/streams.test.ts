import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { isLive } from '../../live/board-filter.js'
import { followBoard, followStream } from './follow-stream.js'
import { type LiveEdge, startLiveEdge } from './live-edge.js'
import { createMemoryLog, type MemoryLog } from './memory-log.js'

const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const start = async (limits: Parameters<typeof startLiveEdge>[1] = {}): Promise<{ log: MemoryLog; edge: LiveEdge }> => {
  const log = createMemoryLog()
  const edge = await startLiveEdge(log, { pollMinMs: 0, pollBusyMs: 1, pollIdleMs: 5, ...limits })
  closers.push(() => edge.close())
  return { log, edge }
}

const follow = (edge: LiveEdge, variables: Record<string, unknown>, begin?: Parameters<typeof followBoard>[2]) => {
  const board = followBoard(edge.url, variables, begin)
  closers.push(() => board.close())
  return board
}

const liveOf = (log: MemoryLog, states?: readonly string[]) =>
  new Map(
    [...log.orders.values()]
      .filter((order) => isLive(order) && (!states || states.includes(order.state)))
      .map((order) => [order.id, order.state]),
  )
const shown = (board: ReturnType<typeof followBoard>) =>
  new Map([...board.model.orders.values()].map((order) => [order.id, order.state]))

describe('the live board', () => {
  it('begins with a snapshot and follows without a gap', async () => {
    const { log, edge } = await start()
    log.change('o1', 'NEW')
    log.change('o2', 'NEW')
    const board = follow(edge, { warehouseId: log.warehouseId })
    await board.until(() => board.model.counts.snapshots === 1)
    log.change('o1', 'RELEASED')
    log.change('o2', 'HANDED_OVER')
    edge.hub.kick()
    await board.until(() => board.model.seq === 4)
    expect(shown(board)).toEqual(new Map([['o1', 'RELEASED']]))
    expect(board.model.counts).toMatchObject({ upserts: 1, left: 1, gaps: [], repeats: 0 })
  })

  it('executes once for all sockets of a group and reads the board once for a crowd', async () => {
    const { log, edge } = await start()
    for (let i = 0; i < 10; i += 1) log.change(`o${i}`, 'NEW')
    const boards = Array.from({ length: 30 }, () => follow(edge, { warehouseId: log.warehouseId }))
    for (const board of boards) await board.until(() => board.model.counts.snapshots === 1)
    expect(log.boardReads).toBe(1)
    expect(edge.executions).toBe(10)
    log.change('o1', 'RELEASED')
    edge.hub.kick()
    for (const board of boards) await board.until(() => board.model.seq === 11)
    expect(edge.executions).toBe(11)
  })

  it('forgets a group with its last follower', async () => {
    const { log, edge } = await start()
    const board = follow(edge, { warehouseId: log.warehouseId })
    await board.until(() => board.model.counts.snapshots === 1)
    expect(edge.hub.status()).toMatchObject({ groups: 1, subscriptions: 1, sockets: 1 })
    board.leave()
    while (edge.hub.status().subscriptions > 0 || edge.hub.status().sockets > 0) await setImmediate()
    expect(edge.hub.status()).toMatchObject({ groups: 0, subscriptions: 0, sockets: 0 })
  })

  it('sends heartbeats in silence, which say when the log cannot be read', async () => {
    const { log, edge } = await start({ heartbeatAfterMs: 20, staleAfterMs: 30 })
    const board = follow(edge, { warehouseId: log.warehouseId })
    await board.until(() => board.model.counts.heartbeats >= 2)
    log.away = true
    const isStale = () => board.messages.findLast((message) => message.__typename === 'BoardHeartbeat')?.stale
    await board.until(() => isStale() === true)
    log.away = false
    await board.until(() => isStale() === false)
    expect(board.model.counts.snapshots).toBe(1)
  })

  it('answers a foreign epoch and a pruned cursor with a gap and a snapshot', async () => {
    const { log, edge } = await start()
    for (let i = 0; i < 5; i += 1) log.change(`o${i}`, 'NEW')
    const foreign = follow(edge, { warehouseId: log.warehouseId, after: 3, epoch: 'another' }, { seq: 3, orders: [] })
    await foreign.until(() => foreign.model.counts.snapshots === 1)
    expect(foreign.model.counts.gaps).toEqual(['EPOCH'])
    log.minSeq = 4
    log.change('o1', 'RELEASED')
    edge.hub.kick()
    await foreign.until(() => foreign.model.seq === 6)
    const pruned = follow(edge, { warehouseId: log.warehouseId, after: 3, epoch: log.epoch }, { seq: 3, orders: [] })
    await pruned.until(() => pruned.model.counts.snapshots === 1)
    expect(pruned.model.counts.gaps).toEqual(['PRUNED'])
  })

  it('takes ids in capitals for the same warehouse and the same SKU', async () => {
    const { log, edge } = await start()
    log.change('o1', 'NEW')
    const skuId = log.orders.get('o1')?.sku.id.toUpperCase()
    const boards = [
      follow(edge, { warehouseId: log.warehouseId }),
      follow(edge, { warehouseId: log.warehouseId.toUpperCase(), filter: { skuId } }),
    ]
    for (const board of boards) await board.until(() => board.model.counts.snapshots === 1)
    log.change('o1', 'RELEASED')
    edge.hub.kick()
    for (const board of boards) await board.until(() => board.model.seq === 2)
    for (const board of boards) expect(shown(board)).toEqual(new Map([['o1', 'RELEASED']]))
    expect(edge.hub.status().warehouses).toBe(1)
  })

  it('shares no frames between followers whose variables differ, whatever these are called', async () => {
    const { log, edge } = await start()
    const query = `subscription ($warehouseId: ID!, $epoch: Boolean!) {
      orderBoard(warehouseId: $warehouseId) { __typename seq prevSeq ... @include(if: $epoch) { at } ... on BoardSnapshot { last } } }`
    for (const epoch of [false, true]) {
      const stream = followStream<object>({ url: edge.url, query, variables: { warehouseId: log.warehouseId, epoch } })
      closers.push(() => stream.close())
      await stream.until(() => stream.messages.length > 0)
      expect('at' in (stream.messages[0] ?? {})).toBe(epoch)
    }
  })

  it('tells a board that resumed of no message that it never was to have', async () => {
    const { log, edge } = await start({ heartbeatAfterMs: 20 })
    log.change('o1', 'NEW')
    log.change('o1', 'RELEASED')
    log.change('o1', 'CLAIMED')
    // On a replica that has seen nothing of this log: the last message of this filter was at 2, a snapshot was at 1.
    for (const after of [1, 2]) {
      const orders = after === 1 ? [{ id: 'o1', state: 'NEW', version: 1 }] : []
      const filter = { states: ['NEW'] }
      const board = follow(
        edge,
        { warehouseId: log.warehouseId, filter, after, epoch: log.epoch },
        { seq: after, orders },
      )
      await board.until(() => board.model.counts.heartbeats >= 2)
      const beat = board.messages.findLast((message) => message.__typename === 'BoardHeartbeat')
      expect(beat).toMatchObject({ prevSeq: 2, headSeq: 3 })
      expect(board.model.seq).toBe(2)
    }
  })

  const states = ['NEW', 'RELEASED', 'CLAIMED', 'PICKED', 'HANDED_OVER', 'CANCELLED', 'ON_HOLD'] as const
  const change = fc.record({
    order: fc.integer({ min: 0, max: 8 }),
    state: fc.constantFrom(...states),
    pause: fc.boolean(),
  })
  const plan = fc.record({
    before: fc.array(change, { maxLength: 30 }),
    during: fc.array(change, { minLength: 1, maxLength: 40 }),
    filter: fc.option(fc.uniqueArray(fc.constantFrom(...states), { minLength: 1, maxLength: 3 }), { nil: undefined }),
    resumeAt: fc.integer({ min: 0, max: 30 }),
  })

  it('shows exactly the orders of its filter, from a snapshot or resumed anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ before, during, filter, resumeAt }) => {
        const { log, edge } = await start({ ringEvents: 12, framesMs: 50 })
        const filters = filter ? { filter: { states: filter } } : {}
        // A peer keeps the stream alive so that the ring is older than some resumed cursors and younger than others.
        const peer = follow(edge, { warehouseId: log.warehouseId })
        await peer.until(() => peer.model.counts.snapshots === 1)
        const pictures = [{ seq: 0, orders: new Map<string, string>() }]
        const apply = (step: { order: number; state: string }) => {
          log.change(`o${step.order}`, step.state)
          pictures.push({ seq: log.events.length, orders: liveOf(log, filter) })
        }
        before.forEach(apply)
        const picture = pictures[Math.min(resumeAt, pictures.length - 1)]
        if (!picture) throw new Error('no picture')
        const orders = [...picture.orders].map(([id, state]) => ({ id, state, version: 0 }))
        const resumed = follow(
          edge,
          { warehouseId: log.warehouseId, ...filters, after: picture.seq, epoch: log.epoch },
          { seq: picture.seq, orders },
        )
        const fresh = follow(edge, { warehouseId: log.warehouseId, ...filters })
        for (const step of during) {
          apply(step)
          edge.hub.kick()
          if (step.pause) await setImmediate()
        }
        await fresh.until(() => fresh.model.counts.snapshots === 1)
        // One change that every filter sees, so that «caught up» is an event and not a pause.
        const state =
          filter?.find((name) => !['HANDED_OVER', 'CANCELLED'].includes(name)) ?? (filter ? undefined : 'NEW')
        if (state) {
          log.change('last', state)
          edge.hub.kick()
          for (const board of [fresh, resumed]) await board.until(() => board.model.seq === log.events.length)
          for (const board of [fresh, resumed]) expect(shown(board)).toEqual(liveOf(log, filter))
        }
        for (const close of closers.splice(0).reverse()) await close()
      }),
      { numRuns: 60, verbose: 1 },
    )
  })
})
