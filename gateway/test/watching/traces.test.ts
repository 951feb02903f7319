import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestClient } from '../support/client.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { createTokens, type Tokens } from '../support/tokens.js'
import { makeWarehouse } from '../support/warehouse.js'
import { type Program, startProgram } from '../transport/program.js'

interface Attribute {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}
interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly Attribute[]
  readonly status: { readonly code: number }
}

/** Takes traces as a collector does, by OTLP in JSON. */
const startCollector = async () => {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
    request.on('end', () => {
      bodies.push(text)
      response.setHeader('content-type', 'application/json').end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    spans: () =>
      bodies.flatMap((body) =>
        (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
          ({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans),
        ),
      ),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

let database: TestDatabase
let tokens: Tokens
let collector: Awaited<ReturnType<typeof startCollector>>
const started: Program[] = []

/** A gateway that sends its traces to the collector. */
const start = async (settings: Readonly<Record<string, string>> = {}) => {
  const program = startProgram(
    {
      DATABASE_URL: database.url,
      PORT: '0',
      DEMAND_AUTHENTICATOR: '0',
      TOTP_KEY: 'k'.repeat(32),
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_SERVICE_NAME: 'north-gateway',
      ...settings,
    },
    ['gateway'],
  )
  started.push(program)
  const [, url = ''] = await program.prints(/"url":"(http:[^"]+)"/)
  return { program, url }
}

beforeAll(async () => {
  database = await createDatabase()
  tokens = createTokens(database.url)
})
beforeEach(async () => {
  collector = await startCollector()
})
afterEach(async () => {
  for (const program of started.splice(0)) {
    program.stop()
    await program.ended
  }
  await collector.close()
})
afterAll(async () => {
  await tokens.close()
  await database.close()
})

test('operations and their transactions are traced by name, cost and code, without a word of their callers', async () => {
  const { program, url } = await start()
  const { warehouse } = await makeWarehouse(database.deps)
  const client = createTestClient({ url, tokens }, 'anna')
  const secret = `hunter2-${randomUUID()}`
  await client.data(
    `mutation ${secret.replaceAll('-', '_')}($name: String!) {
      createSellerAccount(commandId: "${randomUUID()}", name: $name) { __typename }
    }`,
    { name: secret },
  )
  const follower = client.follow('subscription ($id: ID!) { orderBoard(warehouseId: $id) { __typename } }', {
    id: warehouse.id,
  })
  await follower.next()
  await follower.stop()
  await client.send('{ nothing }')
  const token = await tokens.of('anna')
  // What is left is sent at the end.
  program.stop()
  expect((await program.ended).code).toBe(0)

  const spans = collector.spans()
  const named = (name: string) => {
    const span = spans.find((one) => one.name === name)
    if (!span) throw new Error(`no span ${name} among ${spans.map((one) => one.name).join()}`)
    return span
  }
  const attributesOf = ({ attributes }: Span) =>
    Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
  const command = named('mutation other')
  expect(attributesOf(command)).toMatchObject({
    'graphql.operation.type': 'mutation',
    'wba.persona': 'analyst',
    'wba.cost': expect.any(Number) as unknown,
    'wba.code': 'OK',
    'wba.transport': 'http',
  })
  const transaction = named('transaction CREATE_SELLER_ACCOUNT')
  expect(transaction).toMatchObject({ traceId: command.traceId, parentSpanId: command.spanId })
  expect(attributesOf(named('subscription other'))).toMatchObject({ 'wba.transport': 'websocket', 'wba.code': 'OK' })
  const refused = named('operation')
  expect(attributesOf(refused)).toMatchObject({ 'error.type': 'GRAPHQL_VALIDATION_FAILED' })
  expect(refused.status.code).toBe(0)
  // The jobs, which nobody asked for, are no traces.
  expect(spans.filter((span) => span.name.startsWith('transaction') && !span.parentSpanId)).toEqual([])

  const said = collector.bodies.join('\n')
  expect(said).toContain('north-gateway')
  for (const word of [secret, 'hunter2', token, 'anna', warehouse.id]) expect(said).not.toContain(word)

  const line = program
    .output()
    .split('\n')
    .find((one) => one.includes('"kind":"mutation"'))
  expect(JSON.parse(line ?? '{}')).toMatchObject({
    requestId: attributesOf(command)['wba.request_id'],
    operation: 'other',
    code: 'OK',
    ms: expect.any(Number) as unknown,
  })
  expect(program.output()).not.toContain(token)
})

test.each([
  ['of a trusted proxy', { PUBLIC_URL: 'https://wms.example.ru' }, true],
  ['of anybody else', { PUBLIC_URL: 'https://wms.example.ru', TRUSTED_PROXIES: '10.0.0.0/8' }, false],
])('a trace %s is gone on with: %j %s', async (_who, settings, taken) => {
  const { program, url } = await start(settings)
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    body: JSON.stringify({ query: '{ warehouses { id } }' }),
  })
  program.stop()
  await program.ended
  const [span] = collector.spans()
  expect(span?.name).toBe('operation')
  expect(span?.traceId === traceId).toBe(taken)
})
