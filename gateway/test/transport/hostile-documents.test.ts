import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileDocuments } from './hostile-documents.js'
import { connect } from './raw-socket.js'
import { startStubEdge } from './stub-edge.js'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const heapMegabytes = () => {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
}

const corpus = Object.entries(hostileDocuments)

describe('a hostile document', () => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  beforeAll(async () => {
    server = await startStubEdge({ limits: { messageBurst: 1_000 } })
  })
  afterAll(() => server.close())

  const overHttp = async (query: string) => {
    const response = await fetch(server.graphql, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'x-actor': 'mallory',
      },
      body: JSON.stringify({ query }),
    })
    return { status: response.status, body: (await response.json()) as { data?: unknown; errors?: readonly object[] } }
  }

  test('comes in sixty kinds', () => expect(corpus.length).toBeGreaterThanOrEqual(60))

  test.each(corpus)('is refused over HTTP: %s', async (_kind, query) => {
    const { status, body } = await overHttp(query)
    expect(status).toBe(400)
    expect(body.data).toBeUndefined()
    expect(body.errors?.length).toBeGreaterThan(0)
    expect(body.errors?.length).toBeLessThanOrEqual(11)
  })

  test.each(corpus)('is refused over WebSocket: %s', async (_kind, query) => {
    const socket = await connect(server.graphql)
    socket.send({ id: '1', type: 'subscribe', payload: { query: query.replace(/^\{/, 'subscription {') } })
    const tooLong = query.length > 60_000
    if (tooLong) expect((await socket.closed).code).toBe(1009)
    else expect(await socket.next()).toMatchObject({ id: '1', type: 'error' })
    socket.close()
    await socket.closed
  })

  test('costs at most 50 ms of CPU, at the best of five tries and the client’s part included, and leaves nothing behind', async () => {
    const heapBefore = heapMegabytes()
    for (const [kind, query] of corpus) {
      const tries: number[] = []
      for (let round = 0; round < 5; round += 1) {
        const before = process.cpuUsage()
        // Another text each time, so that nothing comes from the cache.
        await overHttp(`${query} #${round}`)
        const { user, system } = process.cpuUsage(before)
        tries.push((user + system) / 1_000)
      }
      expect(Math.min(...tries), kind).toBeLessThan(50)
    }
    expect(heapMegabytes() - heapBefore).toBeLessThan(20)
  })
})

describe('an honest document', () => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  beforeAll(async () => {
    server = await startStubEdge()
  })
  afterAll(() => server.close())

  test('is the introspection of Sandbox, GraphiQL and code generators', async () => {
    const { getIntrospectionQuery, buildClientSchema } = await import('graphql')
    const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true })
    const response = await fetch(server.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName: 'IntrospectionQuery' }),
    })
    const { data } = (await response.json()) as { data: Parameters<typeof buildClientSchema>[0] }
    expect(buildClientSchema(data).getQueryType()?.name).toBe('Query')
  })
})
