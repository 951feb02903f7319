import { describe, expect, test } from 'vitest'
import { guardHost } from './host-guard.js'

describe('the host guard', () => {
  test.each(['localhost', 'LOCALHOST:4000', '127.0.0.1', '127.0.0.1:4000', '[::1]', '[::1]:4000'])(
    'lets in the host %s',
    (host) => {
      expect(guardHost({ host })).toBeUndefined()
      expect(guardHost({ host, origin: `http://${host}` })).toBeUndefined()
    },
  )

  test.each([
    undefined,
    '',
    'evil.example',
    'localhost.',
    'localhost:',
    'localhost:4000:1',
    '127.1',
    '2130706433',
    '::1',
    'localhost:123456',
    ' localhost',
  ])('turns the host %j away', (host) => {
    expect(guardHost({ ...(host !== undefined && { host }) })).toMatchObject({ status: 421 })
  })

  test.each([
    'null',
    '',
    'https://localhost:4000',
    'http://localhost',
    'http://127.0.0.1:4000',
    'http://localhost:4000/',
    'http://localhost:4000.evil.example',
  ])('turns the origin %j away from localhost:4000', (origin) => {
    expect(guardHost({ host: 'localhost:4000', origin })).toMatchObject({ status: 403 })
  })
})
