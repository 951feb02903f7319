import { describe, expect, it } from 'vitest'
import { slaOf, timerText, urgencyOf } from './sla'

const units = { day: 'д', hour: 'ч' }
const order = { deadline: 10_000_000, red: 8_200_000, amber: 2_800_000 }
const [second, minute, hour] = [1_000, 60_000, 3_600_000]

describe('how near a deadline is', () => {
  it('changes its bucket at amberAt, redAt and deadlineAt, to the millisecond', () => {
    expect(slaOf(order, order.amber - 1)).toBe('green')
    expect(slaOf(order, order.amber)).toBe('amber')
    expect(slaOf(order, order.red - 1)).toBe('amber')
    expect(slaOf(order, order.red)).toBe('red')
    expect(slaOf(order, order.deadline - 1)).toBe('red')
    expect(slaOf(order, order.deadline)).toBe('overdue')
  })

  it('is written so that no text has two readings', () => {
    const written = [
      [42 * minute + 10 * second, '42:10'],
      [5 * second, '0:05'],
      [1, '0:01'],
      [0, '–0:00'],
      [-5 * second, '–0:05'],
      [59 * minute + 59 * second + 1, '1ч00'],
      [5 * hour + 42 * minute, '5ч42'],
      [-(2 * hour + 3 * minute), '–2ч03'],
      [53 * hour, '2д05'],
    ] as const
    for (const [left, text] of written) expect(timerText(left, units)).toBe(text)
  })

  it('is summed up: how many in each bucket, and the next deadline that can still be kept', () => {
    const due = (deadline: number) => ({ deadline, red: deadline - 30 * minute, amber: deadline - 120 * minute })
    const now = 100 * hour
    const orders = [
      due(now - 1),
      due(now + 20 * minute),
      due(now + 20 * minute + 5 * second),
      due(now + hour),
      due(now + 9 * hour),
    ]
    expect(urgencyOf(orders, now)).toEqual({ overdue: 1, red: 2, amber: 1, next: { at: now + 20 * minute, count: 2 } })
    expect(urgencyOf([], now)).toEqual({ overdue: 0, red: 0, amber: 0, next: null })
  })
})
