import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../prisma/seed/catalogue.js'
import { seedWarehouses } from '../../prisma/seed/warehouses.js'
import type { WbOrderNew } from '../../prisma/seed/wb-orders.js'
import { createDeadline, slaBucket } from '../domain/deadline.js'
import { readWbOrder } from '../domain/wb-order.js'
import { historyKinds } from './history-paths.js'
import { type HistoryCall, planHistory } from './plan-history.js'

const catalogue = createCatalogue()
const plan = (now: Date, seed = 'test') => planHistory({ now, seed, catalogue })

interface Told {
  readonly order: WbOrderNew
  readonly importedAt: Date
  readonly kinds: string[]
  readonly times: number[]
}

/** What the plan tells of each order. */
const tell = (calls: readonly HistoryCall[]): ReadonlyMap<number, Told> => {
  const told = new Map<number, Told>()
  for (const call of calls) {
    if (call.kind === 'IMPORT')
      for (const order of call.orders) told.set(order.id, { order, importedAt: call.at, kinds: [], times: [] })
    else
      for (const id of call.wbOrderIds) {
        told.get(id)?.kinds.push(call.kind)
        told.get(id)?.times.push(call.at.getTime())
      }
  }
  return told
}

const gone = new Set(['HAND_OVER', 'ACCEPT', 'SELL'])
const isLive = ({ kinds }: Told): boolean =>
  !gone.has(kinds.at(-1) ?? '') && !(kinds.at(-1) === 'MARKETPLACE_CANCEL' && !kinds.includes('PICK'))

const bucketsOf = (orders: readonly Told[], now: Date, index: number): ReadonlySet<string> => {
  const { slaPolicy, timeZone, wbWarehouseId } = seedWarehouses[index]!
  const deadline = createDeadline(slaPolicy, timeZone)
  return new Set(
    orders
      .filter(({ order }) => order.warehouseId === wbWarehouseId)
      .map(({ order }) => slaBucket(deadline(new Date(order.createdAt)), slaPolicy, now)),
  )
}

/** A day in steps of 47 minutes: every hour, and moments around the lorry of Yekaterinburg. */
const day = Array.from({ length: 31 }, (_, index) => new Date(Date.UTC(2026, 10, 22) + index * 47 * 60_000))

describe('the planned past', () => {
  const now = new Date('2026-11-22T09:30:00.000Z')

  it('is the same for one instant and seed', () => {
    expect(plan(now)).toEqual(plan(now))
    expect(plan(now, 'other')).not.toEqual(plan(now))
  })

  it('tells what happened in the order of time, nothing of the future, each order step by step', () => {
    const groups = plan(now)
    const times = groups.map((group) => group[0]!.at.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
    for (const group of groups) expect(new Set(group.map(({ at, kind }) => `${at.getTime()} ${kind}`)).size).toBe(1)
    const ranks = (kinds: readonly string[]) => kinds.map((kind) => historyKinds.findIndex((known) => known === kind))
    for (const { order, importedAt, kinds, times: own } of tell(groups.flat()).values()) {
      expect(Date.parse(order.createdAt)).toBeLessThan(importedAt.getTime())
      expect([importedAt.getTime(), ...own]).toEqual([importedAt.getTime(), ...own].toSorted((a, b) => a - b))
      expect(ranks(kinds)).toEqual(ranks(kinds).toSorted((a, b) => a - b))
    }
  })

  it('lets no lease run out and no two calls of a group touch one order', () => {
    const groups = plan(now)
    for (const { kinds, times } of tell(groups.flat()).values()) {
      const claimed = kinds.indexOf('CLAIM')
      if (claimed !== -1) expect((times[claimed + 1] ?? now.getTime()) - times[claimed]!).toBeLessThan(19 * 60_000)
    }
    for (const group of groups) {
      const ids = group.flatMap((call) => (call.kind === 'IMPORT' ? call.orders.map(({ id }) => id) : call.wbOrderIds))
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('brings orders that the domain reads without a fault', () => {
    for (const { order } of tell(plan(now).flat()).values()) {
      const read = readWbOrder(order)
      expect('fault' in read ? read.fault : read.wbOrderId).toBe(String(order.id))
    }
  })

  it.each(day)('leaves 600 live orders in every state, and every colour where no lorry rules, at %o', (at) => {
    const told = [...tell(plan(at).flat()).values()]
    const live = told.filter(isLive)
    expect(live).toHaveLength(600)
    expect(told.length - live.length).toBeGreaterThan(250)
    const last = new Set(live.map(({ kinds }) => kinds.at(-1) ?? 'IMPORT'))
    for (const kind of ['IMPORT', 'RELEASE', 'CLAIM', 'PICK', 'PACK', 'STAGE', 'HOLD', 'REPORT_SHORTAGE'])
      expect(last).toContain(kind)
    expect(last).toContain('MARKETPLACE_CANCEL')
    expect(new Set(told.map(({ kinds }) => kinds.at(-1)))).toContain('SELL')
    expect(bucketsOf(live, at, 0)).toEqual(new Set(['GREEN', 'AMBER', 'RED', 'OVERDUE']))
    expect(bucketsOf(live, at, 1).size).toBeGreaterThan(0)
  })
})
