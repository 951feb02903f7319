import { describe, expect, test } from 'vitest'
import { createTokenBucket } from './token-bucket.js'

const start = () => {
  const clock = { ms: 0 }
  return { clock, bucket: createTokenBucket(100, 10, () => clock.ms) }
}

describe('a token bucket', () => {
  test('gives what it holds, then says when there is enough again', () => {
    const { clock, bucket } = start()
    expect(bucket.take(60)).toBe(0)
    expect(bucket.take(60)).toBe(2_000)
    clock.ms = 1_999
    expect(bucket.take(60)).toBe(1)
    clock.ms = 2_000
    expect(bucket.take(60)).toBe(0)
    expect(bucket.take(1)).toBe(100)
  })

  test('loses nothing by a refusal', () => {
    const { bucket } = start()
    expect(bucket.take(101)).toBeGreaterThan(0)
    expect(bucket.take(100)).toBe(0)
  })

  test('never holds more than its size, however long nobody asked', () => {
    const { clock, bucket } = start()
    clock.ms = 1e12
    expect(bucket.take(100)).toBe(0)
    expect(bucket.take(1)).toBe(100)
  })
})
