import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFirstAdminLink } from '../../storage/session/sign-in-links.js'
import { createDatabase } from '../support/database.js'
import { byHash } from '../support/registry.js'
import { startGatewayOn } from '../support/server.js'
import { type Browser, createBrowser, mutations } from './browser.js'
import { adminPassword, invite, startWithAdmin } from './first-admin.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let url: string
let admin: Browser
beforeAll(async () => {
  // Times are changed behind the gateway's back here: it must look each time.
  started = await startWithAdmin({ limits: { viewerKeptFor: 0 } })
  url = started.gateway.url
  admin = started.admin
})
afterAll(() => started.gateway.close())

const login = 'anna@example.com'
const whoAmI = '{ me { person { name roles { role warehouseId } } sessionId sessions { id } } }'

const cookieOf = (session: string | undefined) => `wba-session-${new URL(url).port}=${session}`

/** Somebody new with a password; each test tries credentials of its own, since tries are counted. */
const withPassword = async (name: string) => {
  const who = await invite(url, admin, { name, roles: [{ role: 'ADMIN' }] })
  const password = 'правильная лошадь батарейка'
  expect(await who.browser.give(mutations.setPassword, { login: name, password })).toHaveProperty('me')
  return { ...who, login: name, password }
}

describe('the first administrator', () => {
  test('is made by a link that is spent with it, and there is no other link while there is one', async () => {
    const { data } = await admin.send(whoAmI)
    expect(data).toMatchObject({
      me: { person: { name: 'Анна Админ', roles: [{ role: 'ADMIN', warehouseId: null }] } },
    })
    expect(await makeFirstAdminLink(started.gateway.database.deps, 10)).toBeUndefined()
    const call = { secret: 'x', name: 'b', login: 'bbb', password: adminPassword }
    expect(await createBrowser(url).give(mutations.createFirstAdmin, call)).toMatchObject({ code: 'BAD_LINK' })
  })
})

test('of two gateways’ links for the first administrator either is good, until one is used or its time is over', async () => {
  const database = await createDatabase()
  const gateway = await startGatewayOn(database.url)
  const [one, two] = [await makeFirstAdminLink(database.deps, 10), await makeFirstAdminLink(database.deps, 10)]
  const call = (secret: string | undefined, name: string) =>
    createBrowser(gateway.url).give(mutations.createFirstAdmin, { secret, name, login: name, password: adminPassword })
  const old = await makeFirstAdminLink(database.deps, 0)
  expect(await call(old, 'поздний')).toMatchObject({ code: 'BAD_LINK' })
  const answers = await Promise.all([call(one, 'первый'), call(two, 'второй')])
  expect(answers.filter(({ me }) => me !== undefined)).toHaveLength(1)
  expect(answers.filter(({ code }) => code === 'BAD_LINK')).toHaveLength(1)
  await gateway.close()
  await database.close()
})

describe('sign-in with a password', () => {
  test('begins a session of its own each time; the cookie is out of reach of scripts and other sites', async () => {
    const first = createBrowser(url)
    expect(await first.give(mutations.signIn, { login: ' ANNA@example.com', password: adminPassword })).toMatchObject({
      me: { person: { name: 'Анна Админ' } },
    })
    expect(first.setCookies.join('\n')).toMatch(
      /^wba-session-\d+=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    )
    const before = first.session
    await first.give(mutations.signIn, { login, password: adminPassword })
    expect(first.session).not.toBe(before)
    // The session of before ended with it.
    const fixed = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie: cookieOf(before) },
      body: JSON.stringify(byHash(whoAmI)),
    })
    expect(await fixed.json()).toEqual({ data: { me: null } })
  })

  test('counts for nothing without an Origin: whatever sends no Origin is no page of ours', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookieOf(admin.session) },
      body: JSON.stringify(byHash(whoAmI)),
    })
    expect(await response.json()).toEqual({ data: { me: null } })
  })

  test('gives the same answer for a wrong password, an unknown login and none that can be one', async () => {
    const { login: known } = await withPassword('kira')
    for (const tried of [known, 'nobody-here', '', 'x'.repeat(5_000), 'a b', '\u0000'])
      expect(await createBrowser(url).give(mutations.signIn, { login: tried, password: 'wrong password' })).toEqual({
        code: 'BAD_CREDENTIALS',
        message: 'Login, password or code is wrong.',
        retryAt: null,
      })
  })

  test('looks at five tries and then at none, the right one included, however they come', async () => {
    const { login: known, password } = await withPassword('petr')
    const once = (n: number) =>
      `a${n}: signIn(login: "${known}", password: "wrong password ${n}") { ... on Refusal { code } }`
    const codes = async (from: number, to: number) => {
      const aliases = Array.from({ length: to - from }, (_, n) => once(from + n))
      const { data } = await createBrowser(url).send<Record<string, { code: string }>>(
        `mutation { ${aliases.join(' ')} }`,
      )
      return Object.values(data ?? {}).map(({ code }) => code)
    }
    expect(await codes(0, 4)).toEqual(Array(4).fill('BAD_CREDENTIALS'))
    expect(await codes(4, 8)).toEqual(['BAD_CREDENTIALS', ...Array<string>(3).fill('TOO_MANY_TRIES')])
    const refused = await createBrowser(url).give(mutations.signIn, { login: known, password })
    expect(refused).toMatchObject({ code: 'TOO_MANY_TRIES' })
    const wait = Date.parse(refused.retryAt ?? '') - Date.now()
    expect(wait).toBeGreaterThan(14 * 60_000)
    expect(wait).toBeLessThan(15.1 * 60_000)
  })

  test('refuses passwords that are short, common, or made of names', async () => {
    const { browser } = await invite(url, admin, { name: 'Слабый Пароль', roles: [{ role: 'ADMIN' }] })
    for (const password of [
      'короткий',
      'password1234',
      'qwertyuiop123',
      'aaaaaaaaaaaaa',
      'Слабый-Пароль-1',
      'wildberries2026',
      'ivan.petrov.2026',
    ])
      expect(await browser.give(mutations.setPassword, { login: 'ivan.petrov', password }), password).toMatchObject({
        code: 'WEAK_PASSWORD',
      })
    const good = { login: 'ivan.petrov', password: 'вечером ели пирог' }
    expect(await browser.give(mutations.setPassword, good)).toHaveProperty('me')
  })
})

describe('an authenticator', () => {
  test('is asked for at each sign-in once its first code is confirmed; no code counts twice, nor one of before', async () => {
    const { browser, login: known, password } = await withPassword('olga')
    const { secret = '', uri } = await browser.give(mutations.offerAuthenticator)
    expect(uri).toBe(`otpauth://totp/WB%20Assistant:olga?secret=${secret}&issuer=WB%20Assistant`)
    expect(await browser.give(mutations.enableAuthenticator, { secret, code: '000000' })).toMatchObject({
      code: 'BAD_CREDENTIALS',
    })
    // The step before this one is within the tolerance of clocks: so this step is still unspent below.
    const epoch = Math.floor(Date.now() / 1_000)
    const old = await generate({ secret, epoch: epoch - 90 })
    expect(await browser.give(mutations.enableAuthenticator, { secret, code: old })).toMatchObject({
      code: 'BAD_CREDENTIALS',
    })
    const code = await generate({ secret, epoch: epoch - 30 })
    expect(await browser.give(mutations.enableAuthenticator, { secret, code })).toHaveProperty('me')

    const other = createBrowser(url)
    expect(await other.give(mutations.signIn, { login: known, password })).toMatchObject({ code: 'CODE_REQUIRED' })
    const spent = { login: known, password, code }
    expect(await other.give(mutations.signIn, spent)).toMatchObject({ code: 'BAD_CREDENTIALS' })
    const now = { login: known, password, code: await generate({ secret, epoch }) }
    expect(await other.give(mutations.signIn, now)).toHaveProperty('me')
    expect(await createBrowser(url).give(mutations.signIn, now)).toMatchObject({ code: 'BAD_CREDENTIALS' })
  })
})

describe('what matters', () => {
  test('takes a proof of identity of the last ten minutes', async () => {
    const { browser, id, login: known, password } = await withPassword('fresh')
    await started.gateway.database.owner.query(
      `UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE person_id = $1`,
      [id],
    )
    const token = { name: 'Отчёт', scopes: ['READ'], days: 30 }
    expect(await browser.give(mutations.createAccessToken, token)).toMatchObject({ code: 'CONFIRM_IDENTITY' })
    expect(await browser.give(mutations.setPassword, { login: known, password })).toMatchObject({
      code: 'CONFIRM_IDENTITY',
    })
    expect(await browser.give(mutations.confirmIdentity, { password: 'wrong password' })).toMatchObject({
      code: 'BAD_CREDENTIALS',
    })
    expect(await browser.give(mutations.confirmIdentity, { password })).toHaveProperty('me')
    expect(await browser.give(mutations.createAccessToken, token)).toHaveProperty('secret')
  })
})

test('a session ends by its owner’s word, after eight idle hours and after seven days', async () => {
  const { browser, id } = await withPassword('endings')
  const stolen = createBrowser(url)
  await stolen.give(mutations.signIn, { login: 'endings', password: 'правильная лошадь батарейка' })
  const { data } = await browser.send<{ me: { sessionId: string; sessions: { id: string }[] } }>(whoAmI)
  const other = data?.me.sessions.find((session) => session.id !== data.me.sessionId)
  expect(await browser.give(mutations.endSession, { id: other?.id })).toEqual({ own: false })
  expect((await stolen.send(whoAmI)).data).toEqual({ me: null })
  expect(await browser.give(mutations.endSession)).toEqual({ own: true })
  expect(browser.session).toBeUndefined()

  for (const worn of [`last_seen_at = now() - interval '481 minutes'`, 'expires_at = now()']) {
    await browser.give(mutations.signIn, { login: 'endings', password: 'правильная лошадь батарейка' })
    expect((await browser.send(whoAmI)).data).not.toEqual({ me: null })
    await started.gateway.database.owner.query(`UPDATE session SET ${worn} WHERE person_id = $1`, [id])
    expect((await browser.send(whoAmI)).data).toEqual({ me: null })
  }
})
