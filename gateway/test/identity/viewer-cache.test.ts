import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGatewayOn, type TestGateway } from '../support/server.js'
import { adminPassword, invite, startWithAdmin } from './first-admin.js'
import { type Browser, createBrowser, mutations } from './browser.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let admin: Browser
let here: string
let second: TestGateway
beforeAll(async () => {
  started = await startWithAdmin()
  admin = started.admin
  here = started.gateway.url
  second = await startGatewayOn(started.gateway.database.url)
})
afterAll(async () => {
  await second.close()
  await started.gateway.close()
})

const ask = async (url: string, token: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: '{ __typename }' }),
  })
  return response.status
}
const make = async (by = admin) => {
  const made = await by.give(mutations.createAccessToken, { name: 't', scopes: ['READ'], days: 1 })
  return { secret: made.secret ?? '', id: made.accessToken?.id ?? '' }
}
/** Runs while nobody can look a credential up: whoever tries waits, and fails after a second. */
const withoutLookUps = async <T>(work: () => Promise<T>): Promise<T> => {
  const owner = await started.gateway.database.owner.connect()
  await owner.query('BEGIN')
  await owner.query('LOCK TABLE access_token, session, person, role_grant, device IN ACCESS EXCLUSIVE MODE')
  try {
    return await work()
  } finally {
    await owner.query('ROLLBACK')
    owner.release()
  }
}
const patiently = { timeout: 5_000, interval: 20 }

test('a second request of a token costs no statement, on either gateway; a first one does', async () => {
  const [known, fresh] = [await make(), await make()]
  for (const url of [here, second.url]) {
    expect(await ask(url, known.secret)).toBe(200)
    const statuses = await withoutLookUps(async () => [await ask(url, known.secret), await ask(url, fresh.secret)])
    expect(statuses).toEqual([200, 503])
  }
})

test('a token that is revoked on another gateway is refused within two seconds', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { secret, id } = await make()
    expect(await ask(second.url, secret)).toBe(200)
    await admin.give(mutations.revokeAccessToken, { id })
    await expect.poll(() => ask(second.url, secret), { timeout: 2_000, interval: 10 }).toBe(401)
  }
})

test('what is ended on this very gateway is over at once, and so is who is disabled', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { secret, id } = await make()
    expect(await ask(here, secret)).toBe(200)
    await admin.give(mutations.revokeAccessToken, { id })
    expect(await ask(here, secret)).toBe(401)
  }
  const { id: personId, browser } = await invite(here, admin, { name: 'leaver', roles: [{ role: 'ADMIN' }] })
  const { secret } = await make(browser)
  expect(await ask(here, secret)).toBe(200)
  await admin.give(mutations.setPersonDisabled, { personId, disabled: true })
  expect(await ask(here, secret)).toBe(401)
  expect((await browser.send('{ me { sessionId } }')).data).toEqual({ me: null })
})

test('a token ends at its own time, though it was good a moment ago', async () => {
  const { secret, id } = await make()
  const sql = `UPDATE access_token SET expires_at = now() + interval '1 second' WHERE id = $1`
  await started.gateway.database.owner.query(sql, [id])
  expect(await ask(here, secret)).toBe(200)
  await expect.poll(() => ask(here, secret), patiently).toBe(401)
})

test('a fresh proof of identity counts at once, and on another gateway within two seconds', async () => {
  const { database } = started.gateway
  await database.owner.query(`UPDATE session SET authenticated_at = now() - interval '11 minutes'`)
  await database.owner.query('UPDATE rights_head SET version = version + 1')
  const elsewhere = createBrowser(second.url, {
    origin: second.url,
    cookie: `wba-session-${new URL(second.url).port}=${admin.session}`,
  })
  const call = { name: 't', scopes: ['READ'], days: 1 }
  await expect
    .poll(() => elsewhere.give(mutations.createAccessToken, call), { timeout: 2_000, interval: 20 })
    .toMatchObject({ code: 'CONFIRM_IDENTITY' })
  const confirmed = await admin.give(mutations.confirmIdentity, { password: adminPassword })
  expect(confirmed).toHaveProperty('me')
  expect(await admin.give(mutations.createAccessToken, call)).toHaveProperty('secret')
  await expect
    .poll(() => elsewhere.give(mutations.createAccessToken, call), { timeout: 2_000, interval: 20 })
    .toHaveProperty('secret')
})

test('who is seen is still noted', async () => {
  const { secret, id } = await make()
  expect(await ask(here, secret)).toBe(200)
  const sql = 'SELECT last_used_at AS at FROM access_token WHERE id = $1'
  const { rows } = await started.gateway.database.owner.query<{ at: Date | null }>(sql, [id])
  expect(rows[0]?.at).toBeInstanceOf(Date)
})
