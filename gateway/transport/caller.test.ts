import { describe, expect, test } from 'vitest'
import { readDevice } from './caller.js'

const device = (value: unknown) => {
  const caller = readDevice({ 'x-device': value })
  return 'fault' in caller ? caller.fault : caller.device
}

describe('the device that a program says', () => {
  test.each([
    ['picker-1', 'picker-1'],
    ['  picker-1 ', 'picker-1'],
    [encodeURIComponent('Иван Пикер 👷🏽‍♂️'), 'Иван Пикер 👷🏽‍♂️'],
    ['Иван «Ё»', 'Иван «Ё»'],
    [Buffer.from('Иван', 'utf8').toString('latin1'), 'Иван'],
    ['José', 'José'],
    ['', undefined],
    ['   ', undefined],
    [undefined, undefined],
    [null, undefined],
  ])('reads %j as %j', (value, expected) => expect(device(value)).toBe(expected))

  test.each([
    ['%E0%A4%A', 'x-device must be percent-encoded UTF-8'],
    ['100%', 'x-device must be percent-encoded UTF-8'],
    ['a%00b', 'x-device must not have control characters'],
    ['a%0Ab', 'x-device must not have control characters'],
    ['a\u2028b', 'x-device must not have control characters'],
    ['я'.repeat(101), 'x-device must have at most 100 characters'],
    [['a', 'b'], 'x-device must be one text'],
    [7, 'x-device must be one text'],
  ])('refuses %j', (value, fault) => expect(device(value)).toBe(fault))

  test('is refused at once however long it is: anybody may send a whole frame of it', () => {
    const began = performance.now()
    expect(device(`${'é'.repeat(60_000)}Ж`)).toBe('x-device must have at most 100 characters')
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
