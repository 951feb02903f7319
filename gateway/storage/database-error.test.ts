import { describe, expect, it } from 'vitest'
import { isTransient } from './database-error.js'

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code })

describe('an error that says that the database is away or busy', () => {
  it.each([
    ['SQLSTATE of a shutdown', withCode('57P01')],
    ['a refused connection', withCode('ECONNREFUSED')],
    ['at some depth of causes', new Error('a', { cause: new Error('b', { cause: withCode('57P03') }) })],
    [
      'as the adapter of Prisma passes on a server that starts up',
      Object.assign(withCode('P2039'), {
        meta: {
          driverAdapterError: { name: 'DriverAdapterError', cause: { kind: 'postgres', originalCode: '57P03' } },
        },
      }),
    ],
  ])('%s', (_name, error) => {
    expect(isTransient(error)).toBe(true)
  })

  it.each([
    ['a constraint', withCode('23505')],
    ['a fault of our own', new Error('undefined is not a function')],
    ['what is no error', 'x'],
    ['nothing', undefined],
  ])('is not %s', (_name, error) => {
    expect(isTransient(error)).toBe(false)
  })
})
