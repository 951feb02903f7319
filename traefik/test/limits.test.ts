import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { connect as connectPlain } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PgProxy, startPgProxy } from '../../gateway/test/log-model/pg-proxy.js'
import { call } from './support/call.js'
import { eventually, gatewayPort, startEdgeWithGateways } from './support/edge.js'
import { domain, httpsPort } from './support/traefik.js'

let edge: Awaited<ReturnType<typeof startEdgeWithGateways>>
let authorization: string
/** The way from the gateways to the database. */
let proxy: PgProxy
beforeAll(async () => {
  edge = await startEdgeWithGateways({
    async reach(databaseUrl) {
      const url = new URL(databaseUrl)
      proxy = await startPgProxy(Number(url.port), { deaf: false })
      url.port = String(proxy.port)
      return url.href
    },
  })
  authorization = `Bearer ${await edge.gateways[0].tokens.of('anna')}`
})
afterAll(() => edge.close())

const query = JSON.stringify({ query: '{ warehouses { id } }' })
const ask = (client: number) => call(edge.wayFrom(client), '/graphql', { body: query, headers: { authorization } })

/** A connection that speaks as it likes. */
const openRaw = (client: number, ALPNProtocols: string[] = []): TLSSocket => {
  const { localAddress, ca } = edge.wayFrom(client)
  const plain = connectPlain({ host: edge.network.traefik, port: httpsPort, localAddress })
  const socket = connect({ socket: plain, servername: domain, ca, ALPNProtocols })
  socket.on('error', () => undefined)
  return socket
}
const head = `Host: ${domain}:${httpsPort}\r\nContent-Type: application/json\r\n`

test.concurrent('who sends a request slowly is cut, in its head as in its body', async () => {
  const began = performance.now()
  const cut = async (text: string) => {
    const socket = openRaw(1)
    socket.write(text)
    socket.resume()
    await once(socket, 'close')
  }
  await Promise.all([
    cut(`POST /graphql HTTP/1.1\r\n${head}`),
    cut(`POST /graphql HTTP/1.1\r\n${head}Content-Length: 100\r\n\r\n{`),
  ])
  expect(performance.now() - began).toBeLessThan(30_000)
})

test.concurrent('a body is as large as the gateway lets its sender send, and no larger', async () => {
  const body = (kib: number) =>
    JSON.stringify({ query: '{ warehouses { id } }', variables: { x: 'x'.repeat(kib * 1024) } })
  const send = (kib: number, headers = {}) =>
    call(edge.wayFrom(2), '/graphql', { body: body(kib), headers }).then(({ status }) => status)
  expect(await send(250)).toBe(200)
  expect(await send(300)).toBe(413)
  expect(await send(7 * 1024, { authorization })).toBe(200)
  expect(await send(9 * 1024, { authorization })).toBe(413)
})

test.concurrent(
  'so many requests of one address are under way at once, and so many come in a second; others notice nothing',
  async () => {
    const connection = openRaw(3, ['h2'])
    const session = connectHttp2(`https://${domain}:${httpsPort}`, { createConnection: () => connection })
    const start = {
      ':method': 'POST',
      ':path': '/graphql',
      ':authority': `${domain}:${httpsPort}`,
      'content-length': '100',
    }
    const hold = () =>
      session
        .request(start)
        .on('error', () => undefined)
        .write('{')
    for (let number = 0; number < 200; number += 1) hold()
    await eventually(async () => {
      // The question had a place itself.
      hold()
      return (await ask(3)).status === 429
    })
    const flooder = openRaw(3)
    let answers = ''
    const waited = Promise.withResolvers<void>()
    flooder.on('data', (chunk: Buffer) => {
      answers += chunk.toString('latin1')
      if (/^Retry-After: \d/m.test(answers)) waited.resolve()
    })
    // Each is refused because of those that are under way, until there are too many of them too.
    flooder.write(`GET /health/live HTTP/1.1\r\n${head}\r\n`.repeat(3_000))
    expect((await ask(4)).status).toBe(200)
    await waited.promise
    expect(answers.match(/HTTP\/1\.1 429/g)?.length).toBeGreaterThanOrEqual(300)
    flooder.destroy()
    session.destroy()
    await eventually(async () => (await ask(3)).status === 200)
  },
)

test('what a replica drops before it has answered, another answers: commands too', async () => {
  let dropped = 0
  const dying = createServer((request, response) => {
    if (request.url === '/health/ready') return void response.end()
    dropped += 1
    request.socket.destroy()
  })
  dying.listen(gatewayPort, edge.network.gateway(9))
  edge.engine.start('gateway', edge.network.gateway(9))
  await eventually(async () => (await edge.gatewaysUp()).join('') === '111')
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(9)))
  dying.close()
  dying.closeAllConnections()
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(dropped).toBeGreaterThan(0)
})

test('while the database is away a gateway answers for itself, though it is not ready', async () => {
  await eventually(async () => (await edge.gatewaysUp()).includes('1'))
  await proxy.close()
  await eventually(async () => (await edge.gatewaysUp()).every((up) => up === '0'))
  const { body } = await ask(11)
  expect(body).toContain('"code":"UNAVAILABLE"')
})

test('without a gateway there is no API, and no page in its place', async () => {
  for (const number of [1, 2, 9]) edge.engine.die(edge.network.gateway(number))
  await eventually(async () => (await ask(10)).status === 503)
  expect((await call(edge.way, '/')).status).toBe(200)
})
