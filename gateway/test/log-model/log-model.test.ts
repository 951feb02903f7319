import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runLogModel } from './run-model.js'
import { sizeFor } from './size.js'

// LOG_MODEL_EVENTS: 20000 in `npm test`, 100000 by `npm run test:long`, 1000000 by `npm run bench:log`.
const size = sizeFor(Number(process.env['LOG_MODEL_EVENTS'] ?? 20_000))
const seed = process.env['LOG_MODEL_SEED'] ?? randomBytes(4).toString('hex')

describe('the event log under faults', () => {
  it(
    `loses, doubles and reorders nothing (${size.events} events, LOG_MODEL_SEED=${seed})`,
    { timeout: 120_000 + size.events * 4 + size.catchUpMs },
    async () => {
      const { violations, ...report } = await runLogModel(size, seed, size.events > 20_000 ? console.log : undefined)
      console.log(`log model, seed ${seed}: ${JSON.stringify(report, undefined, 1)}`)
      expect({ count: violations.count, first: violations.first }).toEqual({ count: 0, first: [] })
      expect(report.events).toBeGreaterThanOrEqual(size.events)
    },
  )
})
