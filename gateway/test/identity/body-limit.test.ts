import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ToldError } from '../support/client.js'
import { seedWarehouse } from '../support/seed.js'
import { type Browser, mutations } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
/** Tokens of an administrator and of a picker; the administrator's third one may not import. */
let tokens: { readonly importer: string; readonly picker: string; readonly reader: string }
beforeAll(async () => {
  started = await startWithAdmin()
  const { gateway, admin } = started
  const make = async (by: Browser, scopes: readonly string[]) => {
    const { secret } = await by.give(mutations.createAccessToken, { name: 't', scopes, days: 1 })
    return secret ?? ''
  }
  const importer = await make(admin, ['READ', 'IMPORT'])
  const { id } = await seedWarehouse(started.client)
  const roles = [{ role: 'PICKER', warehouseId: id }]
  const picker = (await invite(gateway.url, admin, { name: 'picker', roles })).browser
  tokens = { importer, picker: await make(picker, ['READ', 'FLOOR']), reader: await make(admin, ['READ']) }
})
afterAll(() => started.gateway.close())

const kib = 1024
const bodyOf = (bytes: number) => {
  const body = (fill: string) => JSON.stringify({ query: '{ __typename }', variables: { fill } })
  return body('x'.repeat(bytes - body('').length))
}

const send = async (token: string, body: string, chunked = false) => {
  const response = await fetch(`${started.gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: chunked ? new Blob([body]).stream() : body,
    duplex: 'half',
  })
  const { errors } = (await response.json()) as { readonly errors?: readonly ToldError[] }
  return { status: response.status, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message }
}

describe.each([
  ['with a length', false],
  ['in chunks', true],
])('a body %s', (_name, chunked) => {
  test('of 256 KiB is taken from everybody', async () => {
    for (const token of Object.values(tokens))
      expect(await send(token, bodyOf(256 * kib), chunked)).toMatchObject({ status: 200 })
  })

  test('above that is taken only from who may import, and the others are told how much they may', async () => {
    expect(await send(tokens.importer, bodyOf(300 * kib), chunked)).toMatchObject({ status: 200 })
    expect(await send(tokens.importer, bodyOf(8 * kib * kib), chunked)).toMatchObject({ status: 200 })
    for (const token of [tokens.picker, tokens.reader]) {
      const { status, code, message } = await send(token, bodyOf(300 * kib), chunked)
      expect({ status, code }).toEqual({ status: 413, code: 'BODY_TOO_LARGE' })
      expect(message).toMatch(/256 KiB at most.*\/ Слишком большой запрос: не больше 256 КиБ/)
    }
  })

  test('of a token that is none is not read either', async () => {
    expect(await send(`wba_${'x'.repeat(51)}`, bodyOf(300 * kib), chunked)).toMatchObject({ code: 'SIGN_IN_REQUIRED' })
  })
})
