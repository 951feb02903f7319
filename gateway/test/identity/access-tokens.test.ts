import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../support/client.js'
import { type Browser, mutations, openSocket } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let admin: Browser
beforeAll(async () => {
  started = await startWithAdmin()
  admin = started.admin
})
afterAll(() => started.gateway.close())

const make = async (by = admin) => {
  const made = await by.give(mutations.createAccessToken, { name: 'Отчёт', scopes: ['READ', 'IMPORT'], days: 30 })
  if (made.secret === undefined || !made.accessToken) throw new Error(JSON.stringify(made))
  return { secret: made.secret, ...made.accessToken }
}

const send = async (url: string, token: string, query: string): Promise<Answer<Record<string, unknown>>> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
      'x-actor': 'mallory',
    },
    body: JSON.stringify({ query }),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

test('a token speaks for its owner, whatever else the request says; its text is shown once', async () => {
  const token = await make()
  expect(token.secret).toMatch(/^wba_[\w-]{43}[0-9a-f]{8}$/)
  expect(token.secret.endsWith(token.ending)).toBe(true)
  const { url } = started.gateway
  const asked = await send(url, token.secret, '{ me { person { name } sessionId accessTokens { id lastUsedAt } } }')
  expect(asked.data).toMatchObject({ me: { person: { name: 'Анна Админ' }, sessionId: null } })
  const name = `account ${randomUUID()}`
  await send(
    url,
    token.secret,
    `mutation { createSellerAccount(commandId: "${randomUUID()}", name: "${name}") { __typename } }`,
  )
  const { rows } = await started.gateway.database.owner.query<{ actor: string }>(
    'SELECT actor FROM command_result ORDER BY created_at DESC LIMIT 1',
  )
  expect(rows).toEqual([{ actor: 'Анна Админ' }])
  const dump = JSON.stringify((await started.gateway.database.owner.query('SELECT * FROM access_token')).rows)
  expect(dump).not.toContain(token.secret.slice(4, 40))
})

test('a token makes no tokens and changes no passwords', async () => {
  const { secret } = await make()
  for (const mutation of [
    'createAccessToken(name: "x", scopes: [READ], days: 1)',
    'setPassword(login: "anna@example.com", password: "вечером ели пирог")',
    'createPerson(name: "x", roles: [{ role: ADMIN }])',
    'offerAuthenticator',
  ]) {
    const { data } = await send(started.gateway.url, secret, `mutation { r: ${mutation} { ... on Refusal { code } } }`)
    expect(data, mutation).toEqual({ r: { code: 'NOT_ALLOWED' } })
  }
})

test('what is no token, or no longer one, is refused on both transports', async () => {
  const { secret, id } = await make()
  await admin.give(mutations.revokeAccessToken, { id })
  const { secret: worn, id: wornId } = await make()
  await started.gateway.database.owner.query('UPDATE access_token SET expires_at = now() WHERE id = $1', [wornId])
  for (const token of [secret, worn, `wba_${'x'.repeat(51)}`, 'x', `${secret}0`]) {
    expect(await send(started.gateway.url, token, '{ __typename }')).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'SIGN_IN_REQUIRED' } }],
    })
    const socket = await openSocket(started.gateway.url, {}, { authorization: `Bearer ${token}` })
    expect((await socket.closed).code).toBe(4401)
  }
})

test('a token ends with the sign-in of its owner that a manager resets', async () => {
  const { id, browser } = await invite(started.gateway.url, admin, { name: 'forgetful', roles: [{ role: 'ADMIN' }] })
  const { secret } = await make(browser)
  expect((await send(started.gateway.url, secret, '{ __typename }')).status).toBe(200)
  await admin.give(mutations.resetSignIn, { personId: id })
  expect((await send(started.gateway.url, secret, '{ __typename }')).status).toBe(401)
})

test('refuses tokens without a scope, for longer than 90 days, or without a name', async () => {
  for (const [call, code] of [
    [{ name: 'a', scopes: [], days: 1 }, 'NOTHING_TO_DO'],
    [{ name: 'a', scopes: ['READ'], days: 91 }, 'INVALID_TERM'],
    [{ name: 'a', scopes: ['READ'], days: 0 }, 'INVALID_TERM'],
    [{ name: ' ', scopes: ['READ'], days: 1 }, 'INVALID_NAME'],
  ] as const)
    expect(await admin.give(mutations.createAccessToken, call)).toMatchObject({ code })
})

test('a person has at most 50 tokens, however many are asked for at once', async () => {
  const { browser } = await invite(started.gateway.url, admin, { name: 'collector', roles: [{ role: 'ADMIN' }] })
  const call = { name: 'a', scopes: ['READ'], days: 1 }
  for (let at = 0; at < 45; at++) expect(await browser.give(mutations.createAccessToken, call)).toHaveProperty('secret')
  const rest = await Promise.all(Array.from({ length: 10 }, () => browser.give(mutations.createAccessToken, call)))
  expect(rest.filter(({ secret }) => secret !== undefined)).toHaveLength(5)
  expect(rest.filter(({ code }) => code === 'TOO_MANY')).toHaveLength(5)
})
