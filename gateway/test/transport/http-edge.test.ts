import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentLimits } from '../../transport/document-limits.js'
import { startStubEdge } from './stub-edge.js'

const webFolder = mkdtempSync(join(tmpdir(), 'wba-web-'))
mkdirSync(join(webFolder, 'assets'))
for (const [file, text] of [
  ['index.html', '<!doctype html>app'],
  ['sandbox.html', '<!doctype html>sandbox'],
  ['graphiql.html', '<!doctype html>graphiql'],
  ['favicon.svg', '<svg/>'],
  ['.secret', 'hunter2'],
  ['assets/main-0a1b2c3d.js', 'export {}'],
] as const)
  writeFileSync(join(webFolder, file), text)

describe('the HTTP edge', () => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  let reasons: readonly string[] = []
  beforeAll(async () => {
    server = await startStubEdge({ deps: { webFolder, readiness: async () => reasons } })
  })
  afterAll(() => server.close())

  const get = (path: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8') =>
    fetch(`${server.url}${path}`, { headers: { accept } })

  test.each([
    ['/', 'app'],
    ['/board', 'app'],
    ['/board/0192f0c1', 'app'],
    ['/sign-in', 'app'],
    ['/account', 'app'],
    ['/people', 'app'],
    ['/pair', 'app'],
    ['/devices', 'app'],
    ['/badge', 'app'],
    ['/audit', 'app'],
    ['/lead', 'app'],
    ['/lead/0192f0c1', 'app'],
    ['/graphql', 'sandbox'],
    ['/graphiql', 'graphiql'],
  ])('serves a browser at %s the page %s, to be asked for again each time', async (path, text) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toBe(`<!doctype html>${text}`)
  })

  test('serves built files for ever, others to be asked for again', async () => {
    expect((await get('/assets/main-0a1b2c3d.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  test.each([
    '/nothing',
    '/.secret',
    '/assets/',
    '/assets/none.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%00',
    '/graphql/x',
  ])('has nothing at %s, and says so as a page or as JSON', async (path) => {
    const page = await get(path)
    expect([400, 404]).toContain(page.status)
    expect(await page.text()).not.toContain('hunter2')
    const json = await get(path, 'application/json')
    expect([400, 404]).toContain(json.status)
    expect(await json.json()).toMatchObject({
      errors: [{ extensions: { code: expect.stringMatching(/NOT_FOUND|BAD_REQUEST/) as unknown } }],
    })
  })

  test('forbids the pages whatever does not come from here', async () => {
    const policy = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? ''
    expect(await policy('/')).toBe(
      "default-src 'none';script-src 'self';worker-src 'self';manifest-src 'self';media-src 'self';font-src 'self';connect-src 'self';img-src 'self' data:;style-src 'self';frame-ancestors 'none';base-uri 'none';form-action 'self';require-trusted-types-for 'script'",
    )
    expect(await policy('/graphql')).toContain('frame-src https://sandbox.embed.apollographql.com')
    for (const path of ['/', '/graphql', '/graphiql', '/nothing', '/health/live']) {
      expect(await policy(path)).toContain("default-src 'none'")
      expect(await policy(path)).not.toMatch(/script-src[^;]*unsafe-inline/)
    }
  })

  test('sends the other headers too, and says nothing of what runs here', async () => {
    const { headers } = await get('/')
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    for (const name of ['server', 'x-powered-by', 'strict-transport-security']) expect(headers.has(name)).toBe(false)
  })

  test('is live, and ready unless there are reasons', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ live: true })
    expect(await (await get('/health/ready')).json()).toEqual({ ready: true, reasons: [] })
    reasons = ['the database does not answer']
    const response = await get('/health/ready')
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ ready: false, reasons })
    reasons = []
  })

  test('counts operations by kind and code', async () => {
    const send = (query: string) =>
      fetch(server.graphql, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    await send('{ __typename }')
    await send('{ sellerAccounts { id } }')
    await send('{ nothing }')
    const text = await (await get('/metrics')).text()
    expect(text).toContain('wba_operation_seconds_count{transport="http",kind="query",code="OK"} 2')
    expect(text).toContain('code="GRAPHQL_VALIDATION_FAILED"} 1')
    expect(text).toContain('process_resident_memory_bytes')
  })
})

describe('an edge whose pages are not built', () => {
  test('says how to build them', async () => {
    const server = await startStubEdge()
    const response = await fetch(server.url, { headers: { accept: 'text/html' } })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
    await server.close()
  })
})

describe('an operation', () => {
  const send = async (url: string, query: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return { status: response.status, body: await response.json(), kept: response.headers.get('cache-control') }
  }
  const command =
    'mutation { createSellerAccount(commandId: "0192f0c1-0000-7000-8000-000000000001", name: "a") { __typename } }'

  test('is answered to its caller alone: nothing on the way keeps it, right or wrong', async () => {
    const server = await startStubEdge()
    for (const query of ['{ __typename }', '{ nothing }', ''])
      expect(await send(server.graphql, query)).toMatchObject({ kept: 'no-store' })
    await server.close()
  })

  test('that takes too long is answered: a query may be repeated, a command’s outcome is unknown', async () => {
    const never = new Promise<never>(() => undefined)
    const server = await startStubEdge({
      limits: { commandWithin: 50, finishWithin: 50 },
      context: { warehouses: { list: () => never, createSellerAccount: () => never } as never },
      deps: { documentLimits: { ...documentLimits, analyst: { ...documentLimits.analyst, queryWithin: 50 } } },
    })
    expect(await send(server.graphql, '{ warehouses { id } }')).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
    })
    expect(await send(server.graphql, command)).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: 'OUTCOME_UNKNOWN' } }] },
    })
    await server.close()
  })

  test.each([
    ['too late', 50, 503, true],
    ['in time', 60_000, 200, false],
  ])(
    'that is answered %s: its reads are told to stop only if nobody waits',
    async (when, queryWithin, status, stopped) => {
      const signals: (AbortSignal | undefined)[] = []
      const list = () => (when === 'in time' ? [] : new Promise(() => undefined))
      const server = await startStubEdge({
        limits: { finishWithin: 50 },
        deps: {
          documentLimits: { ...documentLimits, analyst: { ...documentLimits.analyst, queryWithin } },
          contextFor: (_caller, signal) => {
            signals.push(signal)
            return { warehouses: { list } } as never
          },
        },
      })
      expect(await send(server.graphql, '{ warehouses { id } }')).toMatchObject({ status })
      await server.close()
      expect(signals.map((signal) => signal?.aborted)).toEqual([stopped])
    },
  )

  test('that fails says INTERNAL and no more', async () => {
    const server = await startStubEdge({
      context: {
        warehouses: {
          list: async () => {
            throw new Error('relation "secret" does not exist at SELECT * FROM secret')
          },
        } as never,
      },
    })
    const { status, body } = await send(server.graphql, '{ warehouses { id } }')
    expect(status).toBe(200)
    expect(body).toEqual({
      data: null,
      errors: [
        {
          message: 'Internal error',
          locations: [{ line: 1, column: 3 }],
          path: ['warehouses'],
          extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown },
        },
      ],
    })
    await server.close()
  })

  test('that runs is waited for when the server closes; what comes later is turned away', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const { promise: finish, resolve: end } = Promise.withResolvers<void>()
    const server = await startStubEdge({
      context: {
        warehouses: {
          list: async () => {
            begin()
            await finish
            return []
          },
        } as never,
      },
    })
    const running = send(server.graphql, '{ warehouses { id } }')
    await begun
    const closed = server.close()
    await expect(send(server.graphql, '{ __typename }')).rejects.toThrow()
    end()
    expect(await running).toMatchObject({ status: 200, body: { data: { warehouses: [] } } })
    await closed
  })
})
