import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readName } from './name.js'
import { cleanJson, isTooDeep } from './text.js'
import { readWbOrder } from './wb-order.js'
import { readWbStatus, transitionMeantBy } from './wb-status.js'

const object = {
  id: 13833711,
  warehouseId: 658434,
  nmId: 123456789,
  chrtId: 987654321,
  article: 'one-ring-7548',
  skus: ['6665956397512'],
  createdAt: '2022-05-04T07:56:29Z',
}
const read = (overrides: Readonly<Record<string, unknown>> = {}) => readWbOrder({ ...object, ...overrides })

describe('the marketplace’s order', () => {
  test('as documented is read whole', () => {
    expect(
      read({
        rid: 'f884001e44e511edb8780242ac120002',
        orderUid: '165918930_629fbc924b984618a44354475ca58675',
        salePrice: 504600,
        price: 1014,
        finalPrice: 900,
        convertedPrice: 28322,
        currencyCode: 933,
        convertedCurrencyCode: 643,
        cargoType: 2,
        crossBorderType: 1,
        isZeroOrder: true,
        options: { isB2B: true },
        requiredMeta: ['uin'],
        optionalMeta: ['sgtin'],
        offices: ['Калуга'],
        comment: 'Упакуйте в плёнку, пожалуйста',
      }),
    ).toMatchObject({
      wbOrderId: '13833711',
      wbWarehouseId: '658434',
      createdAt: new Date('2022-05-04T07:56:29Z'),
      price: { amount: 1014, currency: 'BYN' },
      cargoType: 2,
      crossBorderType: 1,
      isZeroOrder: true,
      isB2b: true,
      requiredMeta: ['uin'],
      optionalMeta: ['sgtin'],
      offices: ['Калуга'],
    })
  })

  test('is refused when it is so long that it would burden every board', () => {
    expect(read({ offices: ['Ж'.repeat(8_000)] })).toMatchObject({ offices: ['Ж'.repeat(8_000)] })
    expect(read({ offices: ['Ж'.repeat(16_000)] })).toEqual({ fault: 'the object is longer than 16000 characters.' })
    expect(read({ unknown: Array.from({ length: 9_000 }, () => 0) })).toHaveProperty('fault')
  })

  test('needs little: what is missing, null or of a foreign type takes its default', () => {
    const defaults = {
      rid: null,
      comment: null,
      cargoType: 1,
      crossBorderType: 0,
      isB2b: false,
      requiredMeta: [],
      price: null,
    }
    expect(read()).toMatchObject(defaults)
    const odd = {
      rid: 5,
      comment: {},
      cargoType: 'big',
      crossBorderType: -1,
      options: 'none',
      requiredMeta: null,
      price: 'free',
      currencyCode: 643,
    }
    expect(read(odd)).toMatchObject(defaults)
  })

  test('a price is told in its currency or not at all', () => {
    expect(read({ price: 100, currencyCode: 643 })).toMatchObject({ price: { amount: 100, currency: 'RUB' } })
    expect(read({ finalPrice: 90, currencyCode: 51 })).toMatchObject({ price: { amount: 90, currency: 'AMD' } })
    expect(read({ price: 100, currencyCode: 36 })).toMatchObject({ price: { amount: 100, currency: '036' } })
    expect(read({ price: 100 })).toMatchObject({ price: null })
    expect(read({ price: 1.5, currencyCode: 643 })).toMatchObject({ price: null })
  })

  test.each([
    ['13833711', '13833711'],
    ['9223372036854775807', '9223372036854775807'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('an id may be a number or digits: %s', (id, expected) => {
    expect(read({ id })).toMatchObject({ wbOrderId: expected })
  })

  test.each([
    [{ id: 9_007_199_254_740_992 }, /send it as a string/],
    [{ id: 0 }, /id must be a whole number/],
    [{ id: '9223372036854775808' }, /id must be a whole number/],
    [{ id: '012' }, /id must be a whole number/],
    [{ id: 1.5 }, /id must be a whole number/],
    [{ id: undefined }, /id is missing/],
    [{ warehouseId: null }, /warehouseId is missing/],
    [{ article: ' ' }, /article must have 1 to 200/],
    [{ skus: [] }, /skus must name a barcode/],
    [{ skus: 'x' }, /skus is missing or is no list/],
    [{ skus: [''] }, /skus\.0 must have 1 to 200/],
    [{ createdAt: '2022-05-04' }, /createdAt must be an instant/],
    [{ createdAt: '9999-05-04T00:00:00Z' }, /createdAt must be an instant/],
    [{ createdAt: '2022-13-04T00:00:00Z' }, /createdAt must be an instant/],
    [{ createdAt: 5 }, /createdAt is missing or is no text/],
  ])('says what is wrong with %j', (overrides, fault) => {
    expect(read(overrides)).toMatchObject({ fault: expect.stringMatching(fault) as string })
  })

  test('of anything at all is either read or refused in words, never a crash', () => {
    const property = fc.property(
      fc.anything({ withNullPrototype: true, withObjectString: true }),
      fc.dictionary(fc.string(), fc.anything()),
      (any, members) => {
        for (const value of [any, { ...object, ...members }, { ...object, comment: any, options: any }]) {
          const result = readWbOrder(value)
          if ('fault' in result) expect(result.fault).toMatch(/\.$/)
          else expect(() => JSON.stringify(result.raw)).not.toThrow()
          readWbStatus(value)
        }
      },
    )
    fc.assert(property, { numRuns: 300 })
  })

  test('barcodes are named once, and kept as people scan them', () => {
    expect(read({ skus: [' 1 ', '1', 2] })).toMatchObject({ barcodes: ['1', '2'] })
  })
})

test('cleaning leaves nothing that PostgreSQL cannot keep, and nothing else changed', () => {
  const property = fc.property(fc.json(), (json) => {
    const value = JSON.parse(json) as unknown
    const clean = JSON.stringify(cleanJson(value))
    expect(clean).not.toMatch(/\\u0000|\\ud[89a-f]/i)
    if (!/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value))) expect(clean).toBe(JSON.stringify(value))
  })
  fc.assert(property)
  expect(cleanJson({ 'a\0': 'b\ud800', c: ['\udc00', undefined], d: undefined })).toEqual({
    'a\uFFFD': 'b\uFFFD',
    c: ['\uFFFD', undefined],
  })
})

test('depth is told without going down it', () => {
  const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as unknown
  expect(isTooDeep(nested(32))).toBe(false)
  expect(isTooDeep(nested(33))).toBe(true)
  expect(isTooDeep(nested(4000))).toBe(true)
})

describe('a status', () => {
  test.each([
    ['new', 'waiting', undefined],
    ['confirm', 'waiting', undefined],
    ['complete', 'waiting', undefined],
    ['complete', 'sorted', 'ACCEPT'],
    ['complete', 'ready_for_pickup', 'ACCEPT'],
    ['complete', 'accepted_by_carrier', 'ACCEPT'],
    ['complete', 'sent_to_carrier', undefined],
    ['complete', 'postponed_delivery', undefined],
    ['complete', 'sold', 'COMPLETE'],
    ['complete', 'canceled_by_client', 'MARKETPLACE_CANCEL'],
    ['complete', 'defect', 'MARKETPLACE_CANCEL'],
    ['cancel', 'waiting', 'MARKETPLACE_CANCEL'],
    ['cancel_carrier', 'waiting', 'MARKETPLACE_CANCEL'],
    ['new', 'declined_by_client', 'MARKETPLACE_CANCEL'],
    ['confirm', 'canceled_by_carrier', 'MARKETPLACE_CANCEL'],
    ['tomorrow', 'who knows', undefined],
  ])('(%s, %s) means %s', (supplierStatus, wbStatus, transition) => {
    const status = readWbStatus({ id: 5, supplierStatus, wbStatus })
    expect('fault' in status ? status.fault : transitionMeantBy(status)).toBe(transition)
  })

  test('is kept raw; an odd isCancellable is none', () => {
    expect(readWbStatus({ id: '5', supplierStatus: ' Confirm ', wbStatus: 'x\0', isCancellable: 'yes' })).toEqual({
      wbOrderId: '5',
      supplierStatus: 'Confirm',
      wbStatus: 'x\uFFFD',
      isCancellable: null,
      cancelled: false,
    })
  })
})

test('a name is trimmed and in one form; control characters are none of it, emoji are', () => {
  expect(readName('  Склад №1 👩‍🏭 ')).toEqual({ name: 'Склад №1 👩‍🏭' })
  expect(readName('и\u0306')).toEqual({ name: 'й' })
  for (const bad of ['', '  ', 'a\0b', 'a\nb', '\ud800', 'я'.repeat(101)]) expect(readName(bad)).toHaveProperty('fault')
})
