import { describe, expect, it } from 'vitest'
import { parseArguments } from './arguments.js'

const options = (...argv: string[]) => {
  const parsed = parseArguments(argv)
  if (parsed === 'help') throw new Error('help')
  return parsed
}

describe('the command line of the import', () => {
  it('needs a file alone', () => {
    expect(options('orders.json')).toEqual({
      file: 'orders.json',
      url: 'http://127.0.0.1:4000/graphql',
      account: undefined,
      warehouses: [],
      slaPolicy: { assemblyMinutes: 1440, cutOffs: [], amberMinutes: 120, redMinutes: 30 },
    })
    expect(options('-').file).toBe('-')
  })

  it('takes warehouses with a policy; a name may hold = and @', () => {
    const { warehouses, slaPolicy } = options(
      'a.json',
      ...['--warehouse', '658434=Склад № 1 @ дом=2@Asia/Yekaterinburg', '--warehouse', '7=Юг@Europe/Moscow'],
      ...['--cut-off', '18:00', '--cut-off', '09:30', '--cut-off', '18:00', '--assembly-minutes', '90'],
    )
    expect(warehouses).toEqual([
      { wbWarehouseId: '658434', name: 'Склад № 1 @ дом=2', timeZone: 'Asia/Yekaterinburg' },
      { wbWarehouseId: '7', name: 'Юг', timeZone: 'Europe/Moscow' },
    ])
    expect(slaPolicy).toEqual({ assemblyMinutes: 90, cutOffs: ['09:30', '18:00'], amberMinutes: 120, redMinutes: 30 })
  })

  it('takes a bare address for the endpoint that a server has', () => {
    expect(options('a.json', '--url', 'http://wms.local:4000').url).toBe('http://wms.local:4000/graphql')
    expect(options('a.json', '--url', 'https://wms.local/api/graphql').url).toBe('https://wms.local/api/graphql')
  })

  it('asks for help', () => {
    expect(parseArguments(['--help'])).toBe('help')
  })

  it.each([
    [[], 'no file given'],
    [['a', 'b'], 'surplus argument "b": one file at a time'],
    [
      ['a', '--warehouse', 'Подольск'],
      '--warehouse "Подольск": expected ID=NAME@ZONE, such as "658434=Podolsk@Europe/Moscow"',
    ],
    [['a', '--cut-off', '25:00'], '--cut-off "25:00": expected HH:MM'],
    [['a', '--assembly-minutes', '0'], '--assembly-minutes "0": expected an integer from 1 to 43200'],
    [['a', '--red-minutes', 'x'], '--red-minutes "x": expected an integer from 0 to 43200'],
    [['a', '--url', 'ftp://x'], '--url "ftp://x": expected http://…'],
  ])('%j: %s', (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(message)
  })

  it('names an unknown flag', () => {
    expect(() => parseArguments(['a', '--acount', 'x'])).toThrow(/--acount/)
  })
})
