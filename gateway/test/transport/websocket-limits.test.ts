import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, openSocket, refusedUpgrade } from './raw-socket.js'
import { startStubEdge } from './stub-edge.js'
import { findStubViewer } from './stub-viewers.js'

const query = 'subscription { orderEvents(warehouseId: "1") { seq } }'
const subscribe = (id: string) => ({ id, type: 'subscribe', payload: { query } })

describe('a WebSocket', () => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  beforeAll(async () => {
    server = await startStubEdge({ limits: { socketsPerAddress: 3 } })
  })
  afterAll(() => server.close())

  test('carries 25 operations; the 26th is refused, the others go on', async () => {
    const socket = await connect(server.graphql)
    for (let id = 1; id <= 26; id += 1) socket.send(subscribe(String(id)))
    expect(await socket.next()).toMatchObject({
      id: '26',
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY_OPERATIONS' } }],
    })
    socket.send({ type: 'complete', id: '1' })
    socket.send(subscribe('27'))
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.close()
    await socket.closed
  })

  test('that asks for 10,000 subscriptions at once is closed 1008; the server goes on', async () => {
    const socket = await connect(server.graphql)
    for (let id = 0; id < 10_000; id += 1) socket.send(subscribe(String(id)))
    expect(await socket.closed).toEqual({ code: 1008, reason: 'Too many messages' })
    const other = await connect(server.graphql)
    other.close()
    await other.closed
  })

  test.each(['ping', 'pong'] as const)('is closed 1008 at a flood of WebSocket %ss', async (frame) => {
    const socket = await connect(server.graphql)
    for (let count = 0; count < 100; count += 1) socket.ws[frame]()
    expect(await socket.closed).toMatchObject({ code: 1008 })
  })

  test('is closed 1009 at a frame above 64 KiB, in one piece or in fragments', async () => {
    const whole = await connect(server.graphql)
    whole.send(JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(70_000) } }))
    expect(await whole.closed).toMatchObject({ code: 1009 })
    const pieces = await connect(server.graphql)
    for (let part = 0; part < 8; part += 1) pieces.ws.send('x'.repeat(10_000), { fin: part === 7 })
    expect(await pieces.closed).toMatchObject({ code: 1009 })
  })

  test('is closed at thousands of tiny fragments', async () => {
    const socket = await connect(server.graphql)
    for (let part = 0; part < 1_000; part += 1) socket.ws.send('x', { fin: false })
    expect((await socket.closed).code).toBe(1008)
  })

  test('has operation ids of at most 128 characters', async () => {
    const socket = await connect(server.graphql)
    socket.send(subscribe('i'.repeat(129)))
    expect(await socket.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'BAD_REQUEST' } }] })
    socket.send(subscribe('__proto__'))
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.close()
    await socket.closed
  })

  test('is one of so many from an address', async () => {
    const sockets = [await connect(server.graphql), await connect(server.graphql), await connect(server.graphql)]
    expect(await refusedUpgrade(server.graphql)).toEqual({ status: 429, code: 'TOO_MANY_SOCKETS' })
    for (const socket of sockets) {
      socket.close()
      await socket.closed
    }
    const later = await connect(server.graphql)
    later.close()
    await later.closed
  })

  test('is one of so many of a session, token or device, and of a person', async () => {
    const limited = await startStubEdge({
      limits: { socketsPerCredential: 2, socketsPerPerson: 3 },
      deps: { findViewer: findStubViewer },
    })
    const open = (secret: string) => connect(limited.graphql, { authorization: `Bearer ${secret}` })
    const refused = async (secret: string) => {
      const socket = await openSocket(limited.graphql)
      socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${secret}` } })
      return socket.closed
    }
    const [first] = [await open('anna'), await open('anna')]
    expect(await refused('anna')).toEqual({
      code: 1013,
      reason: 'Too many sockets of this session, token or device',
    })
    const other = await open('anna-elsewhere')
    expect(await refused('anna-elsewhere')).toEqual({ code: 1013, reason: 'Too many sockets of this person' })
    // Nobody else has fewer for it, and who closes one may open one.
    const [board] = [await open('board'), await open('board'), await open('boris')]
    expect((await refused('board')).code).toBe(1013)
    for (const [socket, secret] of [
      [first, 'anna'],
      [other, 'anna-elsewhere'],
      [board, 'board'],
    ] as const) {
      socket?.close()
      await socket?.closed
      await open(secret)
    }
    await limited.close()
  })

  test('may come with the Origin of this host, or with none', async () => {
    const socket = await openSocket(server.graphql, { origin: server.url })
    socket.ws.terminate()
    await socket.closed
  })

  test.each([
    'null',
    'https://evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://evil.example#127.0.0.1',
    'http://localhost',
    'http://127.0.0.1:1',
    'https://127.0.0.1',
    'file://',
    '',
  ])('is refused to the Origin %j', async (origin) => {
    const headers = { Origin: origin }
    expect(await refusedUpgrade(server.graphql, { headers })).toEqual({ status: 403, code: 'FORBIDDEN' })
  })

  test.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:4000',
    '127.0.0.2',
    '[::2]',
    '0.0.0.0',
    'localhost@evil.example',
  ])('is refused to the Host %j', async (host) => {
    expect(await refusedUpgrade(server.graphql, { headers: { Host: host } })).toEqual({
      status: 421,
      code: 'MISDIRECTED',
    })
  })

  test('opens at /graphql alone', async () => {
    for (const path of ['/', '/graphql/', '/graphqlx', '/board/1'])
      expect(await refusedUpgrade(`${server.url}${path}`)).toEqual({ status: 404, code: 'NOT_FOUND' })
  })

  // Older Nodes give every upgrade to the one handler: there it is refused.
  const chooses = Number(process.versions.node.split('.')[0]) >= 24
  test.runIf(chooses)('an upgrade to something else is answered as the plain request that it also is', async () => {
    const headers = {
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAMAAABkAAQAoAAAAAIAAAAA',
    }
    const status = await new Promise((resolve, reject) => {
      request(`${server.url}/health/live`, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(200)
  })
})
