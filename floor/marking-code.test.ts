import { describe, expect, test } from 'vitest'
import { GS } from './group-separator.js'
import { checkMarkingCode } from './marking-code.js'

const item = { barcodes: ['2039000000015', '4607012345677'], today: '2026-11-26' }
const serial = `5!Aq-Zx'"7%&w`
const full = `010460701234567721${serial}${GS}91EE06${GS}92${'Ab1+/=dQ'.repeat(5)}Zz09`
const verdict = (key: string, raw: string, barcodes = item.barcodes) =>
  checkMarkingCode(key, raw, { ...item, barcodes }).verdict

describe('a code of «Честный знак»', () => {
  test('is valid in full, in short and with the short check, and names one unit whatever was printed', () => {
    const codes = [full, `010460701234567721${serial}`, `010460701234567721${serial}${GS}93dGVz`, `]d2${full}\r\n`]
    expect(codes.map((code) => checkMarkingCode('sgtin', code, item))).toMatchObject(
      codes.map(() => ({ verdict: 'VALID', identity: `010460701234567721${serial}` })),
    )
  })

  test('that lost its separators is mended where one reading is left, else refused', () => {
    expect(checkMarkingCode('sgtin', full.replaceAll(GS, ''), item)).toMatchObject({ verdict: 'VALID', value: full })
    const odd = `010460701234567721${serial}x91EE0692${'A'.repeat(44)}`
    expect(checkMarkingCode('sgtin', odd, item)).toEqual({ verdict: 'NO_GS', value: odd, identity: null })
  })

  test.each([
    ['NON_LATIN', `0104607012345677215ґabc`],
    ['INVALID_SYMBOLS', `0104607012345677215#abc`],
    ['INVALID_FORMAT', `0204607012345677215abc`],
    ['INVALID_FORMAT', '0104607012345'],
    ['INVALID_FORMAT', `${full}${'A'.repeat(80)}`],
    ['WRONG_CHECK_DIGIT', `0104607012345676215abc`],
    ['WRONG_GTIN', `0104600000000015215abc`],
  ])('is %s: %s', (expected, code) => {
    expect(verdict('sgtin', code)).toBe(expected)
  })

  test('cannot be compared with a size that has the marketplace’s own barcodes alone', () => {
    expect(verdict('sgtin', full, ['2039000000015'])).toBe('VALID')
  })
})

test.each([
  ['uin', '1234567890123456', 'VALID'],
  ['uin', '12345678901234AB', 'INVALID_FORMAT'],
  ['imei', '490154203237518', 'VALID'],
  ['imei', '490154203237519', 'WRONG_CHECK_DIGIT'],
  ['imei', '49015420323751', 'INVALID_FORMAT'],
  ['gtin', '4607012345677', 'VALID'],
  ['gtin', '4600000000015', 'WRONG_GTIN'],
  ['gtin', '4607012345676', 'WRONG_CHECK_DIGIT'],
  ['expiration', '26.12.2026', 'VALID'],
  ['expiration', '25.12.2026', 'EXPIRES_TOO_SOON'],
  ['expiration', '31.02.2027', 'INVALID_FORMAT'],
  ['expiration', '2027-02-01', 'INVALID_FORMAT'],
  ['customsDeclaration', '10702030/201123/0012345', 'VALID'],
  ['customsDeclaration', '10702030/201123/В012345', 'VALID'],
  ['customsDeclaration', '10702030/2011', 'INVALID_FORMAT'],
  ['somethingNew', 'x', 'VALID'],
  ['somethingNew', ' ', 'INVALID_FORMAT'],
  ['constructor', 'x', 'VALID'],
])('%s %s is %s', (key, code, expected) => {
  expect(verdict(key, code)).toBe(expected)
})
