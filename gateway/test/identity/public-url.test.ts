import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFirstAdminLink } from '../../storage/session/sign-in-links.js'
import { createTestClient, type ToldError } from '../support/client.js'
import { byHash } from '../support/registry.js'
import { seedWarehouse } from '../support/seed.js'
import { startGatewayOn, type TestGateway } from '../support/server.js'
import { createBrowser, mutations, openSocket } from './browser.js'
import { adminPassword, startWithAdmin } from './first-admin.js'

const publicUrl = new URL('https://wms.example.ru')
const admin = { login: 'anna@example.com', password: adminPassword }
const whoAmI = '{ me { person { name } } }'

let started: Awaited<ReturnType<typeof startWithAdmin>>
/** On an address that is not this machine's own: nobody can prove that the way to it is not watched. */
let open: TestGateway
beforeAll(async () => {
  started = await startWithAdmin({ publicUrl })
  open = await startGatewayOn(started.gateway.database.url, { host: '127.0.0.2', publicUrl })
})
afterAll(async () => {
  await open.close()
  await started.gateway.close()
})

interface Told {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: { readonly data?: unknown; readonly errors?: readonly ToldError[] }
}

/** A browser's POST through a proxy that has ended its TLS. */
const post = async (query: string, variables: object, headers: Readonly<Record<string, string>>): Promise<Told> => {
  const { promise, resolve, reject } = Promise.withResolvers<Told>()
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: publicUrl.host, origin: publicUrl.origin, ...headers },
  }
  const sent = request(`${started.gateway.url}/graphql`, options, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as Told['body']
      resolve({ headers: response.headers, body })
    })
  })
  sent.on('error', reject)
  sent.end(JSON.stringify({ ...byHash(query), variables }))
  return promise
}

describe('behind TLS, at PUBLIC_URL', () => {
  test('a session’s cookie is of this host alone and never travels in plain text', async () => {
    const { headers, body } = await post(mutations.signIn, admin, {})
    expect(body.data).toMatchObject({ r: { me: { person: { name: 'Анна Админ' } } } })
    const [line = ''] = headers['set-cookie'] ?? []
    expect(line).toMatch(/^__Host-wba-session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/)
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    const [cookie = ''] = line.split(';')
    expect((await post(whoAmI, {}, { cookie })).body.data).toEqual({ me: { person: { name: 'Анна Админ' } } })

    // The same secret is nothing under the name that this machine's own cookies have, nor without the page's Origin.
    const [, secret = ''] = cookie.split('=')
    const port = new URL(started.gateway.url).port
    const asLocal = { cookie: `wba-session-${port}=${secret}` }
    expect((await post(whoAmI, {}, asLocal)).body.data).toEqual({ me: null })
    const foreign = await post(whoAmI, {}, { cookie, origin: 'https://wms.example.ru.evil.example' })
    expect(foreign.body.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  test('a board’s cookie likewise', async () => {
    const { body } = await post(mutations.startPairing, { kind: 'BOARD' }, {})
    const { r } = body.data as { r: { userCode: string; deviceCode: string } }
    const { id } = await seedWarehouse(started.client)
    const call = { userCode: r.userCode, name: 'Доска', warehouseId: id }
    expect(await started.admin.give(mutations.approvePairing, call)).toEqual({ kind: 'BOARD' })
    const { headers } = await post(mutations.finishPairing, { deviceCode: r.deviceCode }, {})
    const [line = ''] = headers['set-cookie'] ?? []
    expect(line).toMatch(/^__Host-wba-device=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/)
    const [cookie = ''] = line.split(';')
    expect((await post('{ device { name } }', {}, { cookie })).body.data).toEqual({ device: { name: 'Доска' } })
  })
})

describe('in plain text over a network', () => {
  test('nobody signs in, and the answer says why', async () => {
    const browser = createBrowser(open.url)
    const link = await makeFirstAdminLink(started.gateway.database.deps, 10)
    for (const [mutation, variables] of [
      [mutations.signIn, admin],
      [mutations.signInByLink, { secret: link ?? 'x' }],
      [mutations.startPairing, { kind: 'BOARD' }],
      [mutations.finishPairing, { deviceCode: 'x' }],
    ] as const) {
      const { status, errors } = await browser.send(mutation, variables)
      expect([status, errors?.[0]?.extensions.code, browser.setCookies]).toEqual([403, 'INSECURE_CONNECTION', []])
      expect(errors?.[0]?.message).toContain('PUBLIC_URL')
    }
  })

  test('a cookie from elsewhere counts for nothing, over HTTP and WebSocket', async () => {
    const session = started.admin.session ?? ''
    const { port } = new URL(open.url)
    for (const name of ['__Host-wba-session', `wba-session-${port}`]) {
      const browser = createBrowser(open.url, { cookie: `${name}=${session}` })
      expect((await browser.send(whoAmI)).data).toEqual({ me: null })
      const socket = await openSocket(open.url, { origin: open.url, cookie: `${name}=${session}` })
      expect(await socket.closed).toMatchObject({ code: 4401 })
    }
  })

  test('an access token works, at its owner’s risk', async () => {
    const client = createTestClient({ url: open.url, tokens: started.gateway.tokens }, 'anna')
    expect(await client.data('{ me { person { name } } }')).toEqual({ me: { person: { name: 'anna' } } })
  })
})
