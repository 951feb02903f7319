import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonFault } from './json-fault.js'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('where a text stops being JSON', () => {
  it.each([
    ['{"orders": [1, 2,]}', 1, 18],
    ['{\n  "orders": [\n    {"id": 1 "nmId": 2}\n  ]\n}', 3, 14],
    ['[1, 2', 1, 6],
    ["{'id': 1}", 1, 2],
    ['<html>', 1, 1],
    ['{"a": nul}', 1, 7],
    ['{"a": "line\nbreak"}', 1, 7],
    ['[1] 2', 1, 5],
    ['[}', 1, 2],
    ['{"a" 1}', 1, 6],
    ['[01]', 1, 3],
    ['', 1, 1],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(findJsonFault(text)).toEqual({ line, column })
  })

  it('agrees with JSON.parse about every text', () => {
    const edits = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', ']', '[', '{', ':', '0', '-', ' ', '\\'),
    )
    fc.assert(
      fc.property(edits, ([json, place, edit]) => {
        const at = place % (json.length + 1)
        const text = json.slice(0, at) + edit + json.slice(at + 1)
        expect(findJsonFault(text) === undefined).toBe(isJson(text))
      }),
      { numRuns: 3_000 },
    )
  })

  it('reads a deep nest and a long text', () => {
    expect(findJsonFault('['.repeat(200_000) + ']'.repeat(200_000))).toBeUndefined()
    expect(findJsonFault(`["${'я\\n'.repeat(500_000)}"`)).toEqual({ line: 1, column: 1_500_004 })
  })
})
