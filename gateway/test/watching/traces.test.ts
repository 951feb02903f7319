import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
let program: Program
let url: string

beforeAll(async () => {
  database = await createDatabase()
  tokens = createTokens(database.url)
  collector = await startCollector()
  program = startProgram(
    {
      DATABASE_URL: database.url,
      PORT: '0',
      DEMO: '0',
      DEMAND_AUTHENTICATOR: '0',
      TOTP_KEY: 'k'.repeat(32),
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_SERVICE_NAME: 'north-gateway',
    },
    ['--no-demo'],
  )
  url = (await program.prints(/http:\/\/127\.0\.0\.1:\d+/))[0]
})
afterAll(async () => {
  program.stop()
  await program.ended
  await collector.close()
  await tokens.close()
  await database.close()
})

test('operations and their transactions are traced by name, cost and code, without a word of their callers', async () => {
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
  // Nobody's trace is gone on with who is no proxy of ours.
  const theirs = '0af7651916cd43dd8448eb211c80319c'
  const token = await tokens.of('anna')
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      traceparent: `00-${theirs}-b7ad6b7169203331-01`,
    },
    body: JSON.stringify({ query: '{ warehouses { id } }' }),
  })
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
  expect(spans.filter((span) => span.traceId === theirs)).toEqual([])
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
