import { afterEach, describe, expect, test } from 'vitest'
import { callerLimits } from '../../transport/caller-limits.js'
import type { ToldError } from '../support/client.js'
import { scrape } from '../watching/scrape.js'
import { connect } from './raw-socket.js'
import { startStubEdge, type StubOptions } from './stub-edge.js'
import { findStubViewer } from './stub-viewers.js'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** An edge where boards are answered when the test says so. */
const start = async ({ limits = {}, deps = {} }: Pick<StubOptions, 'limits' | 'deps'>) => {
  const asked: PromiseWithResolvers<void>[] = []
  let came: (() => void) | undefined
  const server = await startStubEdge({
    limits,
    deps: { findViewer: findStubViewer, ...deps },
    context: {
      boards: {
        async board() {
          const ask = Promise.withResolvers<void>()
          asked.push(ask)
          came?.()
          await ask.promise
          return { seq: 7 } as never
        },
        throughput: async () => [],
      },
      warehouses: {
        list: async () => [],
        listSellerAccounts: async () => [],
        createSellerAccount: async () => ({ sellerAccount: { id: '1', name: 'a', demo: false, createdAt: '' } }),
      } as never,
    },
  })
  closers.push(() => server.close())
  const send = async (who: string | undefined, query: string, init: RequestInit = {}) => {
    const response = await fetch(server.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(who && { authorization: `Bearer ${who}` }), 'x-actor': 'a' },
      body: JSON.stringify({ query }),
      ...init,
    })
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly ToldError[] }
    return { status: response.status, retryAfter: response.headers.get('retry-after'), data, error: errors?.[0] }
  }
  return {
    server,
    send,
    asked,
    /** Resolves when that many boards are being read. */
    reading: (count: number) =>
      new Promise<void>((resolve) => {
        came = () => asked.length >= count && resolve()
        came()
      }),
  }
}

const one = '{ orderBoard(warehouseId: "1") { seq } }'
const answer = { status: 200, data: { orderBoard: { seq: 7 } } }
const command =
  'mutation { createSellerAccount(commandId: "0192f0c1-0000-7000-8000-000000000001", name: "a") { ... on CreateSellerAccountSuccess { sellerAccount { id } } } }'
const done = { status: 200, data: { createSellerAccount: { sellerAccount: { id: '1' } } } }
const limit = (some: Partial<(typeof callerLimits)['analyst']>) => ({
  callerLimits: { ...callerLimits, analyst: { ...callerLimits.analyst, ...some } },
})

describe('what a caller runs at once', () => {
  test('is two heavy queries over all tokens of a person; a third waits, and others do not', async () => {
    const { send, reading, asked } = await start({ deps: limit({}) })
    const first = [send('anna', one), send('anna-elsewhere', one)]
    await reading(2)
    const third = send('anna', one)
    const other = send('boris', one)
    await reading(3)
    asked[2]?.resolve()
    expect(await other).toMatchObject(answer)
    expect(asked).toHaveLength(3)
    // What is light, a command and a board on the wall do not wait for what is heavy.
    expect(await send('anna', '{ warehouses { id } }')).toMatchObject({ status: 200 })
    expect(await send('anna', command)).toMatchObject(done)
    const wall = send('board', one)
    await reading(4)
    asked[3]?.resolve()
    expect(await wall).toMatchObject(answer)
    asked[0]?.resolve()
    await reading(5)
    for (const ask of asked) ask.resolve()
    for (const waited of [...first, third]) expect(await waited).toMatchObject(answer)
  })

  test('is refused when too many wait, or for too long, and says what to do', async () => {
    const { server, send, reading, asked } = await start({ limits: { waitWithin: 30 }, deps: limit({ waiting: 1 }) })
    const running = [send('anna', one), send('anna', one)]
    await reading(2)
    const refused = await Promise.all([send('anna', one), send('anna', one)])
    for (const { status, retryAfter, error } of refused) {
      expect({ status, retryAfter }).toEqual({ status: 429, retryAfter: '1' })
      expect(error?.extensions).toEqual({ code: 'TOO_MANY_REQUESTS', limit: 2, retryAfter: 30 })
      expect(error?.message).toMatch(/at once.*\/ Слишком много/)
    }
    const { lines } = await scrape(server.url)
    expect(lines('wba_admission_refused_total')).toEqual([
      'wba_admission_refused_total{allowance="analyst",code="TOO_MANY_REQUESTS"} 2',
    ])
    for (const ask of asked) ask.resolve()
    for (const ran of running) expect(await ran).toMatchObject(answer)
  })

  test('is given up by who goes', async () => {
    const { server, send, reading, asked } = await start({ deps: limit({ waiting: 1 }) })
    const running = [send('anna', one), send('anna', one)]
    await reading(2)
    // One of these two waits, the other is refused at once.
    const gone = new AbortController()
    const [waits, refused] = [send('anna', one, { signal: gone.signal }), send('anna', one, { signal: gone.signal })]
    expect(await Promise.race([waits, refused])).toMatchObject({ status: 429 })
    gone.abort()
    await expect(Promise.all([waits, refused])).rejects.toThrow()
    await expect
      .poll(async () => (await fetch(`${server.url}/metrics`)).text())
      .toContain('kind="query",code="ABANDONED"} 1')
    const next = send('anna', one)
    asked[0]?.resolve()
    await reading(3)
    for (const ask of asked) ask.resolve()
    for (const ran of [...running, next]) expect(await ran).toMatchObject(answer)
    expect(asked).toHaveLength(3)
  })
})

describe('what a caller spends in a minute', () => {
  const cheap = '{ warehouses { id } }'

  test('is counted by person, over HTTP; commands have an allowance of their own', async () => {
    const { send } = await start({ deps: limit({ costPerMinute: 60 }) })
    expect(await send('anna', cheap)).toMatchObject({ status: 200 })
    expect(await send('anna', '{ __typename }')).toMatchObject({ status: 200 })
    const { status, retryAfter, error } = await send('anna-elsewhere', cheap)
    expect(status).toBe(429)
    expect(error?.extensions).toMatchObject({ code: 'RATE_LIMITED', cost: 30, limit: 60 })
    const wait = Number(error?.extensions['retryAfter'])
    expect(wait).toBeGreaterThan(5_000)
    expect(wait).toBeLessThanOrEqual(10_000)
    expect(retryAfter).toBe(String(Math.ceil(wait / 1_000)))
    expect(error?.message).toMatch(/wait \d+ s.*подождите/)
    expect(await send('boris', cheap)).toMatchObject({ status: 200 })
    expect(await send(undefined, cheap)).toMatchObject({ status: 200 })
    expect(await send('anna', command)).toMatchObject(done)
  })

  test('is counted for live streams too, which go on', async () => {
    const spare = { callerLimits: { ...callerLimits, client: { ...callerLimits.client, costPerMinute: 25 } } }
    const { server } = await start({ deps: spare })
    const socket = await connect(server.graphql, { authorization: 'Bearer anna' })
    const query = 'subscription { orderEvents(warehouseId: "1") { seq } }'
    for (const id of ['1', '2', '3']) socket.send({ id, type: 'subscribe', payload: { query } })
    expect(await socket.next()).toMatchObject({
      id: '3',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED', limit: 25 } }],
    })
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.close()
    await socket.closed
  })

  test('lets a picker scan two hundred times in a minute, and a file be imported', () => {
    const scan = 15
    const { costPerMinute } = callerLimits.command
    expect(costPerMinute / scan).toBeGreaterThan(200 * 100)
    expect(costPerMinute / 5_010).toBeGreaterThan(500)
  })
})
