import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startWithAdmin } from '../identity/first-admin.js'
import { seedWarehouse } from '../support/seed.js'
import { connect, openSocket } from './raw-socket.js'

const query = 'subscription ($warehouseId: ID!) { orderEvents(warehouseId: $warehouseId) { seq } }'
let warehouseId: string
const subscribe = (id: string, payload: object = { query, variables: { warehouseId } }) => ({
  id,
  type: 'subscribe',
  payload,
})

describe('graphql-transport-ws', () => {
  let gateway: Awaited<ReturnType<typeof startWithAdmin>>['gateway']
  let session: string | undefined
  let graphql: string
  let authorization: string
  beforeAll(async () => {
    const started = await startWithAdmin({ limits: { initWithin: 200 } })
    gateway = started.gateway
    session = started.admin.session
    graphql = `${gateway.url}/graphql`
    authorization = `Bearer ${await gateway.tokens.of('anna')}`
    const { id } = await seedWarehouse(started.client)
    warehouseId = id
  })
  afterAll(() => gateway.close())
  const enter = () => connect(graphql, { authorization })

  test('acknowledges the init of somebody, with and without a payload', async () => {
    const bySession = { origin: gateway.url, cookie: `wba-session-${new URL(gateway.url).port}=${session}` }
    for (const [headers, payload] of [
      [{}, { authorization }],
      [{}, { authorization, 'x-device': 'Сканер 👷' }],
      [bySession, undefined],
    ] as const) {
      const socket = await openSocket(graphql, { headers })
      socket.send({ type: 'connection_init', ...(payload && { payload }) })
      expect(await socket.next()).toEqual({ type: 'connection_ack' })
      socket.close()
      expect(await socket.closed).toMatchObject({ code: 1000 })
    }
  })

  test('closes 4401 at the init of nobody', async () => {
    const socket = await openSocket(graphql)
    socket.send({ type: 'connection_init', payload: { 'x-device': 'Сканер 👷' } })
    expect(await socket.closed).toMatchObject({ code: 4401 })
  })

  test('closes 4406 when the client does not speak the protocol', async () => {
    const socket = await openSocket(graphql, { protocol: [] })
    expect(await socket.closed).toEqual({ code: 4406, reason: 'Subprotocol not acceptable' })
  })

  test('refuses the older protocol of subscriptions-transport-ws', async () => {
    await expect(openSocket(graphql, { protocol: 'graphql-ws' })).rejects.toThrow('Server sent no subprotocol')
  })

  test('chooses the protocol among several', async () => {
    const socket = await openSocket(graphql, { protocol: ['graphql-ws', 'graphql-transport-ws'] })
    expect(socket.ws.protocol).toBe('graphql-transport-ws')
    socket.close()
  })

  test('closes 4408 when the init does not come in time', async () => {
    const socket = await openSocket(graphql)
    expect(await socket.closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
  })

  test('closes 4429 at a second init', async () => {
    const socket = await enter()
    socket.send({ type: 'connection_init' })
    expect(await socket.closed).toEqual({ code: 4429, reason: 'Too many initialisation requests' })
  })

  test('closes 4401 at a subscribe before the init', async () => {
    const socket = await openSocket(graphql)
    socket.send(subscribe('1'))
    expect(await socket.closed).toEqual({ code: 4401, reason: 'Unauthorized' })
  })

  test('closes 4409 at an id that is in use', async () => {
    const socket = await enter()
    socket.send(subscribe('twin'))
    socket.send(subscribe('twin'))
    expect(await socket.closed).toEqual({ code: 4409, reason: 'Subscriber for twin already exists' })
  })

  test('closes 4400 at an init whose device cannot be read', async () => {
    for (const device of [7, 'a\u0000b', '%E0%A4%A', 'x'.repeat(101)]) {
      const socket = await openSocket(graphql)
      socket.send({ type: 'connection_init', payload: { 'x-device': device } })
      expect(await socket.closed).toMatchObject({ code: 4400, reason: expect.stringContaining('x-device') as unknown })
    }
  })

  test.each([
    ['no JSON', 'hello'],
    ['an empty text', ''],
    ['a number', 1],
    ['null', 'null'],
    ['an array', []],
    ['no type', {}],
    ['a type that is no text', { type: 1 }],
    ['an unknown type', { type: 'start' }],
    ['a message of the server', { type: 'next', id: '1' }],
    ['an init with a payload that is no object', { type: 'connection_init', payload: 'x' }],
    ['a ping with a payload that is no object', { type: 'ping', payload: 'x' }],
    ['a subscribe without an id', { type: 'subscribe', payload: { query } }],
    ['a subscribe with an empty id', { type: 'subscribe', id: '', payload: { query } }],
    ['a subscribe with a number for its id', { type: 'subscribe', id: 1, payload: { query } }],
    ['a subscribe without a payload', { type: 'subscribe', id: '1' }],
    ['a subscribe without a query', { type: 'subscribe', id: '1', payload: {} }],
    [
      'a subscribe with an object for its query',
      { type: 'subscribe', id: '1', payload: { query: { kind: 'Document' } } },
    ],
    ['a subscribe with a list of variables', { type: 'subscribe', id: '1', payload: { query, variables: [] } }],
    [
      'a subscribe with a number for its operation name',
      { type: 'subscribe', id: '1', payload: { query, operationName: 1 } },
    ],
    ['a complete without an id', { type: 'complete' }],
  ])('closes 4400 at %s', async (_what, message) => {
    const socket = await enter()
    socket.send(message)
    expect(await socket.closed).toEqual({ code: 4400, reason: 'Invalid message received' })
  })

  test('answers a ping with a pong that has its payload, before the init too', async () => {
    const socket = await openSocket(graphql)
    socket.send({ type: 'ping' })
    socket.send({ type: 'ping', payload: { at: 1 } })
    expect(await socket.next()).toEqual({ type: 'pong' })
    expect(await socket.next()).toEqual({ type: 'pong', payload: { at: 1 } })
    socket.close()
  })

  test('takes an unasked pong and the complete of an unknown id without a word', async () => {
    const socket = await enter()
    socket.send({ type: 'pong' })
    socket.send({ type: 'complete', id: 'never' })
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.close()
  })

  test('lets an id be used again after its complete', async () => {
    const socket = await enter()
    for (let round = 0; round < 3; round += 1) {
      socket.send(subscribe('again'))
      socket.send({ type: 'complete', id: 'again' })
    }
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.close()
  })

  test('lets an id be used again after its error', async () => {
    const socket = await enter()
    for (let round = 0; round < 2; round += 1) {
      socket.send(subscribe('bad', { query: 'subscription {' }))
      expect(await socket.next()).toMatchObject({
        id: 'bad',
        type: 'error',
        payload: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
      })
    }
    socket.close()
  })

  test.each([
    ['a query', '{ warehouses { id } }', 'OPERATION_NOT_ALLOWED'],
    ['a mutation', 'mutation { __typename }', 'OPERATION_NOT_ALLOWED'],
    ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing variable', query, 'BAD_USER_INPUT'],
    [
      'a field that reads the database',
      `subscription { orderEvents(warehouseId: "1") { order { timeline { seq } } } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'two root fields',
      'subscription { a: orderEvents(warehouseId: "1") { seq } b: orderEvents(warehouseId: "1") { seq } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('answers %s with an error and keeps the socket', async (_what, text, code) => {
    const socket = await enter()
    socket.send(subscribe('1', { query: text }))
    expect(await socket.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code } }] })
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.close()
  })

  test('a field that reads the database is found behind fragments too', async () => {
    const socket = await enter()
    const fragments = 'fragment A on OrderEvent { ...B } fragment B on OrderEvent { order { timeline { seq } } }'
    socket.send(subscribe('1', { query: `subscription { orderEvents(warehouseId: "1") { ...A } } ${fragments}` }))
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ message: expect.stringContaining('timeline') as unknown }],
    })
    socket.close()
  })

  test('the stock client runs a subscription, is refused a query, and disposes in order', async () => {
    const client = createClient({
      url: graphql.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization },
    })
    const refused = client.iterate({ query: '{ warehouses { id } }' }).next()
    await expect(refused).rejects.toMatchObject([{ extensions: { code: 'OPERATION_NOT_ALLOWED' } }])
    const stream = client.iterate({ query, variables: { warehouseId } })
    const first = stream.next()
    await stream.return?.()
    expect(await first).toEqual({ done: true, value: undefined })
    await client.dispose()
  })
})
