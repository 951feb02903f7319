import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../support/client.js'
import { startGatewayOn, type TestGateway } from '../support/server.js'
import { type Browser, mutations, openSocket } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'
import { within } from './within.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let second: TestGateway
let admin: Browser
beforeAll(async () => {
  started = await startWithAdmin()
  admin = started.admin
  second = await startGatewayOn(started.gateway.database.url)
})
afterAll(async () => {
  await second.close()
  await started.gateway.close()
})

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

const invited = async (name: string) => {
  const { id, browser } = await invite(started.gateway.url, admin, { name, roles: [{ role: 'ADMIN' }] })
  // The other replica hears of it by its own look at the database.
  return { id, browser, socket: await openSocket(second.url, { origin: second.url, cookie: sameCookie(browser) }) }
}
/** A browser's cookie as it would be on the other replica's port. */
const sameCookie = ({ session }: Browser) => `wba-session-${new URL(second.url).port}=${session}`

test('every way to lose a right closes open sockets on every replica within two seconds', async () => {
  const ways: readonly (readonly [string, (who: Awaited<ReturnType<typeof invited>>) => Promise<unknown>])[] = [
    ['disabled', ({ id }) => admin.give(mutations.setPersonDisabled, { personId: id, disabled: true })],
    ['reset', ({ id }) => admin.give(mutations.resetSignIn, { personId: id })],
    ['signed-out', ({ browser }) => browser.give(mutations.endSession)],
  ]
  for (const [name, take] of ways) {
    const who = await invited(name)
    await take(who)
    expect(await within(2_000, who.socket.closed), name).toEqual({ code: 4403, reason: 'Signed out' })
  }
  const token = await make()
  const socket = await openSocket(second.url, {}, { authorization: `Bearer ${token.secret}` })
  const other = await make()
  const untouched = await openSocket(second.url, {}, { authorization: `Bearer ${other.secret}` })
  await admin.give(mutations.revokeAccessToken, { id: token.id })
  expect(await within(2_000, socket.closed)).toEqual({ code: 4403, reason: 'Signed out' })

  const demoted = await invited('demoted')
  const account = `mutation { r: createSellerAccount(commandId: "${randomUUID()}", name: "${randomUUID()}") { ... on CreateSellerAccountSuccess { sellerAccount { id } } } }`
  const { sellerAccount } = await admin.give<{ sellerAccount: { id: string } }>(account)
  const { warehouse } = await admin.give<{ warehouse: { id: string } }>(
    `mutation ($id: ID!) { r: createWarehouse(commandId: "${randomUUID()}", sellerAccountId: $id, wbWarehouseId: "7", name: "n", timeZone: "Europe/Moscow", slaPolicy: { assemblyMinutes: 240, cutOffs: [], amberMinutes: 120, redMinutes: 30 }) { ... on CreateWarehouseSuccess { warehouse { id } } } }`,
    { id: sellerAccount.id },
  )
  const roles = [{ role: 'PICKER', warehouseId: warehouse.id }]
  await admin.give(mutations.setRoles, { personId: demoted.id, roles })
  expect(await within(2_000, demoted.socket.closed)).toEqual({ code: 4403, reason: 'Rights changed' })
  // Who was not concerned is still connected.
  untouched.subscribe('subscription { nothing }', {})
  untouched.end()
  expect((await untouched.closed).code).toBe(1006)
})
