import { GraphQLError } from 'graphql'
import { describe, expect, test } from 'vitest'
import { maskError } from './mask-error.js'

const mask = (error: unknown) => {
  const reported: unknown[] = []
  const masked = maskError(error, {
    requestId: 'r1',
    seen: () => undefined,
    report: (original) => reported.push(original),
  })
  return { masked, reported }
}
const coded = (code: string, message: string) => Object.assign(new Error(message), { code })
const inExecution = (originalError: Error) =>
  new GraphQLError(originalError.message, { originalError, path: ['orders', 0] })

describe('an error that leaves the process', () => {
  test('keeps its message and place when its code is in the table', () => {
    const error = inExecution(coded('UNKNOWN_WAREHOUSE', 'there is no such warehouse'))
    expect(mask(error)).toEqual({
      masked: { message: 'there is no such warehouse', path: ['orders', 0], extensions: { code: 'UNKNOWN_WAREHOUSE' } },
      reported: [],
    })
  })

  test('is INTERNAL with the request’s id when nobody foresaw it; the original goes to the log', () => {
    const original = new TypeError('cannot read password of postgres://wba:hunter2@db')
    const { masked, reported } = mask(inExecution(original))
    expect(masked).toEqual({
      message: 'Internal error',
      path: ['orders', 0],
      extensions: { code: 'INTERNAL', requestId: 'r1' },
    })
    expect(reported).toEqual([original])
  })

  test.each([
    ['of the database', coded('42703', 'column "secret" does not exist')],
    ['of the system', coded('ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.7:5432')],
    ['that is no error', 'hunter2'],
    ['that is nothing', undefined],
    [
      'of GraphQL with a code we do not know',
      new GraphQLError('hunter2', { path: ['a'], extensions: { code: 'SECRET' } }),
    ],
    [
      'of a scalar that cannot say a value',
      new GraphQLError('hunter2', { path: ['a'], originalError: new GraphQLError('hunter2') }),
    ],
  ])('says nothing of a fault %s', (_what, error) => {
    expect(mask(error).masked).toMatchObject({ message: 'Internal error', extensions: { code: 'INTERNAL' } })
  })

  test('lets no extension out but those that a code promises', () => {
    const { masked } = mask(
      new GraphQLError('begin again', {
        extensions: { code: 'RESYNC', epoch: 'e', minSeq: 7, sql: 'SELECT', stacktrace: ['x'] },
      }),
    )
    expect(masked.extensions).toEqual({ code: 'RESYNC', epoch: 'e', minSeq: 7 })
  })

  test('says that the database is away, with the request’s id, and logs why', () => {
    const { masked, reported } = mask(inExecution(coded('UNAVAILABLE', 'try again soon')))
    expect(masked).toMatchObject({ message: 'try again soon', extensions: { code: 'UNAVAILABLE', requestId: 'r1' } })
    expect(reported).toHaveLength(1)
  })

  test('is the caller’s when graphql itself found it before execution', () => {
    expect(mask(new GraphQLError('Variable "$id" got invalid value')).masked.extensions).toEqual({
      code: 'BAD_USER_INPUT',
    })
  })
})
