import { GS } from './group-separator.js'

/** Whether the last of 8, 12, 13 or 14 digits is the one that GS1 computes from the others. */
export function checkDigitHolds(digits: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, digit, place) => total + Number(digit) * (place % 2 ? 3 : 1), 0)
  return sum % 10 === 0
}

/** The same number in 14 digits, however many zeros it was printed with; the text itself when it is no such number. */
const asGtin = (text: string): string => (/^(\d{8}|\d{12,14})$/.test(text) ? text.padStart(14, '0') : text)

/** The GTIN of a GS1 code; null when it is none. */
export const gtinOf = (code: string): string | null => /^01(\d{14})(?:21|$)/.exec(code)?.[1] ?? null

/**
 * Which of the barcodes of a size was scanned; null when none. A UPC is the EAN with a zero before it, and a marking code
 * names the size by its GTIN.
 */
export function barcodeIn(scanned: string, barcodes: readonly string[]): string | null {
  if (barcodes.includes(scanned)) return scanned
  const wanted = asGtin(gtinOf(scanned.replaceAll(GS, '')) ?? scanned)
  return barcodes.find((barcode) => asGtin(barcode) === wanted) ?? null
}
