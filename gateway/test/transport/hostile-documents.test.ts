import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ToldError } from '../support/client.js'
import { hostileDocuments } from '../hostile/hostile-documents.js'
import { costlyOperations, type HostileOperation, hostileOperations } from '../hostile/hostile-operations.js'
import { connect } from './raw-socket.js'
import { startStubEdge } from './stub-edge.js'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const heapMegabytes = () => {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
}

const documents = Object.entries(hostileDocuments).map(([kind, query]): [string, HostileOperation] => [kind, { query }])
const corpus = [...documents, ...Object.entries(hostileOperations), ...Object.entries(costlyOperations)]

const poster =
  (graphql: string) =>
  async (operation: HostileOperation, accept = 'application/graphql-response+json') => {
    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify(operation),
    })
    const body = (await response.json()) as { readonly data?: unknown; readonly errors?: readonly ToldError[] }
    return { status: response.status, ...body }
  }

describe.each(['analyst', 'client'] as const)('a hostile document of a caller with the limits of a %s', (persona) => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  beforeAll(async () => {
    server = await startStubEdge({ deps: { personaOf: () => persona }, limits: { refusalsPerMinute: 1e6 } })
  })
  afterAll(() => server.close())
  const post: ReturnType<typeof poster> = (operation) => poster(server.graphql)(operation)

  test('comes in more than sixty kinds, no two alike', () => {
    expect(new Set(corpus.map(([, operation]) => JSON.stringify(operation))).size).toBe(corpus.length)
    expect(corpus.length).toBeGreaterThanOrEqual(60)
  })

  test.each(corpus)('is refused over HTTP: %s', async (_kind, operation) => {
    const { status, data, errors } = await post(operation)
    expect(status).toBe(400)
    expect(data).toBeUndefined()
    expect(errors?.length).toBeGreaterThan(0)
    expect(errors?.length).toBeLessThanOrEqual(11)
  })

  test.each(corpus)('is refused over WebSocket: %s', async (_kind, operation) => {
    const socket = await connect(server.graphql)
    const payload = { ...operation, query: operation.query.replace(/^\{/, 'subscription {') }
    socket.send({ id: '1', type: 'subscribe', payload })
    if (JSON.stringify(payload).length > 60_000) expect((await socket.closed).code).toBe(1009)
    else expect(await socket.next()).toMatchObject({ id: '1', type: 'error' })
    socket.close()
    await socket.closed
  })

  test('is refused in a batch, over HTTP and WebSocket', async () => {
    const batch = [{ query: '{ __typename }' }, { query: '{ __typename }' }]
    const response = await fetch(server.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch),
    })
    expect(response.status).toBe(400)
    const socket = await connect(server.graphql)
    socket.send({ id: '1', type: 'subscribe', payload: batch })
    expect((await socket.closed).code).toBe(4400)
  })

  test('costs at most 50 ms of CPU, at the best of five tries and the client’s part included, and leaves nothing behind', async () => {
    const heapBefore = heapMegabytes()
    for (const [kind, operation] of corpus) {
      const tries: number[] = []
      for (let round = 0; round < 5; round += 1) {
        const before = process.cpuUsage()
        // Another text each time, so that nothing comes from the cache.
        await post({ ...operation, query: `${operation.query} #${round}` })
        const { user, system } = process.cpuUsage(before)
        tries.push((user + system) / 1_000)
      }
      expect(Math.min(...tries), kind).toBeLessThan(50)
    }
    expect(heapMegabytes() - heapBefore).toBeLessThan(20)
  })
})

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')
const nested = (levels: number) =>
  `{ orders(first: 1) { edges { node ${'{ timeline { order '.repeat((levels - 3) / 2)}{ id }${' } }'.repeat((levels - 3) / 2)} } } }`
const boards = (count: number) => `{ ${times(count, (i) => `b${i}: orderBoard(warehouseId: "1") { seq }`)} }`

describe('the limits', () => {
  const startAs = (persona: 'analyst' | 'client') => startStubEdge({ deps: { personaOf: () => persona } })
  let analyst: Awaited<ReturnType<typeof startAs>>
  let client: Awaited<ReturnType<typeof startAs>>
  beforeAll(async () => {
    ;[analyst, client] = await Promise.all([startAs('analyst'), startAs('client')])
  })
  afterAll(() => Promise.all([analyst.close(), client.close()]))

  test.each([
    ['depth', (most: number) => nested(most % 2 ? most : most + 1), 7, 9],
    ['aliases', (most: number) => `{ ${times(most, (i) => `a${i}: __typename`)} }`, 5, 10],
    ['aliases below the root', (most: number) => `{ warehouses { ${times(most, (i) => `a${i}: id`)} } }`, 15, 30],
    ['root fields', (most: number) => `{ ${times(most, () => '__typename')} }`, 5, 10],
    ['directives', (most: number) => `{ warehouses { ${times(most, () => 'id @skip(if: false)')} } }`, 5, 5],
    ['tokens', (most: number) => `{ warehouses { ${times(most - 5, () => 'id')} } }`, 1_000, 2_000],
    ['cost', boards, 1, 3],
  ])('let a client and an analyst have this much and no more: %s', async (_name, document, forClient, forAnalyst) => {
    const refusals = new Set(['DOCUMENT_TOO_LARGE', 'GRAPHQL_PARSE_FAILED', 'OPERATION_TOO_COSTLY'])
    const isRefused = async (graphql: string, query: string) => {
      const { errors } = await poster(graphql)({ query })
      return refusals.has(errors?.[0]?.extensions.code ?? '')
    }
    expect(await isRefused(client.graphql, document(forClient))).toBe(false)
    expect(await isRefused(client.graphql, document(forClient + 2))).toBe(true)
    expect(await isRefused(analyst.graphql, document(forAnalyst))).toBe(false)
    expect(await isRefused(analyst.graphql, document(forAnalyst + 2))).toBe(true)
  })

  test.each(Object.entries(costlyOperations))(
    'tell what an operation costs, and what to do: %s',
    async (_kind, operation) => {
      const { errors } = await poster(analyst.graphql)(operation)
      const [error] = errors ?? []
      expect(error?.extensions).toEqual({
        code: 'OPERATION_TOO_COSTLY',
        cost: expect.any(Number) as number,
        limit: 20_000,
      })
      expect(Number(error?.extensions['cost'])).toBeGreaterThan(20_000)
      expect(error?.message).toMatch(/costs \d+, at most \d+ .*first, last/)
    },
  )

  test('count the operation that is asked for, not the one beside it', async () => {
    const query = `query A { __typename } query B ${boards(5)}`
    const post = poster(analyst.graphql)
    expect(await post({ query, operationName: 'A' })).toMatchObject({ status: 200, data: { __typename: 'Query' } })
    expect(await post({ query, operationName: 'B' })).toMatchObject({ status: 400 })
  })

  test('count what a directive leaves out as left out', async () => {
    const query = `query ($yes: Boolean!) { __typename ... on Query @include(if: $yes) ${boards(5)} }`
    expect(await poster(analyst.graphql)({ query, variables: { yes: false } })).toMatchObject({ status: 200 })
  })

  test('are said with 200 to those who accept plain JSON, as GraphQL over HTTP has it', async () => {
    const { status, errors } = await poster(analyst.graphql)({ query: boards(5) }, 'application/json')
    expect(status).toBe(200)
    expect(errors?.[0]?.extensions).toEqual({ code: 'OPERATION_TOO_COSTLY', cost: 30_000, limit: 20_000 })
  })
})

describe('an honest document', () => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  beforeAll(async () => {
    server = await startStubEdge()
  })
  afterAll(() => server.close())

  test('is the introspection of Sandbox, GraphiQL and code generators', async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true })
    const { data } = await poster(server.graphql)({ query, operationName: 'IntrospectionQuery' })
    expect(buildClientSchema(data as Parameters<typeof buildClientSchema>[0]).getQueryType()?.name).toBe('Query')
  })
})
