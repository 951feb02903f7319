import { describe, expect, it } from 'vitest'
import { ImportFault } from './import-fault.js'
import { readOrders } from './read-orders.js'

const read = (text: string) => readOrders(Buffer.from(text))
const faultOf = (bytes: Uint8Array): string => {
  try {
    readOrders(bytes)
    return 'no fault'
  } catch (error) {
    return error instanceof ImportFault ? error.english : 'another error'
  }
}

describe('reading a file of orders', () => {
  it('takes the marketplace’s answer or a bare array', () => {
    expect(read('{"orders": [{"id": 1}]}')).toEqual([{ id: 1 }])
    expect(read('[{"id": 1}, null]')).toEqual([{ id: 1 }, null])
    expect(read('{"orders": []}')).toEqual([])
  })

  it('keeps every digit of an id beyond 2^53 and leaves other numbers alone', () => {
    expect(read('[{"id": 9223372036854775807, "nmId": 9007199254740991, "price": 10.5, "x": 1e3, "y": -0}]')).toEqual([
      { id: '9223372036854775807', nmId: 9007199254740991, price: 10.5, x: 1000, y: -0 },
    ])
  })

  it('reads what Windows programs save', () => {
    const text = '[{"comment": "Привет 🎁"}]'
    expect(read(`\ufeff${text}`)).toEqual([{ comment: 'Привет 🎁' }])
    expect(readOrders(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual([{ comment: 'Привет 🎁' }])
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'the file is empty'],
    ['white space', Buffer.from(' \n'), 'the file is empty'],
    ['broken JSON', Buffer.from('{"orders": [\n{"id": 1},\n]}'), 'not JSON: fault at line 3, column 1'],
    ['a cut file', Buffer.from('{"orders": [{"id": 1}'), 'not JSON: fault at line 1, column 22'],
    ['another encoding', Buffer.from([0x5b, 0x22, 0xcf, 0xf0, 0x22, 0x5d]), 'the file is not UTF-8 text'],
  ])('says what is wrong with %s', (_name, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault)
  })

  it.each(['{"items": []}', '"text"', 'null', '{"orders": {}}'])('says that %s is no list of orders', (text) => {
    expect(faultOf(Buffer.from(text))).toMatch(/^no list of orders/)
  })
})
