import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../prisma/seed/catalogue.js'
import { createRandom } from '../../prisma/seed/random.js'
import { seedWarehouses } from '../../prisma/seed/warehouses.js'
import { minutesSinceCutOff, minutesToCutOff } from './cut-off-clock.js'
import { createArrivalIds, createArrivals, liveTargetAt } from './shift-orders.js'

const [podolsk, yekaterinburg] = [seedWarehouses[0]!, seedWarehouses[1]!]
// The lorry of Yekaterinburg leaves at 23:00 there, five hours ahead of UTC.
const at = (time: string) => new Date(`2026-11-22T${time}:00.000Z`)

describe('minutes around a cut-off', () => {
  it('are counted by the clock on the wall of the warehouse', () => {
    const cutOffs = ['09:30', '23:00']
    const zone = 'Asia/Yekaterinburg'
    expect(minutesToCutOff(cutOffs, zone, at('17:15'))).toBe(45)
    expect(minutesSinceCutOff(cutOffs, zone, at('18:10'))).toBe(10)
    expect(minutesToCutOff(cutOffs, zone, at('18:10'))).toBe(620)
    expect(minutesSinceCutOff(cutOffs, zone, at('04:00'))).toBe(600)
    expect(minutesToCutOff([], zone, at('04:00'))).toBe(Infinity)
  })
})

describe('orders that arrive during a shift', () => {
  it('are as many as leave, fewer in the hour before the lorry', () => {
    expect(liveTargetAt(podolsk, at('17:55'))).toBe(podolsk.liveOrders)
    expect(liveTargetAt(yekaterinburg, at('12:00'))).toBe(yekaterinburg.liveOrders)
    const clearing = ['17:00', '17:30', '17:59'].map((time) => liveTargetAt(yekaterinburg, at(time)))
    expect(clearing).toEqual(clearing.toSorted((a, b) => b - a))
    expect(clearing.at(-1)).toBeLessThan(yekaterinburg.liveOrders / 2)
    expect(liveTargetAt(yekaterinburg, at('18:00'))).toBeLessThan(yekaterinburg.liveOrders)
    expect(liveTargetAt(yekaterinburg, at('18:01'))).toBe(yekaterinburg.liveOrders)
  })

  it('were made before they came, and after the lorry that has left', () => {
    const now = at('18:05')
    const random = createRandom('arrivals')
    const catalogue = createCatalogue()
    const orders = createArrivals({ random, catalogue, warehouse: yekaterinburg, firstId: 1, now, count: 300 })
    const made = orders.map(({ createdAt }) => Date.parse(createdAt))
    expect(Math.max(...made)).toBeLessThan(now.getTime())
    expect(Math.min(...made)).toBeGreaterThanOrEqual(at('18:00').getTime() - 1_000)
    const earlier = createArrivals({ random, catalogue, warehouse: podolsk, firstId: 1, now, count: 300 })
    expect(Math.min(...earlier.map(({ createdAt }) => Date.parse(createdAt)))).toBeLessThan(now.getTime() - 30 * 60_000)
  })

  it('have ids of their own: odd, rising, never met again by a later run', () => {
    const next = createArrivalIds()
    const first = next(at('10:00'), 400)
    const second = next(at('10:00'), 400)
    expect([first % 2, second - first]).toEqual([1, 800])
    expect(createArrivalIds()(at('10:01'), 1)).toBeGreaterThan(second + 800)
  })
})
