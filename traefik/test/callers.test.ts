import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mutations } from '../../gateway/test/identity/browser.js'
import { adminPassword } from '../../gateway/test/identity/first-admin.js'
import { openStreamSession } from '../../gateway/test/log-model/stream-client.js'
import { createQueue } from '../../gateway/test/support/queue.js'
import { byHash } from '../../gateway/test/support/registry.js'
import { seedOrder, seedWarehouse } from '../../gateway/test/support/seed.js'
import { makeFirstAdminLink } from '../../gateway/storage/session/sign-in-links.js'
import { type Call, call, openWebSocket, origin, type Way } from './support/call.js'
import { eventually, gatewayPort, startEdgeWithGateways } from './support/edge.js'
import { domain } from './support/traefik.js'

const login = 'anna@example.com'
let edge: Awaited<ReturnType<typeof startEdgeWithGateways>>
/** `Set-Cookie` of the first administrator's session, as it came through Traefik. */
let setCookie: string
beforeAll(async () => {
  edge = await startEdgeWithGateways()
  const secret = await makeFirstAdminLink(edge.database.deps, 10)
  const admin = { secret, name: 'Анна Админ', login, password: adminPassword }
  const { headers } = await send(edge.way, mutations.createFirstAdmin, admin)
  setCookie = headers['set-cookie']?.[0] ?? ''
})
afterAll(() => edge.close())

/** A page's request. */
const send = (way: Way, query: string, variables: object = {}, headers: Call['headers'] = {}) =>
  call(way, '/graphql', { body: JSON.stringify({ ...byHash(query), variables }), headers: { origin, ...headers } })
const cookie = () => setCookie.split(';')[0] ?? ''
const whoAmI = '{ me { person { name } } }'
const anna = { data: { me: { person: { name: 'Анна Админ' } } } }

/** What a client says to seem to be another, at another address, port or scheme. */
const spoofed = {
  'x-forwarded-for': '127.0.0.1, 10.1.2.3',
  'x-forwarded-proto': 'http',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-port': '80',
  'x-forwarded-prefix': '/metrics',
  'x-forwarded-server': 'evil',
  'x-real-ip': '10.1.2.3',
  x_forwarded_for: '10.1.2.3',
  x_forwarded_proto: 'http',
  'x.forwarded.for': '10.1.2.3',
  forwarded: 'for=10.1.2.3;proto=http;host=evil.example',
}

test('a session’s cookie is of this host alone and works, from a page of ours and from no other', async () => {
  expect(setCookie).toMatch(/^__Host-wba-session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/)
  expect(JSON.parse((await send(edge.way, whoAmI, {}, { cookie: cookie() })).body)).toEqual(anna)
  for (const foreign of [
    'https://evil.example',
    `http://${domain}`,
    `https://${domain}`,
    `${origin}.evil.example`,
    'null',
  ])
    expect((await send(edge.way, whoAmI, {}, { cookie: cookie(), origin: foreign })).status).toBe(403)
  const form = { 'content-type': 'text/plain', cookie: cookie(), origin }
  expect((await call(edge.way, '/graphql', { body: JSON.stringify(byHash(whoAmI)), headers: form })).status).toBe(415)
  expect((await call(edge.way, `/graphql?query=${encodeURIComponent(whoAmI)}`, { headers: { origin } })).status).toBe(
    405,
  )
})

test('whatever a client says of where it calls from and how, it is taken for what it is', async () => {
  expect(JSON.parse((await send(edge.way, whoAmI, {}, { ...spoofed, cookie: cookie() })).body)).toEqual(anna)
  // A sign-in is tried five times, each time as somebody else; the sixth is refused for this address.
  const way = edge.wayFrom(7)
  const wrong = { login, password: 'не тот пароль, правда' }
  const tries: string[] = []
  for (let number = 0; number < 6; number += 1) {
    const mask = { ...spoofed, 'x-forwarded-for': `10.9.8.${number}`, 'x-real-ip': `10.9.8.${number}` }
    tries.push((await send(way, mutations.signIn, wrong, mask)).body)
  }
  expect(tries[4]).toContain('BAD_CREDENTIALS')
  expect(tries[5]).toContain('TOO_MANY_TRIES')
  expect((await send(edge.wayFrom(8), mutations.signIn, wrong, spoofed)).body).toContain('BAD_CREDENTIALS')
  const { rows } = await edge.database.owner.query<{ address: string }>(
    `SELECT DISTINCT details->>'address' AS address FROM audit_entry WHERE details ? 'address'`,
  )
  expect(rows).toEqual([{ address: edge.network.client(7) }])
})

test('a gateway that is reached round Traefik believes nobody, and nobody signs in there', async () => {
  const body = JSON.stringify({ ...byHash(mutations.signIn), variables: { login, password: adminPassword } })
  const headers = { 'content-type': 'application/json', 'x-forwarded-proto': 'https' }
  const response = await fetch(`${edge.gateways[0].url}/graphql`, { method: 'POST', headers, body })
  expect(await response.text()).toContain('INSECURE_CONNECTION')
})

test('a page of another origin opens no socket', async () => {
  for (const foreign of ['https://evil.example', `http://${domain}:8443`, 'null']) {
    const socket = openWebSocket(edge.way, { headers: { origin: foreign, cookie: cookie() } })
    const refused = Promise.withResolvers<number | undefined>()
    socket.on('unexpected-response', (_request, response) => {
      refused.resolve(response.statusCode)
      socket.terminate()
    })
    socket.on('open', () => refused.resolve(101))
    socket.on('error', () => undefined)
    expect(await refused.promise).toBe(403)
  }
})

test('a program’s socket gets what happens and is closed with 4403 when its token is revoked', async () => {
  const warehouse = await seedWarehouse(edge.gateways[0].client)
  const own = { name: 'Следит', scopes: ['READ'], days: 1 }
  const made = await send(edge.way, mutations.createAccessToken, own, { cookie: cookie() })
  const { r } = (JSON.parse(made.body) as { data: { r: { secret: string; accessToken: { id: string } } } }).data
  const events = createQueue<string>()
  const session = openStreamSession({
    url: origin,
    connection: edge.way,
    token: r.secret,
    query: 'subscription ($id: ID!) { orderBoard(warehouseId: $id) { __typename } }',
    variables: { id: warehouse.id },
    onNext: (payload) => events.put(payload.toString()),
    onError: (errors) => events.fail(new Error(JSON.stringify(errors))),
  })
  await events.waitFor((event) => event.includes('BoardSnapshot'))
  // Committed by another replica, perhaps.
  await seedOrder(edge.gateways[1].client, warehouse)
  await events.waitFor((event) => event.includes('OrderUpserted'))
  const revoked = performance.now()
  await send(edge.way, mutations.revokeAccessToken, { id: r.accessToken.id }, { cookie: cookie() })
  expect(await session.ended).toMatch(/^4403 /)
  expect(performance.now() - revoked).toBeLessThan(2_000)
})

test('a browser’s socket is its session’s: it ends with 4403 when that signs out, and the cookie opens none any more', async () => {
  const [line = ''] =
    (await send(edge.way, mutations.signIn, { login, password: adminPassword })).headers['set-cookie'] ?? []
  const other = line.split(';')[0] ?? ''
  const open = () => openWebSocket(edge.way, { headers: { origin, cookie: other } })
  const opened = open()
  const acknowledged = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<number>()
  opened.on('open', () => opened.send('{"type":"connection_init"}'))
  opened.on('message', () => acknowledged.resolve())
  opened.on('close', closed.resolve)
  await acknowledged.promise
  await send(edge.way, mutations.endSession, {}, { cookie: other })
  expect(await closed.promise).toBe(4403)
  const again = open()
  again.on('open', () => again.send('{"type":"connection_init"}'))
  expect(await new Promise((resolve) => again.on('close', resolve))).toBe(4401)
})

test('of what a client says of addresses, schemes and paths nothing reaches a gateway; Traefik’s own word does', async () => {
  const got = createQueue<IncomingHttpHeaders>()
  const listening = createServer((request, response) => {
    if (request.url !== '/health/ready') got.put(request.headers)
    response.end()
  })
  listening.listen(gatewayPort, edge.network.gateway(9))
  for (const number of [1, 2]) edge.engine.die(edge.network.gateway(number))
  edge.engine.start('gateway', edge.network.gateway(9))
  await eventually(async () => (await edge.gatewaysUp()).join('') === '1')
  await eventually(async () => (await call(edge.way, '/graphql', { headers: spoofed })).status === 200)
  const headers = await got.next()
  listening.close()
  listening.closeAllConnections()
  const forwarded = Object.entries(headers).filter(([name]) => /forward|real.ip/.test(name))
  expect(Object.fromEntries(forwarded)).toEqual({
    // Of RFC 7239: passed on, and read by nobody.
    forwarded: spoofed.forwarded,
    'x-forwarded-for': edge.network.client(0),
    'x-forwarded-host': `${domain}:8443`,
    'x-forwarded-port': '8443',
    'x-forwarded-proto': 'https',
    'x-forwarded-server': expect.any(String),
    'x-real-ip': edge.network.client(0),
  })
  expect(headers['x-forwarded-server']).not.toBe(spoofed['x-forwarded-server'])
})
