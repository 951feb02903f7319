import { barcodeIn, checkDigitHolds } from './barcode.js'
import { GS } from './group-separator.js'
import { readScannedText } from './scanned-text.js'

/** What a look at a code alone says of it; whether the marketplace takes it is another question. */
export type LabelVerdict =
  | 'VALID'
  | 'INVALID_FORMAT'
  | 'NO_GS'
  | 'NON_LATIN'
  | 'INVALID_SYMBOLS'
  | 'WRONG_CHECK_DIGIT'
  | 'WRONG_GTIN'
  | 'EXPIRES_TOO_SOON'

/** How long the codes of a key are, and whether one names a single unit, so that no two orders may have it. */
export interface MarkingRule {
  readonly minLength: number
  readonly maxLength: number
  readonly ofOneUnit: boolean
}

/** What a code is checked against. */
export interface MarkedItem {
  /** Of the order's size. */
  readonly barcodes: readonly string[]
  /** The warehouse's day, yyyy-mm-dd. */
  readonly today: string
}

export interface CheckedCode {
  readonly verdict: LabelVerdict
  /** What the symbol says: what the way of the scan has done to it is mended where one reading is left. */
  readonly value: string
  /** The same for every print of the code of one unit; null when it is of no one unit or cannot be read. */
  readonly identity: string | null
}

/** What the marketplace asks of the codes that it knows. */
export const markingRules: Readonly<Record<string, MarkingRule>> = {
  sgtin: { minLength: 16, maxLength: 135, ofOneUnit: true },
  uin: { minLength: 16, maxLength: 16, ofOneUnit: true },
  imei: { minLength: 15, maxLength: 15, ofOneUnit: true },
  gtin: { minLength: 13, maxLength: 13, ofOneUnit: false },
  expiration: { minLength: 10, maxLength: 10, ofOneUnit: false },
  customsDeclaration: { minLength: 17, maxLength: 29, ofOneUnit: false },
}

/** The marketplace adds keys; of one that is not known yet anything is taken that is not empty. */
const unknownRule: MarkingRule = { minLength: 1, maxLength: 200, ofOneUnit: false }

/** The rule of a key. */
export const markingRule = (key: string): MarkingRule =>
  Object.hasOwn(markingRules, key) ? (markingRules[key] ?? unknownRule) : unknownRule

const shortestShelfLifeDays = 30
/** What GS1 lets stand in a serial number and after it. */
const gs1Symbols = /^[!"%-?A-Z_a-z]*$/
const asciiOnly = /^[ -~]*$/
const sgtin = /^01(\d{14})21([^\u001d]{1,20})(?:\u001d|$)/

/** Whether a barcode is one that its maker got from GS1; those that begin with 2 are given out inside a shop. */
const isGlobal = (barcode: string) => checkDigitHolds(barcode) && !/^(?:0*2\d{12}|2\d{7})$/.test(barcode)

/** Whether a GTIN is of this size. Nothing is known of one that has only barcodes from inside the marketplace. */
const isOf = (gtin: string, barcodes: readonly string[]) =>
  !barcodes.some(isGlobal) || barcodeIn(gtin, barcodes) !== null

const checkSgtin = (code: string, { barcodes }: MarkedItem): LabelVerdict => {
  const symbols = code.replaceAll(GS, '')
  if (!asciiOnly.test(symbols)) return 'NON_LATIN'
  if (!gs1Symbols.test(symbols)) return 'INVALID_SYMBOLS'
  const [, gtin] = sgtin.exec(code) ?? []
  if (gtin === undefined) return /^01\d{14}21/.test(code) && !code.includes(GS) ? 'NO_GS' : 'INVALID_FORMAT'
  if (!checkDigitHolds(gtin)) return 'WRONG_CHECK_DIGIT'
  return isOf(gtin, barcodes) ? 'VALID' : 'WRONG_GTIN'
}

/** The digit that Luhn's formula adds to the others, as IMEIs have it. */
const luhnHolds = (digits: string): boolean => {
  const values = [...digits].toReversed().map((digit, place) => Number(digit) * (place % 2 ? 2 : 1))
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0
}

const checkExpiration = (text: string, { today }: MarkedItem): LabelVerdict => {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text) ?? []
  if (day === undefined) return 'INVALID_FORMAT'
  const iso = `${year}-${month}-${day}`
  const at = new Date(`${iso}T00:00:00Z`)
  // The 31st of February is a date to some, and another one to us.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso) return 'INVALID_FORMAT'
  const left = (at.getTime() - Date.parse(`${today}T00:00:00Z`)) / 86_400_000
  return left >= shortestShelfLifeDays ? 'VALID' : 'EXPIRES_TOO_SOON'
}

const checks: Readonly<Record<string, (code: string, item: MarkedItem) => LabelVerdict>> = {
  sgtin: checkSgtin,
  uin: (code) => (/^\d{16}$/.test(code) ? 'VALID' : 'INVALID_FORMAT'),
  imei: (code) => (!/^\d{15}$/.test(code) ? 'INVALID_FORMAT' : luhnHolds(code) ? 'VALID' : 'WRONG_CHECK_DIGIT'),
  gtin: (code, { barcodes }) => {
    if (!/^\d{13}$/.test(code)) return 'INVALID_FORMAT'
    if (!checkDigitHolds(code)) return 'WRONG_CHECK_DIGIT'
    return isOf(code, barcodes) ? 'VALID' : 'WRONG_GTIN'
  },
  expiration: checkExpiration,
  customsDeclaration: (code) => (/^[\dA-ZА-Я/]+$/i.test(code) ? 'VALID' : 'INVALID_FORMAT'),
}

const identityOf = (key: string, code: string): string | null => {
  if (!markingRule(key).ofOneUnit) return null
  if (key !== 'sgtin') return code
  const [, gtin, serial] = sgtin.exec(code) ?? []
  return gtin === undefined ? null : `01${gtin}21${serial}`
}

/** Checks a scanned code of a key against the item that it is stuck to: all that can be said without asking anybody. */
export const checkMarkingCode = (key: string, raw: string, item: MarkedItem): CheckedCode => {
  // A number of a customs declaration may hold Russian letters on purpose.
  const value = key === 'customsDeclaration' ? raw.trim() : readScannedText(raw).text
  const { minLength, maxLength } = markingRule(key)
  const fits = value.length >= minLength && value.length <= maxLength
  const check = Object.hasOwn(checks, key) ? checks[key] : undefined
  const verdict = fits ? (check?.(value, item) ?? 'VALID') : 'INVALID_FORMAT'
  return { verdict, value, identity: verdict === 'VALID' ? identityOf(key, value) : null }
}
