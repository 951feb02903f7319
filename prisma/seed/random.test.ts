import { describe, expect, it } from 'vitest'
import { createRandom } from './random.js'

describe('seeded draws', () => {
  it('are equal for equal seeds and differ for others', () => {
    const draws = (seed: string) => {
      const random = createRandom(seed)
      return Array.from({ length: 20 }, () => random.int(0, 1_000_000))
    }
    expect(draws('a')).toEqual(draws('a'))
    expect(draws('a')).not.toEqual(draws('b'))
  })

  it('reach both ends of a range and nothing beyond', () => {
    const random = createRandom('range')
    const drawn = new Set(Array.from({ length: 2_000 }, () => random.int(3, 7)))
    expect([...drawn].toSorted()).toEqual([3, 4, 5, 6, 7])
  })

  it('follow weights and never take a key of weight 0', () => {
    const random = createRandom('weights')
    const drawn = Array.from({ length: 4_000 }, () => random.weighted({ often: 3, seldom: 1, never: 0 }))
    const often = drawn.filter((key) => key === 'often').length
    expect(often).toBeGreaterThan(2_800)
    expect(often).toBeLessThan(3_200)
    expect(drawn).not.toContain('never')
  })

  it('shuffle without losing anything', () => {
    const list = Array.from({ length: 50 }, (_, index) => index)
    const shuffled = createRandom('cards').shuffled(list)
    expect(shuffled).not.toEqual(list)
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list)
  })

  it('make UUIDs', () => {
    expect(createRandom('id').uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('refuse an empty list', () => {
    expect(() => createRandom('none').pick([])).toThrow(RangeError)
  })
})
