import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDeadline, slaBucket } from './deadline.js'
import { readSlaPolicy } from './sla-policy.js'
import { dayIn, firstInstantOf, isTimeZone, wallClock } from './zone.js'

const deadline = (createdAt: string, assemblyMinutes: number, cutOffs: readonly string[], timeZone = 'Europe/Moscow') =>
  createDeadline({ assemblyMinutes, cutOffs }, timeZone)(new Date(createdAt)).toISOString().replace(':00.000Z', 'Z')

describe('a deadline', () => {
  test.each([
    ['no cut-off: creation plus the assembly minutes', '2026-11-22T09:30Z', 240, [], '2026-11-22T13:30Z'],
    ['a cut-off between the two', '2026-11-22T09:30Z', 240, ['15:00'], '2026-11-22T12:00Z'],
    ['the last of several', '2026-11-22T09:30Z', 240, ['13:00', '15:00', '18:00'], '2026-11-22T12:00Z'],
    ['a cut-off at the end counts', '2026-11-22T09:30Z', 240, ['16:30'], '2026-11-22T13:30Z'],
    [
      'a cut-off at the creation does not: no time would be left',
      '2026-11-22T09:30Z',
      240,
      ['12:30'],
      '2026-11-22T13:30Z',
    ],
    ['the cut-off of the evening before', '2026-11-22T17:00Z', 480, ['22:00'], '2026-11-22T19:00Z'],
    ['over midnight', '2026-11-22T20:30Z', 480, ['01:00', '12:00'], '2026-11-22T22:00Z'],
    ['over many days', '2026-11-22T09:30Z', 4320, ['10:00'], '2026-11-25T07:00Z'],
    ['over the turn of the year', '2026-12-31T20:00Z', 600, ['00:00', '06:00'], '2027-01-01T03:00Z'],
  ] as const)('with %s', (_, createdAt, minutes, cutOffs, expected) => {
    expect(deadline(createdAt.replace('Z', ':00Z'), minutes, cutOffs)).toBe(expected)
  })

  test('a cut-off that the clock skips in spring is the moment of the jump', () => {
    // Berlin, 2026-03-29: at 01:00Z clocks go from 02:00 to 03:00.
    expect(deadline('2026-03-28T22:00:00Z', 300, ['02:30'], 'Europe/Berlin')).toBe('2026-03-29T01:00Z')
    expect(deadline('2026-03-28T22:00:00Z', 300, ['03:00'], 'Europe/Berlin')).toBe('2026-03-29T01:00Z')
    expect(deadline('2026-03-28T22:00:00Z', 300, ['01:59'], 'Europe/Berlin')).toBe('2026-03-29T00:59Z')
  })

  test('a cut-off that the clock shows twice in autumn is its first showing', () => {
    // Berlin, 2026-10-25: at 01:00Z clocks go from 03:00 back to 02:00.
    expect(deadline('2026-10-24T22:00:00Z', 300, ['02:30'], 'Europe/Berlin')).toBe('2026-10-25T00:30Z')
    expect(deadline('2026-10-25T00:45:00Z', 300, ['02:30'], 'Europe/Berlin')).toBe('2026-10-25T05:45Z')
    expect(deadline('2026-10-24T22:00:00Z', 300, ['03:00'], 'Europe/Berlin')).toBe('2026-10-25T02:00Z')
  })

  test('zones with odd hours, without summer time and beyond the date line', () => {
    expect(deadline('2026-11-22T06:00:00Z', 600, ['18:00'], 'Asia/Kolkata')).toBe('2026-11-22T12:30Z')
    expect(deadline('2026-11-22T06:00:00Z', 600, ['18:00'], 'Asia/Kathmandu')).toBe('2026-11-22T12:15Z')
    expect(deadline('2026-11-22T06:00:00Z', 600, ['18:00'], 'Asia/Kamchatka')).toBe('2026-11-22T16:00Z')
    expect(deadline('2026-11-22T02:00:00Z', 600, ['18:00'], 'Asia/Kamchatka')).toBe('2026-11-22T06:00Z')
    // Lord Howe turns by half an hour: 2026-10-04 02:00 becomes 02:30.
    expect(deadline('2026-10-03T12:00:00Z', 600, ['02:15'], 'Australia/Lord_Howe')).toBe('2026-10-03T15:30Z')
  })

  test('is after the creation, not after the assembly time, and before no later cut-off', () => {
    const zones = ['Europe/Moscow', 'Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC']
    const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
      const two = (value: number) => String(value).padStart(2, '0')
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
    })
    const property = fc.property(
      fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) }),
      fc.integer({ min: 1, max: 5000 }),
      fc.uniqueArray(time, { maxLength: 6 }),
      fc.constantFrom(...zones),
      (created, assemblyMinutes, cutOffs, zone) => {
        const latest = created + assemblyMinutes * 60_000
        const result = createDeadline({ assemblyMinutes, cutOffs }, zone)(new Date(created)).getTime()
        expect(result).toBeGreaterThan(created)
        expect(result).toBeLessThanOrEqual(latest)
        // Oracle: every cut-off of every day around, by the clock.
        const instants: number[] = []
        const first = Math.floor(wallClock(created, zone) / 86_400_000) - 1
        for (let day = first; day <= first + 7; day++)
          for (const cutOff of cutOffs) {
            const [hours = 0, minutes = 0] = cutOff.split(':').map(Number)
            instants.push(firstInstantOf(day * 86_400_000 + (hours * 60 + minutes) * 60_000, zone))
          }
        expect(result).toBe(
          Math.max(...instants.filter((at) => at > created && at <= latest), -Infinity) > 0
            ? Math.max(...instants.filter((at) => at > created && at <= latest))
            : latest,
        )
      },
    )
    fc.assert(property, { numRuns: 300 })
  })
})

test('the first instant of a time is when the clock first shows it or more', () => {
  const property = fc.property(
    fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 0) / 60_000 }),
    fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata'),
    (minutes, zone) => {
      const wall = minutes * 60_000
      const instant = firstInstantOf(wall, zone)
      expect(wallClock(instant, zone)).toBeGreaterThanOrEqual(wall)
      expect(wallClock(instant - 1000, zone)).toBeLessThan(wall)
    },
  )
  fc.assert(property, { numRuns: 500 })
})

test('an IANA zone is one, an offset or an invention is not', () => {
  for (const zone of ['Europe/Moscow', 'UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT-3'])
    expect(isTimeZone(zone), zone).toBe(true)
  for (const zone of ['', '+03:00', 'Moscow', 'Europe/Atlantis', 'Europe/Moscow\0', '../etc/passwd', 'x'.repeat(1000)])
    expect(isTimeZone(zone), zone).toBe(false)
})

test('a bucket begins at its threshold exactly', () => {
  const at = new Date('2026-11-22T12:00:00Z')
  const policy = { amberMinutes: 120, redMinutes: 30 }
  const bucket = (before: number) => slaBucket(at, policy, new Date(at.getTime() - before))
  expect([bucket(120 * 60_000 + 1), bucket(120 * 60_000)]).toEqual(['GREEN', 'AMBER'])
  expect([bucket(30 * 60_000 + 1), bucket(30 * 60_000)]).toEqual(['AMBER', 'RED'])
  expect([bucket(1), bucket(0), bucket(-1)]).toEqual(['RED', 'OVERDUE', 'OVERDUE'])
})

describe('a policy', () => {
  const policy = { assemblyMinutes: 240, cutOffs: ['18:00', '9:00'], amberMinutes: 120, redMinutes: 30 }
  test('is kept with its cut-offs sorted, each once', () => {
    expect(readSlaPolicy({ ...policy, cutOffs: ['18:00', '09:00:00', '18:00:00.000'] })).toMatchObject({
      cutOffs: ['09:00', '18:00'],
    })
  })
  test.each([
    [{ assemblyMinutes: 0 }],
    [{ assemblyMinutes: 43_201 }],
    [{ assemblyMinutes: 1.5 }],
    [{ redMinutes: -1 }],
    [{ amberMinutes: 29 }],
    [{ cutOffs: ['24:00'] }],
    [{ cutOffs: ['9:00'] }],
    [{ cutOffs: ['09:00:30'] }],
    [{ cutOffs: Array.from({ length: 25 }, () => '09:00') }],
  ])('that contradicts itself says how: %j', (overrides) => {
    expect(readSlaPolicy({ ...policy, cutOffs: [], ...overrides })).toHaveProperty('fault')
  })
})

test('a day begins and ends by the clock of its zone', () => {
  const instant = new Date('2026-11-26T22:30:00Z')
  expect(dayIn(instant, 'Europe/Moscow')).toBe('2026-11-27')
  expect(dayIn(instant, 'America/Sao_Paulo')).toBe('2026-11-26')
})
