import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GS } from '../../../../floor/group-separator.js'
import { afterSilence, emptyBuffer, type KeyPress, pressKey } from './key-buffer'

interface Timed {
  readonly keys: readonly KeyPress[]
  readonly end: number
}

/** Presses keys of a text from a time on, so many ms apart. */
function typed(text: string, from: number, apart: number, terminator: string | null): Timed {
  const names = [...text].flatMap((character) =>
    character === GS
      ? [{ key: 'Control' }, { key: ']', ctrl: true }]
      : /[A-Z]/.test(character)
        ? [{ key: 'Shift' }, { key: character }]
        : [{ key: character }],
  )
  if (terminator !== null) names.push({ key: terminator })
  const keys = names.map((name, place) => ({ ctrl: false, ...name, at: from + place * apart }))
  return { keys, end: from + names.length * apart }
}

function scansOf(keys: readonly KeyPress[]): readonly string[] {
  let buffer = emptyBuffer
  const found: string[] = []
  for (const key of keys) {
    const pressed = pressKey(buffer, key)
    buffer = pressed.buffer
    found.push(...pressed.scans)
  }
  return [...found, ...afterSilence(buffer).scans]
}

const code = fc.string({ unit: fc.constantFrom(...'0123456789ABCxyz-+/', GS), minLength: 6, maxLength: 135 })

it('hears a scanner at 200 scans a minute: none lost, none glued, with an end or without', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text: code, terminator: fc.constantFrom('Enter', 'Tab', null) }), {
        minLength: 2,
        maxLength: 40,
      }),
      fc.integer({ min: 0, max: 2 }),
      (scans, apart) => {
        let at = 0
        const keys = scans.flatMap(({ text, terminator }) => {
          const one = typed(text, at, apart, terminator)
          at = Math.max(at + 300, one.end + 110)
          return one.keys
        })
        expect(scansOf(keys)).toEqual(scans.map(({ text }) => text))
      },
    ),
  )
})

it('hears scans that follow one another at once when each has its end', () => {
  const keys = Array.from({ length: 50 }, (_, index) => typed(`CODE-${index}`, index * 60, 2, 'Enter').keys).flat()
  expect(scansOf(keys)).toEqual(Array.from({ length: 50 }, (_, index) => `CODE-${index}`))
})

it('takes no person who types for a scanner', () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 105, max: 400 }), (text, apart) => {
      expect(scansOf(typed(text.replaceAll(GS, 'x'), 0, apart, 'Enter').keys)).toEqual([])
    }),
  )
  expect(scansOf(typed('ok', 0, 30, 'Enter').keys)).toEqual([])
})

it('begins anew with a scan that follows what a person has pressed', () => {
  const person = typed('hello', 0, 150, null)
  expect(scansOf([...person.keys, ...typed('A-12-3', person.end + 110, 5, 'Enter').keys])).toEqual(['A-12-3'])
  const arrow = { key: 'ArrowDown', ctrl: false, at: 1_000 }
  expect(scansOf([arrow, ...typed('A-12-3', 1_001, 5, 'Enter').keys])).toEqual(['A-12-3'])
})

it('keeps a scanner’s Enter from the button that has the focus, and a person’s for it', () => {
  const scanned = typed('A-12-3', 0, 5, 'Enter').keys
  const before = scanned.slice(0, -1).reduce((buffer, key) => pressKey(buffer, key).buffer, emptyBuffer)
  expect(pressKey(before, scanned.at(-1)!).taken).toBe(true)
  expect(pressKey(emptyBuffer, { key: 'Enter', ctrl: false, at: 5_000 }).taken).toBe(false)
})

it('keeps no more of a stuck key than a code is long', () => {
  let buffer = emptyBuffer
  for (let at = 0; at < 5_000; at += 1) buffer = pressKey(buffer, { key: '7', ctrl: false, at }).buffer
  expect(buffer.text.length).toBe(512)
})
