import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPacer } from '../live/pacer.js'
import { pacedJson } from './paced-json.js'

test('is what JSON.stringify makes of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.letrec((tie) => ({
        value: fc.oneof(
          fc.jsonValue(),
          fc.constant(undefined),
          fc.date({ noInvalidDate: true }),
          fc.array(tie('value'), { minLength: 15, maxLength: 40 }),
          fc.dictionary(fc.string(), tie('value')),
        ),
      })).value,
      async (value) => {
        expect(await pacedJson(value, () => undefined)).toBe(JSON.stringify(value))
      },
    ),
  )
})

test('lets others have their turn', async () => {
  let clock = 0
  const pace = createPacer(2, () => (clock += 1))
  let turns = 0
  let over = false
  const count = () => {
    turns += 1
    if (!over) setImmediate(count)
  }
  setImmediate(count)
  const list = Array.from({ length: 16 * 100 }, (_, index) => ({ index }))
  expect(await pacedJson({ data: { list } }, pace)).toBe(JSON.stringify({ data: { list } }))
  over = true
  expect(turns).toBeGreaterThanOrEqual(49)
})
