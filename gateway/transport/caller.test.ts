import { describe, expect, test } from 'vitest'
import { readNames } from './caller.js'

const actor = (value: unknown) => {
  const caller = readNames({ 'x-actor': value })
  return 'fault' in caller ? caller.fault : caller.actor
}

describe('the caller', () => {
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
  ])('reads %j as %j', (value, expected) => expect(actor(value)).toBe(expected))

  test('has a device beside the actor', () => {
    expect(readNames({ 'x-actor': 'a', 'x-device': 'scanner%207' })).toEqual({ actor: 'a', device: 'scanner 7' })
  })

  test.each([
    ['%E0%A4%A', 'x-actor must be percent-encoded UTF-8'],
    ['100%', 'x-actor must be percent-encoded UTF-8'],
    ['a%00b', 'x-actor must not have control characters'],
    ['a%0Ab', 'x-actor must not have control characters'],
    ['a\u2028b', 'x-actor must not have control characters'],
    ['я'.repeat(101), 'x-actor must have at most 100 characters'],
    [['a', 'b'], 'x-actor must be one text'],
    [7, 'x-actor must be one text'],
  ])('refuses %j', (value, fault) => expect(actor(value)).toBe(fault))
})
