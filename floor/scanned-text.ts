import { GS, withLostGs, withStandInsAsGs } from './group-separator.js'
import { fromRussianLayout, isTypedInRussian } from './keyboard-layout.js'

/** The kind of a symbol, where the scanner or the camera says it. */
export type Symbology = 'EAN' | 'CODE_128' | 'DATA_MATRIX' | 'QR' | 'OTHER'

/** What had to be mended. */
export type Repair = 'LAYOUT' | 'GROUP_SEPARATOR'

/** A scan, understood. */
export interface ScannedText {
  /** What the symbol says; GS as U+001D, none before the first character. */
  readonly text: string
  /** As it came. */
  readonly raw: string
  readonly symbology: Symbology | null
  readonly repairs: readonly Repair[]
}

/** Second characters of ISO/IEC 15424 identifiers, as `]d2` of GS1 DataMatrix. */
const symbologies: Readonly<Record<string, Symbology>> = {
  E: 'EAN',
  C: 'CODE_128',
  d: 'DATA_MATRIX',
  Q: 'QR',
}

const identifier = /^\]([A-Za-z])[0-9A-Za-z]/

/**
 * Mends what happens to a scan on its way: a keyboard whose layout is Russian, an identifier of the symbology before it,
 * white space around it, GS typed as something else or lost.
 */
export function readScannedText(raw: string): ScannedText {
  const repairs: Repair[] = []
  if (isTypedInRussian(raw)) repairs.push('LAYOUT')
  const typed = fromRussianLayout(raw).trim()
  const letter = identifier.exec(typed)?.[1]
  const separated = withStandInsAsGs(letter === undefined ? typed : typed.slice(3))
  const code = separated.startsWith(GS) ? separated.slice(1) : separated
  const mended = withLostGs(code)
  if (mended !== null) repairs.push('GROUP_SEPARATOR')
  return {
    text: mended ?? code,
    raw,
    symbology: letter === undefined ? null : (symbologies[letter] ?? 'OTHER'),
    repairs,
  }
}
