import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, call, origin } from './support/call.js'
import { eventually, startEdgeWithGateways } from './support/edge.js'
import { domain, httpPort } from './support/traefik.js'

let edge: Awaited<ReturnType<typeof startEdgeWithGateways>>
beforeAll(async () => {
  edge = await startEdgeWithGateways()
})
afterAll(() => edge.close())

const get = (path: string, headers = {}) => call(edge.way, path, { headers })
/** What only a gateway's metrics or readiness say. */
const isMetrics = ({ body }: Answer) => body.includes('wba_') || body.includes('go_') || body.includes('"ready"')

test('plain http is sent to the same address in https, whatever the path; nothing is served there', async () => {
  for (const path of ['/', '/graphql?x=1', '/metrics', '/assets/x.js']) {
    const response = await fetch(`http://${edge.network.traefik}:${httpPort}${path}`, {
      redirect: 'manual',
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect([response.status, response.headers.get('location')]).toEqual([
      301,
      `https://${edge.network.traefik}:8443${path}`,
    ])
  }
})

test('the API goes to the gateway, everything else to the web files', async () => {
  const browser = { accept: 'text/html' }
  expect((await get('/health/live')).body).toBe('{"live":true}')
  expect((await get('/graphql', browser)).headers['content-security-policy']).toContain('sandbox.embed.apollographql')
  expect((await get('/graphiql', browser)).headers['content-security-policy']).toContain('blob:')
  expect((await get('/api')).body).toContain('NOT_FOUND')
  expect((await get('/api/v1/anything')).body).toContain('NOT_FOUND')
  const page = await get('/')
  for (const path of ['/board/1', '/sign-in', '/graphql/', '/health', '/health/live/more', '/apis'])
    expect([path, (await get(path)).body]).toEqual([path, page.body])
})

test('what is built with its hash in its name is kept by browsers and proxies, pages are not; long answers are compressed', async () => {
  const folder = fileURLToPath(new URL('../../dist/web/assets', import.meta.url))
  const script = readdirSync(folder).find((name) => name.endsWith('.js')) ?? ''
  const { headers, status } = await get(`/assets/${script}`, { 'accept-encoding': 'br, gzip' })
  expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([
    200,
    'br',
    'public, max-age=31536000, immutable',
  ])
  expect((await get('/')).headers['cache-control']).toBe('no-cache')
})

test.each([
  ...['/metrics', '/health/ready', '//metrics', '/./metrics', '/%6detrics', '/health/%72eady', '/HEALTH/READY'],
  ...['/health/live/../ready', '/health/live/..;/ready', '/graphql/..;/metrics', '/graphql/../metrics'],
  ...['/api/../metrics', '/api/%2e%2e/metrics', '/api/%2e%2e%2fmetrics', '/api/..%2fmetrics', '/api/..%5cmetrics'],
  ...['/api/..;/metrics', '/api/;/../metrics', '/api//../metrics', '/api/.%2e/health/ready', '/api/%252e%252e/metrics'],
  ...['/api/..%00/metrics', '/graphql%2f..%2fmetrics', '/graphql%23/../metrics', '/graphql?/../metrics'],
  ...['/health/live%3f/../ready', '/api/x\\..\\..\\metrics', 'https://wms.test:8443/metrics'],
])('nobody outside gets at the metrics or the readiness by %s', async (path) => {
  for (const headers of [{}, { 'x-forwarded-prefix': '/metrics' }, { 'x-original-url': '/metrics' }])
    expect(isMetrics(await get(path, headers))).toBe(false)
})

test('the gateways do answer there, so the test above can fail', async () => {
  for (const path of ['/metrics', '/health/ready']) {
    const response = await fetch(`${edge.gateways[0].url}${path}`)
    const body = await response.text()
    expect(isMetrics({ status: 200, headers: {}, body })).toBe(true)
  }
})

test('another host name finds nothing', async () => {
  expect((await get('/', { host: 'evil.example' })).status).toBe(404)
  expect((await get('/health/live', { host: `${domain}.evil.example` })).status).toBe(404)
})

test('the access log knows who asked for what, and no query strings, cookies or tokens', async () => {
  const secret = 'wba_never-in-a-log'
  const headers = { authorization: `Bearer ${secret}`, cookie: `__Host-wba-session=${secret}`, origin }
  await get(`/health/live?link=${secret}`, headers)
  await get(`/somewhere?link=${secret}`, { ...headers, referer: `${origin}/?${secret}` })
  const written = () => edge.traefik.lines().find(({ RequestPath }) => RequestPath === '/somewhere')
  await eventually(async () => written() !== undefined)
  expect(written()).toMatchObject({
    ...{ ClientHost: edge.network.client(0), RequestMethod: 'GET', DownstreamStatus: 200, RouterName: 'web@file' },
    ...{ TLSVersion: '1.3', entryPointName: 'https' },
  })
  expect(JSON.stringify(edge.traefik.lines())).not.toContain(secret)
})

test('Traefik asks the container engine for nothing that the socket proxy refuses', () => {
  expect(edge.engine.refused).toEqual([])
})

test('its own metrics are on the internal entry point; the dashboard is nowhere', async () => {
  const metrics = await (await fetch(`${edge.traefik.internal}/metrics`)).text()
  expect(metrics).toMatch(/traefik_router_requests_total\{.*router="gateway@file"/)
  expect(metrics).toMatch(/traefik_tls_certs_not_after\{.*wms\.test/)
  for (const path of ['/dashboard/', '/api/rawdata', '/api/overview'])
    expect((await fetch(`${edge.traefik.internal}${path}`)).status).toBe(404)
})
