import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barcodeIn, checkDigitHolds } from './barcode.js'
import { GS } from './group-separator.js'
import { readScannedText } from './scanned-text.js'

const serial = `0104607012345678215!Aq-Zx'"7%&w`
const marked = `${serial}${GS}91EE06${GS}92${'Ab1+/=dQ'.repeat(5)}Zz09`
const textOf = (raw: string): string => readScannedText(raw).text

/** What a scanner types of a text where the layout is Russian. */
const keys = Object.fromEntries(
  [...`qwertyuiop[]asdfghjkl;'zxcvbnm,./QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?~@#$^&`].map((character, place) => [
    character,
    [...'йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё"№;:?'][place],
  ]),
)
const inRussian = (text: string): string => [...text].map((character) => keys[character] ?? character).join('')

describe('a scan', () => {
  it('is what the symbol says, whatever layout the keyboard has', () => {
    expect(readScannedText(inRussian('wbab_Q/7{x}'))).toMatchObject({ text: 'wbab_Q/7{x}', repairs: ['LAYOUT'] })
    expect(textOf(inRussian(marked))).toBe(marked)
  })

  it('keeps any text with a letter that comes through a Russian layout', () => {
    const printable = fc.string({ unit: fc.constantFrom(...'!@#$%^&*()_+-=0159aZqM[]{};\':",./<>?|'), maxLength: 60 })
    fc.assert(
      fc.property(printable, (rest) => {
        expect(textOf(inRussian(`A${rest}z`))).toBe(`A${rest}z`.replaceAll('^]', GS))
      }),
    )
  })

  it('keeps a text that no Cyrillic letter gives away, and drops what stands around it', () => {
    expect(readScannedText(' 4600000000015\r\n')).toEqual({
      text: '4600000000015',
      raw: ' 4600000000015\r\n',
      symbology: null,
      repairs: [],
    })
    expect(textOf('A-12-3.;')).toBe('A-12-3.;')
  })

  it.each([
    [']E04600000000015', '4600000000015', 'EAN'],
    [']C1A-12-3', 'A-12-3', 'CODE_128'],
    [`]d2${marked}`, marked, 'DATA_MATRIX'],
    [']Q1wbab_x', 'wbab_x', 'QR'],
    [']X0text', 'text', 'OTHER'],
    [`ъв2${inRussian(marked)}`, marked, 'DATA_MATRIX'],
  ])('says of %j what was scanned, and that it is a %s of kind %s', (raw, text, symbology) => {
    expect(readScannedText(raw)).toMatchObject({ text, symbology })
  })

  it.each(['{GS}', '<GS>', '[GS]', '^]', '␝', '\\x1d', '\\u001D'])('takes %s for GS', (standIn) => {
    expect(textOf(marked.replaceAll(GS, standIn))).toBe(marked)
  })

  it('gets lost separators back where one reading is left, and says so', () => {
    expect(readScannedText(marked.replaceAll(GS, ''))).toMatchObject({ text: marked, repairs: ['GROUP_SEPARATOR'] })
    const short = `${serial}${GS}93dGVz`
    expect(textOf(short.replace(GS, ''))).toBe(short)
    expect(textOf(GS + marked)).toBe(marked)
  })

  it('guesses no separator where two readings are left', () => {
    const odd = `${serial}x91EE0692${'A'.repeat(44)}`
    expect(readScannedText(odd)).toMatchObject({ text: odd, repairs: [] })
  })
})

describe('a barcode', () => {
  it.each(['4006381333931', '96385074', '036000291452', '00012345600012'])('%s has its check digit', (digits) => {
    expect(checkDigitHolds(digits)).toBe(true)
    const last = digits.at(-1) === '9' ? '0' : String(Number(digits.at(-1)) + 1)
    expect(checkDigitHolds(digits.slice(0, -1) + last)).toBe(false)
  })

  it.each(['', '4006381333', 'A-12-3', '40063813339312'])('%j has none', (text) => {
    expect(checkDigitHolds(text)).toBe(false)
  })

  it('is found among those of a size: itself, as UPC, by the GTIN of a marking code', () => {
    const barcodes = ['ABC-1', '4607012345678', '036000291452']
    expect(barcodeIn('ABC-1', barcodes)).toBe('ABC-1')
    expect(barcodeIn('0036000291452', barcodes)).toBe('036000291452')
    expect(barcodeIn(marked, barcodes)).toBe('4607012345678')
    expect(barcodeIn('4607012345679', barcodes)).toBeNull()
    expect(barcodeIn('abc-1', barcodes)).toBeNull()
  })
})
