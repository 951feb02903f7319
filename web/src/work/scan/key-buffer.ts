import { GS } from '../../../../floor/group-separator.js'

/** A key that was pressed, as the browser tells of it; `at` in ms of one clock. */
export interface KeyPress {
  readonly key: string
  readonly ctrl: boolean
  readonly at: number
}

/** What was pressed since the last scan. */
export interface KeyBuffer {
  readonly text: string
  readonly lastAt: number
}

/** What a key did: scans that are complete by it, and whether it was a scanner's own (a page must not act on it). */
export interface Pressed {
  readonly buffer: KeyBuffer
  readonly scans: readonly string[]
  readonly taken: boolean
}

/** Keys of one scan follow faster than this; a person who types does not keep it up for a whole code. */
const APART = 100
/** Shorter is a person's: two quick keys and Enter. */
const SHORTEST = 3
/** A scanner that ends its scans with no key: only what is too long for a burst of a person. */
const SHORTEST_UNENDED = 6
/** Longer than any code; the rest of a stuck key is not kept. */
const LONGEST = 512
/** After so much silence a scan without an end is complete, ms. */
export const SILENCE = 250

export const emptyBuffer: KeyBuffer = { text: '', lastAt: Number.NEGATIVE_INFINITY }

const terminators: ReadonlySet<string> = new Set(['Enter', 'Tab'])
const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Unidentified',
])

/** The character that a key stands for; null for keys that type none. Scanners press Ctrl+] or F8 for GS. */
function characterOf({ key, ctrl }: KeyPress): string | null {
  if (key === 'F8' || (ctrl && (key === ']' || key === 'ъ' || key === 'Ъ'))) return GS
  return !ctrl && [...key].length === 1 ? key : null
}

const unended = ({ text }: KeyBuffer): readonly string[] => (text.length >= SHORTEST_UNENDED ? [text] : [])

/** What a key does to what was pressed before it. */
export function pressKey(before: KeyBuffer, press: KeyPress): Pressed {
  if (modifiers.has(press.key)) return { buffer: before, scans: [], taken: false }
  const together = press.at - before.lastAt <= APART
  if (terminators.has(press.key)) {
    const whole = together && before.text.length >= SHORTEST
    return { buffer: emptyBuffer, scans: whole ? [before.text] : unended(before), taken: whole }
  }
  const character = characterOf(press)
  if (character === null) return { buffer: emptyBuffer, scans: unended(before), taken: false }
  const text = (together ? before.text : '') + character
  return {
    buffer: { text: text.slice(0, LONGEST), lastAt: press.at },
    scans: together ? [] : unended(before),
    // What a scanner types is no shortcut of the page; its first key cannot be told from a person's.
    taken: together && text.length >= SHORTEST,
  }
}

/** What is complete because nothing followed. */
export const afterSilence = (before: KeyBuffer): Pressed => ({
  buffer: emptyBuffer,
  scans: unended(before),
  taken: false,
})
