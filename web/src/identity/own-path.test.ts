import { expect, it } from 'vitest'
import { ownPath } from './own-path'

const origin = 'http://127.0.0.1:4000'

it.each([['/'], ['/account'], ['/board/1?lang=ru&theme=dark'], ['/people#top'], ['/graphiql']])(
  'goes on to %s',
  (path) => {
    expect(ownPath(path, origin)).toBe(path)
  },
)

it.each([
  [null],
  [''],
  ['account'],
  ['https://evil.example/'],
  ['//evil.example/'],
  ['/\\evil.example/'],
  ['/\t/evil.example/'],
  ['/.//evil.example/'],
  ['javascript:alert(1)'],
  ['/sign-in?next=/sign-in'],
  ['//['],
])('goes home instead of to %j', (path) => {
  expect(ownPath(path, origin)).toBe('/')
})
