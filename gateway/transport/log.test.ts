import { expect, test } from 'vitest'
import { createLog } from './log.js'
import { createSparseLog } from './sparse-log.js'

const lines: string[] = []
const log = createLog('info', { write: (line) => void lines.push(line) })
const taken = () => lines.splice(0).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)

test('secrets do not reach the log, wherever an object brings them', () => {
  log.info(
    { authorization: 'hunter2', cookie: 'hunter2', req: { headers: { authorization: 'hunter2', cookie: 'hunter2' } } },
    'a',
  )
  log.info(
    {
      headers: { 'set-cookie': 'hunter2', host: 'localhost' },
      config: { databaseUrl: 'hunter2', password: 'hunter2' },
    },
    'b',
  )
  expect(lines).toHaveLength(2)
  expect(lines.join()).not.toContain('hunter2')
  expect(taken()[1]).toMatchObject({ headers: { host: 'localhost' }, msg: 'b' })
})

test('an error is logged with its causes', () => {
  log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed')
  expect(JSON.stringify(taken())).toMatch(/outer.*inner/)
})

test('a fault that comes back many times a second is logged now and then, with how often it came', () => {
  let now = 0
  const fault = createSparseLog(log, 'away', () => now)
  for (; now < 25_000; now += 250) fault(new Error('no'))
  expect(taken().map(({ times }) => times)).toEqual([1, 40, 40])
})
