import { describe, expect, test } from 'vitest'
import { guardHost } from './host-guard.js'

const local = { localAddress: '127.0.0.1', remoteAddress: '127.0.0.1' }
const lan = { localAddress: '::ffff:192.168.1.5', remoteAddress: '::ffff:192.168.1.77' }
const publicUrl = new URL('https://wms.example.ru')

describe('the host guard', () => {
  test.each(['localhost', 'LOCALHOST:4000', '127.0.0.1', '127.0.0.1:4000', '[::1]', '[::1]:4000'])(
    'lets in the host %s of this machine, and of no other',
    (host) => {
      expect(guardHost({ host }, local, undefined)).toBeUndefined()
      expect(guardHost({ host, origin: `http://${host}` }, local, publicUrl)).toBeUndefined()
      expect(guardHost({ host }, lan, publicUrl)).toMatchObject({ status: 421 })
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
    expect(guardHost({ ...(host !== undefined && { host }) }, local, undefined)).toMatchObject({ status: 421 })
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
    expect(guardHost({ host: 'localhost:4000', origin }, local, publicUrl)).toMatchObject({ status: 403 })
  })

  test('answers at the public address, to its own pages alone', () => {
    for (const connection of [local, lan]) {
      const host = 'wms.example.ru'
      expect(guardHost({ host }, connection, publicUrl)).toBeUndefined()
      expect(guardHost({ host, origin: 'https://wms.example.ru' }, connection, publicUrl)).toBeUndefined()
      for (const origin of [
        'http://wms.example.ru',
        'https://wms.example.ru.evil.example',
        'https://evil-wms.example.ru',
        'https://wms.example.ru:4000',
        'null',
      ])
        expect(guardHost({ host, origin }, connection, publicUrl), origin).toMatchObject({ status: 403 })
    }
    for (const host of ['wms.example.ru:4000', 'wms.example.ru.', 'www.wms.example.ru'])
      expect(guardHost({ host }, lan, publicUrl), host).toMatchObject({ status: 421 })
  })

  test('answers at the address that the connection came in at, and at none beside it', () => {
    expect(guardHost({ host: '192.168.1.5:4000', origin: 'http://192.168.1.5:4000' }, lan, undefined)).toBeUndefined()
    expect(guardHost({ host: '[fd00::5]:4000' }, { ...lan, localAddress: 'fd00::5' }, undefined)).toBeUndefined()
    expect(guardHost({ host: '192.168.1.6:4000' }, lan, undefined)).toMatchObject({ status: 421 })
    expect(guardHost({ host: '192.168.1.5:4000', origin: 'https://192.168.1.5:4000' }, lan, publicUrl)).toMatchObject({
      status: 403,
    })
  })
})
