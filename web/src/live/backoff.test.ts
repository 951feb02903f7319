import { describe, expect, it } from 'vitest'
import { retryDelay } from './backoff'
import { CloseCode } from './close-codes'

describe('how long to wait before trying again', () => {
  it('not at all the first time, then anything up to 2, 4, 8 … 30 s', () => {
    const longest = [0, 1, 2, 3, 4, 5, 50].map((attempt) => retryDelay({ attempt, code: 1006, random: 1 }))
    expect(longest).toEqual([0, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
    expect(retryDelay({ attempt: 5, code: 1006, random: 0 })).toBe(0)
  })

  it('spread over 2 s when everybody was cut at once', () => {
    for (const code of [CloseCode.SERVICE_RESTART, CloseCode.TRY_AGAIN_LATER, CloseCode.INTERNAL_ERROR]) {
      expect(retryDelay({ attempt: 0, code, random: 0.25 })).toBe(500)
      expect(retryDelay({ attempt: 0, code, random: 1 })).toBe(2_000)
    }
  })

  it('30 to 60 s after a refusal, however often', () => {
    for (const code of [1008, 4400, 4401, 4403, 4406, 4409, 4429]) {
      expect(retryDelay({ attempt: 0, code, random: 0 })).toBe(30_000)
      expect(retryDelay({ attempt: 99, code, random: 1 })).toBe(60_000)
    }
  })
})
