import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStubEdge } from './stub-edge.js'

interface Answer {
  readonly status: number
  readonly body: {
    readonly data?: unknown
    readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[]
  }
}

describe('POST /graphql with bad input', () => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  beforeAll(async () => {
    server = await startStubEdge({ limits: { requestWithin: 400, headersWithin: 300 } })
  })
  afterAll(() => server.close())

  const post = async (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const response = await fetch(server.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body,
    })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  const refused = (status: number, code: string) => ({ status, body: { errors: [{ extensions: { code } }] } })

  test.each([
    ['cut off', '{"query":"{ __typename }"'],
    ['no JSON', 'query { __typename }'],
    ['empty', ''],
    ['JSON that is no object', '"{ __typename }"'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['a list: batching is off', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['with __proto__', '{"query":"{ __typename }","variables":{"__proto__":{"admin":true}}}'],
    ['with constructor.prototype', '{"query":"{ __typename }","variables":{"constructor":{"prototype":{}}}}'],
    ['with variables as a text', '{"query":"{ __typename }","variables":"{}"}'],
    ['with an empty query', '{"query":""}'],
  ])('answers 400 to a body that is %s', async (_what, body) => {
    const answer = await post(body)
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.body.errors?.[0]?.extensions['code']).toMatch(/^(BAD_REQUEST|BAD_USER_INPUT)$/)
  })

  test('a depth of 100,000 in the variables is no fault of ours', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const query = 'query ($id: ID!) { order(id: $id) { id } }'
    expect(await post(`{"query":"${query}","variables":{"id":${deep}}}`)).toMatchObject(refused(400, 'BAD_USER_INPUT'))
  })

  test.each([
    ['a missing variable', 'query ($id: ID!) { order(id: $id) { id } }', {}],
    ['null for what is needed', 'query ($id: ID!) { order(id: $id) { id } }', { id: null }],
    ['an object for an id', 'query ($id: ID!) { order(id: $id) { id } }', { id: { not: '' } }],
    [
      'a text for a number',
      'query ($first: Int) { orders(first: $first) { pageInfo { hasNextPage } } }',
      { first: 'ten' },
    ],
    [
      'a foreign enum value',
      'query ($f: OrderFilter) { orders(filter: $f) { pageInfo { hasNextPage } } }',
      { f: { states: ['FLYING'] } },
    ],
    [
      'an unknown member of an input',
      'query ($f: OrderFilter) { orders(filter: $f) { pageInfo { hasNextPage } } }',
      { f: { role: 'admin' } },
    ],
    [
      'a commandId that is no UUID',
      'mutation ($c: UUID!) { releaseOrders(commandId: $c, orderIds: []) { __typename } }',
      { c: '1' },
    ],
    [
      'a list for a marketplace order',
      'mutation ($o: [WbOrder!]!) { importOrders(commandId: "0192f0c1-0000-7000-8000-000000000001", sellerAccountId: "1", orders: $o) { __typename } }',
      { o: [[1]] },
    ],
  ])('answers BAD_USER_INPUT to %s', async (_what, query, variables) => {
    expect(await post(JSON.stringify({ query, variables }))).toMatchObject(refused(400, 'BAD_USER_INPUT'))
  })

  test('says where variables are wrong, and repeats none of their values', async () => {
    const query = `query ($id: ID!, $first: Int, $filter: OrderFilter) {
      order(id: $id) { id } orders(first: $first, filter: $filter) { edges { cursor } } }`
    const variables = {
      id: [{ password: 'hunter2' }],
      first: 'hunter2',
      filter: { states: ['NEW', 'hunter2'], warehouseId: { text: 'hunter2' }, colour: 'hunter2' },
    }
    const { body } = await post(JSON.stringify({ query, variables }))
    expect(body.errors?.map(({ message }) => message)).toEqual([
      'Variable "$id" got an invalid value at "id": Expected type "ID".',
      'Variable "$first" got an invalid value at "first": Expected type "Int".',
      'Variable "$filter" got an invalid value at "filter.warehouseId": Expected type "ID".',
      'Variable "$filter" got an invalid value at "filter.states[1]": Expected type "OrderState".',
      'Variable "$filter" got an invalid value at "filter": Field "colour" is not defined by type "OrderFilter".',
    ])
  })

  test('a device that cannot be read is refused', async () => {
    expect(await post('{"query":"{ __typename }"}', { 'x-device': '%zz' })).toMatchObject(
      refused(400, 'BAD_USER_INPUT'),
    )
  })

  test('a subscription is sent to WebSocket', async () => {
    const query = 'subscription { orderEvents(warehouseId: "1") { seq } }'
    expect(await post(JSON.stringify({ query }))).toMatchObject(refused(400, 'OPERATION_NOT_ALLOWED'))
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/jsonx',
    'nonsense',
  ])('answers 415 to the content type %s', async (type) => {
    expect(await post('{"query":"{ __typename }"}', { 'content-type': type })).toMatchObject(
      refused(415, 'UNSUPPORTED_MEDIA_TYPE'),
    )
  })

  test('a body above 8 MiB gets 413, said before it is sent or while it comes', async () => {
    const announced = await new Promise((resolve, reject) => {
      const sent = request(
        server.graphql,
        { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 9 * 1024 * 1024 } },
        (response) => resolve(response.resume().statusCode),
      ).on('error', reject)
      sent.flushHeaders()
    })
    expect(announced).toBe(413)
    const chunked = await new Promise((resolve, reject) => {
      const sent = request(
        server.graphql,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (response) => {
          resolve(response.resume().statusCode)
          sent.destroy()
        },
      ).on('error', reject)
      for (let chunk = 0; chunk < 9; chunk += 1) sent.write(Buffer.alloc(1024 * 1024, ' '))
    })
    expect(chunked).toBe(413)
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'GET'])(
    'answers 405 to %s and allows no other origin',
    async (method) => {
      const response = await fetch(`${server.graphql}?query={__typename}`, {
        method,
        headers: { 'content-type': 'application/json' },
      })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('POST')
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    },
  )

  test('a page of another origin, or under another name, reaches nothing', async () => {
    const send = (path: string, headers: Readonly<Record<string, string>>) =>
      new Promise((resolve, reject) => {
        request(`${server.url}${path}`, { headers }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end()
      })
    for (const path of ['/graphql', '/', '/metrics', '/health/live', '/nothing']) {
      expect(await send(path, { host: 'evil.example' })).toBe(421)
      expect(await send(path, { origin: 'https://evil.example' })).toBe(403)
      expect(await send(path, { origin: 'null' })).toBe(403)
    }
  })

  test.each([
    ['that never ends', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nX: '],
    [
      'whose body never comes',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
  ])('a request %s is cut with 408', async (_what, text) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.write(text)
    let answer = ''
    for await (const chunk of socket) answer += String(chunk)
    expect(answer).toMatch(/^HTTP\/1.1 408 /)
  })

  test.each([
    ['nonsense', 'HELLO\r\n\r\n', 400],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      400,
    ],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['no host, as HTTP/1.0 may', 'GET / HTTP/1.0\r\n\r\n', 421],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers raw %s', async (_what, text, status) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.end(text)
    let answer = ''
    for await (const chunk of socket) answer += String(chunk)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })
})
