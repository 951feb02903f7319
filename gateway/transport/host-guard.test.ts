import { describe, expect, test } from 'vitest'
import { createFront } from './front.js'
import { guardHost } from './host-guard.js'
import { wayOf } from './way.js'

const local = { localAddress: '127.0.0.1', remoteAddress: '127.0.0.1' }
const lan = { localAddress: '::ffff:192.168.1.5', remoteAddress: '::ffff:192.168.1.77' }
const trustedProxies = ['loopback', '192.168.1.77']
const front = createFront({ publicUrl: new URL('https://wms.example.ru'), trustedProxies })
const noFront = createFront({ publicUrl: undefined, trustedProxies })

describe('the host guard', () => {
  test.each(['localhost', 'LOCALHOST:4000', '127.0.0.1', '127.0.0.1:4000', '[::1]', '[::1]:4000'])(
    'lets in the host %s of this machine, and of no other',
    (host) => {
      expect(guardHost({ host }, local, noFront)).toBeUndefined()
      expect(guardHost({ host, origin: `http://${host}` }, local, front)).toBeUndefined()
      expect(guardHost({ host }, lan, front)).toMatchObject({ status: 421 })
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
    'wms.example.ru',
    '192.168.1.5',
  ])('turns the host %j away', (host) => {
    expect(guardHost({ ...(host !== undefined && { host }) }, local, noFront)).toMatchObject({ status: 421 })
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
    expect(guardHost({ host: 'localhost:4000', origin }, local, front)).toMatchObject({ status: 403 })
  })

  test('answers at the public address, to its own pages alone', () => {
    for (const connection of [local, lan]) {
      const host = 'wms.example.ru'
      expect(guardHost({ host }, connection, front)).toBeUndefined()
      expect(guardHost({ host, origin: 'https://wms.example.ru' }, connection, front)).toBeUndefined()
      for (const origin of [
        'http://wms.example.ru',
        'https://wms.example.ru.evil.example',
        'https://evil-wms.example.ru',
        'https://wms.example.ru:4000',
        'null',
      ])
        expect(guardHost({ host, origin }, connection, front), origin).toMatchObject({ status: 403 })
    }
    for (const host of ['wms.example.ru:4000', 'wms.example.ru.', 'www.wms.example.ru'])
      expect(guardHost({ host }, lan, front), host).toMatchObject({ status: 421 })
  })

  test('in plain text, whoever says that it is the public address without being our proxy, or whose proxy was not spoken to by TLS', () => {
    const stranger = { localAddress: '192.168.1.5', remoteAddress: '192.168.1.78' }
    const host = 'wms.example.ru'
    for (const [connection, proto] of [
      [stranger, 'https'],
      [lan, 'http'],
    ] as const) {
      const headers = { host, 'x-forwarded-proto': proto }
      expect(wayOf(headers, connection, front)).toBe('PLAIN')
      expect(guardHost({ ...headers, origin: 'https://wms.example.ru' }, connection, front)).toMatchObject({
        status: 403,
      })
    }
    expect(wayOf({ host, 'x-forwarded-proto': 'https' }, lan, front)).toBe('TLS')
  })

  test('answers at the address that the connection came in at, and at none beside it', () => {
    expect(guardHost({ host: '192.168.1.5:4000', origin: 'http://192.168.1.5:4000' }, lan, noFront)).toBeUndefined()
    expect(guardHost({ host: '[fd00::5]:4000' }, { ...lan, localAddress: 'fd00::5' }, noFront)).toBeUndefined()
    expect(guardHost({ host: '192.168.1.6:4000' }, lan, noFront)).toMatchObject({ status: 421 })
    expect(guardHost({ host: '192.168.1.5:4000', origin: 'https://192.168.1.5:4000' }, lan, front)).toMatchObject({
      status: 403,
    })
  })
})
