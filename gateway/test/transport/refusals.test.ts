import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { ToldError } from '../support/client.js'
import { connect, openSocket, refusedUpgrade } from './raw-socket.js'
import { startStubEdge } from './stub-edge.js'
import { findStubViewer } from './stub-viewers.js'

const most = 3
/** Longer than anything else here takes, and checked from below alone. */
const held = 400

const good = '{ warehouses { id } }'
const bad = '{ nothing }'
const sha256Hash = createHash('sha256').update(good).digest('hex')
const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash } } }

let server: Awaited<ReturnType<typeof startStubEdge>> | undefined
const start = async () => {
  await server?.close()
  server = await startStubEdge({
    limits: { refusalsPerMinute: most, refusalHeldFor: held },
    deps: { findViewer: findStubViewer, trusted: new Map([[sha256Hash, good]]) },
  })
  return server
}
afterAll(() => server?.close())

let graphql: string
beforeEach(async () => {
  ;({ graphql } = await start())
})

const took = async <T>(work: Promise<T>): Promise<T & { readonly ms: number }> => {
  const began = performance.now()
  const done = await work
  return { ...done, ms: performance.now() - began }
}
const send = (who: string, body: object | string) =>
  took(
    fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${who}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }).then(async (response) => {
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly ToldError[] }
      return { status: response.status, retryAfter: response.headers.get('retry-after'), data, error: errors?.[0] }
    }),
  )
const refuse = async (who: string) => {
  for (let count = 0; count < most; count += 1)
    expect((await send(who, { query: bad })).error?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
}

describe('a caller whose documents are refused again and again', () => {
  test('is answered late, and told why nothing of theirs is looked at', async () => {
    await refuse('anna')
    for (const query of [bad, good, '{']) {
      const { ms, status, retryAfter, error } = await send('anna-elsewhere', { query })
      expect(ms).toBeGreaterThanOrEqual(held - 1)
      expect(status).toBe(429)
      expect(Number(retryAfter)).toBeGreaterThan(0)
      expect(error?.extensions).toMatchObject({ code: 'RATE_LIMITED', limit: most })
      expect(error?.message).toMatch(/3 requests were refused .* mend .*исправьте/)
    }
  })

  test('still runs documents by their hash, and nobody else notices', async () => {
    await refuse('anna')
    expect(await send('anna', byHash)).toMatchObject({ status: 200, data: { warehouses: [] } })
    expect(await send('boris', { query: good })).toMatchObject({ status: 200, data: { warehouses: [] } })
  })

  test('finds the same on sockets, which go on', async () => {
    await refuse('anna')
    const socket = await connect(graphql, { authorization: 'Bearer anna' })
    socket.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { nothing }' } })
    const answer = await took(socket.next())
    expect(answer.ms).toBeGreaterThanOrEqual(held - 1)
    expect(answer).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] })
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.close()
    await socket.closed
  })
})

test('bodies that are none are answered late, by address', async () => {
  for (let count = 0; count < most; count += 1) expect(await send('anna', '{')).toMatchObject({ status: 400 })
  const { ms, status } = await send('boris', '{')
  expect(status).toBe(400)
  expect(ms).toBeGreaterThanOrEqual(held - 1)
})

describe('an address whose sockets break the protocol again and again', () => {
  test.each([
    ['frames', async () => (await connect(graphql, { authorization: 'Bearer anna' })).ws.send('{')],
    [
      'credentials that are none',
      async () => (await openSocket(graphql)).send({ type: 'connection_init', payload: { authorization: 'Bearer x' } }),
    ],
    ['foreign pages', () => refusedUpgrade(graphql, { headers: { Origin: 'https://evil.example' } })],
  ])('is let in late: %s', async (_kind, attack) => {
    for (let count = 0; count < most; count += 1) await attack()
    // What was sent last may still be on its way.
    await expect
      .poll(async () => {
        const { ms, ws } = await took(openSocket(graphql))
        ws.terminate()
        return ms
      })
      .toBeGreaterThanOrEqual(held - 1)
  })
})
