import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusedUpgrade } from '../transport/raw-socket.js'
import { byHash } from '../support/registry.js'
import { type Browser, createBrowser, mutations, openSocket } from './browser.js'
import { adminPassword, invite, startWithAdmin } from './first-admin.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let url: string
let admin: Browser
beforeAll(async () => {
  started = await startWithAdmin()
  admin = started.admin
  url = started.gateway.url
})
afterAll(() => started.gateway.close())

const cookieOf = (session: string | undefined) => `wba-session-${new URL(url).port}=${session}`
/** What a page elsewhere may be, as browsers say it. */
const foreign = () => {
  const { port } = new URL(url)
  return [
    'null',
    'https://evil.example',
    `http://evil.example:${port}`,
    `http://127.0.0.1.evil.example:${port}`,
    `http://evil-127.0.0.1:${port}`,
    'http://127.0.0.1',
    `http://127.0.0.1:${Number(port) - 1}`,
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
  ]
}

describe('a page of another site, in the browser of somebody who is signed in', () => {
  test('gets no WebSocket; without an Origin the cookie is nobody’s', async () => {
    const cookie = cookieOf(admin.session)
    for (const origin of foreign())
      expect(await refusedUpgrade(`${url}/graphql`, { headers: { cookie, Origin: origin } }), origin).toEqual({
        status: 403,
        code: 'FORBIDDEN',
      })
    const bare = await openSocket(url, { cookie })
    expect(await bare.closed).toEqual({ code: 4401, reason: 'Sign in first' })
    const own = await openSocket(url, { cookie, origin: url })
    expect(own.messages).toEqual([{ type: 'connection_ack' }])
    own.end()
  })

  test('does nothing by a request, whatever it calls the body', async () => {
    const cookie = cookieOf(admin.session)
    const variables = { name: 'чужой', scopes: ['READ'], days: 1 }
    const body = JSON.stringify({ ...byHash(mutations.createAccessToken), variables })
    const send = async (headers: Readonly<Record<string, string>>) => {
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { cookie, ...headers }, body })
      return { status: response.status, text: await response.text() }
    }
    const made = async () => {
      const { data } = await admin.send<{ me: { accessTokens: { name: string }[] } }>(
        '{ me { accessTokens { name } } }',
      )
      return data?.me.accessTokens.filter(({ name }) => name === 'чужой').length
    }
    const json = 'application/json'
    for (const origin of foreign())
      expect(await send({ origin, 'content-type': json }), origin).toMatchObject({ status: 403 })
    // What a form can send without asking first.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      for (const origin of [{ origin: 'https://evil.example' }, { origin: url }, {}])
        expect((await send({ ...origin, 'content-type': type })).status, type).toBeGreaterThanOrEqual(400)
    expect((await send({ 'content-type': json })).text).toContain('SIGN_IN_REQUIRED')
    expect(await made()).toBe(0)
    expect((await send({ origin: url, 'content-type': json })).text).toContain('accessToken')
    expect(await made()).toBe(1)
  })
})

describe('a cookie that somebody planted before the sign-in', () => {
  const whoAmI = '{ me { person { name } } }'
  /** Signs in where the planted cookie lies; answers the new secret. */
  const signInBeside = async (planted: string) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie: cookieOf(planted) },
      body: JSON.stringify({
        ...byHash(mutations.signIn),
        variables: { login: 'anna@example.com', password: adminPassword },
      }),
    })
    expect(await response.text()).toContain('Анна Админ')
    const [, secret] = /wba-session-\d+=([\w-]+)/.exec(response.headers.getSetCookie().join()) ?? []
    return secret
  }
  const whoIs = async (secret: string | undefined) => {
    const browser = createBrowser(url, { cookie: cookieOf(secret) })
    return JSON.stringify((await browser.send(whoAmI)).data)
  }

  test('opens nothing afterwards, whether it was made up or the planter’s own session', async () => {
    const roles = [{ role: 'ADMIN' }]
    const planter = await invite(url, admin, { name: 'Подбросил', roles })
    for (const planted of ['A'.repeat(43), planter.browser.session ?? '']) {
      const fresh = await signInBeside(planted)
      expect(fresh).not.toBe(planted)
      expect(await whoIs(fresh)).toContain('Анна Админ')
      expect(await whoIs(planted)).toBe('{"me":null}')
    }
  })
})
