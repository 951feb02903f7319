import { describe, expect, test } from 'vitest'
import { type Config, ConfigError, parseConfig } from './config.js'

const faultsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  return []
}

describe('the configuration', () => {
  test('has a value for everything when the environment says nothing, or says it empty', () => {
    const expected: Partial<Config> = {
      port: 4000,
      host: '127.0.0.1',
      drainDelayMs: 0,
      databaseUrl: undefined,
      dataDir: '.data',
      documentsDir: undefined,
      demo: 'auto',
      logLevel: 'info',
      totpKey: undefined,
      demandAuthenticator: true,
      socketLimits: {
        frameBytes: 65_536,
        messagesPerSecond: 20,
        operationsPerSocket: 25,
        socketsPerCredential: 10,
        socketsPerPerson: 40,
        socketsPerAddress: 2_000,
      },
    }
    expect(parseConfig({})).toMatchObject(expected)
    expect(parseConfig({ PORT: '', HOST: '', DATABASE_URL: '', DATA_DIR: '', DEMO: '', LOG_LEVEL: '' })).toMatchObject(
      expected,
    )
  })

  test('takes what is given and is frozen', () => {
    const config = parseConfig({
      PORT: '0',
      HOST: 'localhost',
      DRAIN_DELAY: '5',
      DATABASE_URL: 'postgresql://u:p@db/wba',
      DATA_DIR: '/srv/wba',
      DEMO: '1',
      LOG_LEVEL: 'debug',
      DEMAND_AUTHENTICATOR: '0',
      TOTP_KEY: 'k'.repeat(32),
    })
    expect(config).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      drainDelayMs: 5_000,
      databaseUrl: 'postgresql://u:p@db/wba',
      demo: 'on',
      logLevel: 'debug',
      demandAuthenticator: false,
      totpKey: 'k'.repeat(32),
    })
    expect(Object.isFrozen(config)).toBe(true)
  })

  test('names all faults at once', () => {
    const faults = faultsOf({
      PORT: 'http',
      HOST: 'example.com',
      DRAIN_DELAY: '5s',
      PUBLIC_URL: 'http://wms.example.ru',
      DATABASE_URL: 'mysql://x',
      DEMO: 'yes',
      LOG_LEVEL: 'loud',
    })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'DRAIN_DELAY',
      'DATABASE_URL',
      'DEMO',
      'LOG_LEVEL',
    ])
  })

  test.each(['0.0.0.0', '::', '[::1]', '192.168.1.5'])('listens on %s', (host) => {
    expect(parseConfig({ HOST: host }).host).toBe(host.replaceAll(/[[\]]/g, ''))
  })

  test.each(['example.com', '127.0.0.1.example.com', '*', 'constructor', '127.0.0.1:80'])(
    'refuses the host %s and gives the reason',
    (host) => {
      expect(faultsOf({ HOST: host })).toEqual([expect.stringContaining('HOST must be an IP address')])
    },
  )

  test.each(['https://wms.example.ru', 'https://wms.example.ru:8443/', 'https://WMS.example.ru'])(
    'takes the public address %s',
    (url) => {
      expect(parseConfig({ PUBLIC_URL: url }).publicUrl?.origin).toBe(url.toLowerCase().replace(/\/$/, ''))
    },
  )

  test.each(['http://wms.example.ru', 'wms.example.ru', 'https://wms.example.ru/app', 'https://u:p@wms.example.ru'])(
    'refuses the public address %s',
    (url) => {
      expect(faultsOf({ PUBLIC_URL: url })).toEqual([expect.stringContaining('PUBLIC_URL must be the https address')])
    },
  )

  test.each(['-1', '65536', '1e3', '4000.5', ' 4000', '0x10', '100000'])('refuses the port %j', (port) => {
    expect(faultsOf({ PORT: port })).toHaveLength(1)
  })

  test.each([
    ['SOCKET_MESSAGE_BYTES', 4_096, 1_048_576],
    ['SOCKET_MESSAGES_PER_SECOND', 2, 1_000],
    ['SOCKET_OPERATIONS', 1, 1_000],
    ['SOCKETS_PER_CREDENTIAL', 1, 12_000],
    ['SOCKETS_PER_PERSON', 1, 12_000],
    ['SOCKETS_PER_ADDRESS', 1, 12_000],
  ])('bounds %s, and says how', (name, least, most) => {
    for (const fits of [least, most]) expect(faultsOf({ [name]: String(fits) })).toEqual([])
    for (const bad of [least - 1, most + 1, -least, `${least}.5`, '1e3', '64KB', 'unlimited'])
      expect(faultsOf({ [name]: String(bad) })).toEqual([`${name} must be a whole number from ${least} to ${most}`])
  })

  test('never repeats a value: it may be a password', () => {
    const faults = faultsOf({ DATABASE_URL: 'postgres//wba:hunter2@db', PORT: 'hunter2', LOG_LEVEL: 'hunter2' })
    expect(faults).toHaveLength(3)
    expect(faults.join()).not.toContain('hunter2')
  })
})
