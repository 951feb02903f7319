import { expect, it } from 'vitest'
import { badgeOf, isBadge, type Key, withKey } from './badge-text'

const badge = 'wbab_AbCdEfGhIjKlMnOp-_1290'
const russian: Readonly<Record<string, string>> = { w: 'ц', b: 'и', a: 'ф', A: 'Ф', O: 'Щ' }

const press = (character: string, layout = russian): Key => {
  const shiftKey = /[A-Z_]/.test(character)
  const code = /[a-z]/i.test(character)
    ? `Key${character.toUpperCase()}`
    : /\d/.test(character)
      ? `Digit${character}`
      : 'Minus'
  return { code, shiftKey, key: layout[character] ?? character }
}

it('reads a badge that a scanner types, whatever the keyboard’s layout', () => {
  const keys = [...badge].reduce((before, character) => withKey(before, press(character)), '')
  expect(badgeOf(keys)).toBe(badge)
})

it('reads a badge after whatever was pressed before, and keeps no more than it needs', () => {
  const noise = Array.from({ length: 1_000 }, () => press('b'))
  const keys = [...noise, ...[...badge].map((character) => press(character))].reduce(withKey, '')
  expect(badgeOf(keys)).toBe(badge)
  expect(keys.length).toBe(64)
})

it('reads characters that come without the code of a key, and skips keys that are none', () => {
  const keys = ['Shift', ...badge, 'Tab'].reduce(
    (before, key) => withKey(before, { code: '', key, shiftKey: false }),
    '',
  )
  expect(badgeOf(keys)).toBe(badge)
})

it.each(['', 'wbab_', badge.slice(1), `${badge}x`, badge.replace('wbab', 'wba')])('%j is no badge', (text) => {
  expect(isBadge(text)).toBe(false)
})
