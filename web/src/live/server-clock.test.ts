import { expect, it } from 'vitest'
import { forgetSamples, readClock, serverTime, unknownClock } from './server-clock'

it('the truest of five samples is the one that was delayed least', () => {
  let clock = unknownClock
  for (const [at, now] of [
    [1_000_300, 400],
    [1_002_000, 2_020],
    [1_004_000, 4_900],
  ] as const)
    clock = readClock(clock, at, now, true)
  expect(serverTime(clock, 5_000)).toBe(1_004_980)
})

it('a server clock that was set back is followed after five heartbeats', () => {
  let clock = readClock(unknownClock, 2_000_000, 0, true)
  for (let beat = 1; beat <= 5; beat += 1) clock = readClock(clock, 1_000_000 + beat, beat, true)
  expect(serverTime(clock, 10)).toBe(1_000_010)
})

it('a change that is replayed from long ago does not move the clock back, also after a reconnection', () => {
  const clock = forgetSamples(readClock(unknownClock, 1_000_000, 0, true))
  expect(serverTime(readClock(clock, 900_000, 1_000, false), 1_000)).toBe(1_001_000)
  expect(serverTime(readClock(clock, 1_001_500, 1_000, false), 1_000)).toBe(1_001_500)
})
