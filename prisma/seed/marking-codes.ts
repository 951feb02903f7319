import { createRandom } from './random.js'

const GS = '\u001d'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A whole code of «Честный знак» for a unit of a size, as a scanner reads it: equal units give equal codes. */
export const markingCode = (barcodes: readonly string[], unit: string): string => {
  // A maker's own barcode is the GTIN; the marketplace's begin with 20.
  const gtin = (barcodes.find((barcode) => !barcode.startsWith('2')) ?? barcodes[0] ?? '').padStart(14, '0')
  const random = createRandom(`unit ${unit}`)
  return `01${gtin}21${random.text(13, letters)}${GS}91${random.text(4, letters)}${GS}92${random.text(44, letters)}`
}
