import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
} from 'graphql'
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createSchema } from '../../../schema/build-schema.js'
import { folders } from '../../folders.js'
import { liveLimits } from '../../live/limits.js'
import { createLiveSocket } from '../../live/live-socket.js'
import { documentLimits } from '../../transport/document-limits.js'
import type { EdgeDeps } from '../../transport/edge.js'
import type { Persona } from '../../transport/persona.js'
import { loadTrustedDocuments, ManifestError } from '../../transport/trusted-documents.js'
import type { ToldError } from '../support/client.js'
import { connect } from './raw-socket.js'
import { startStubEdge } from './stub-edge.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const byHash = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } } })
const folderOf = (files: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'wba-documents-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
const manifestOf = (...texts: readonly string[]) =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [sha256(text), text])))

const names = 'query Names { warehouses { id name } }'
const named =
  'query A { a: __typename } query B($n: Int) { b: __typename orders(first: $n) { pageInfo { hasNextPage } } }'
const events = 'subscription Events($id: ID!) { orderEvents(warehouseId: $id) { seq } }'
const dear = `{ ${Array.from({ length: 5 }, (_, i) => `b${i}: orderBoard(warehouseId: "1") { seq }`).join(' ')} }`
const old = '{ warehouses { colour } }'

/** A stream that is over at once: what runs is told to be complete, what is refused is not. */
async function* over(): AsyncIterableIterator<never> {}
const hub: EdgeDeps['hub'] = {
  attach: (ws) => createLiveSocket(ws, liveLimits),
  operation: () => ({ orderBoard: over, orderEvents: over }),
}

const schema = createSchema()

/** A value of an input type, with nothing in it that need not be. */
const sampleOf = (type: GraphQLInputType): unknown => {
  if (isNonNullType(type)) return sampleOf(type.ofType)
  if (isListType(type)) return [sampleOf(type.ofType)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) =>
        isRequiredInputField(field) ? [[field.name, sampleOf(field.type)]] : [],
      ),
    )
  const samples: Readonly<Record<string, unknown>> = {
    Int: 1,
    SafeInt: 1,
    Boolean: true,
    String: 'x',
    DateTime: '2026-11-26T00:00:00Z',
  }
  return samples[type.name] ?? '0192f0c1-0000-7000-8000-000000000001'
}

/** Values for the variables of a document that must have one. */
const sampleVariables = (text: string): Readonly<Record<string, unknown>> => {
  const definitions = parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  )
  return Object.fromEntries(
    definitions.flatMap(({ type, variable }) => {
      const known = type.kind === Kind.NON_NULL_TYPE ? typeFromAST(schema, type) : undefined
      return known && isInputType(known) ? [[variable.name.value, sampleOf(known)]] : []
    }),
  )
}

describe('a trusted document', () => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  let strict: Awaited<ReturnType<typeof startStubEdge>>
  beforeAll(async () => {
    const folder = folderOf({
      'erp.json': manifestOf(names, named, events),
      'dear.json': manifestOf(dear, old),
      'read-me.txt': 'no manifest',
    })
    const trusted = await loadTrustedDocuments(folders.webDocuments, folder)
    server = await startStubEdge({ deps: { trusted, hub } })
    const personaOf = (): Persona => 'client'
    strict = await startStubEdge({ deps: { trusted, hub, documentLimits, personaOf } })
  })
  afterAll(() => Promise.all([server.close(), strict.close()]))

  const post = async (body: object, { graphql } = server, accept = 'application/graphql-response+json') => {
    const headers = { 'content-type': 'application/json', accept }
    const response = await fetch(graphql, { method: 'POST', headers, body: JSON.stringify(body) })
    const answer = (await response.json()) as { readonly data?: unknown; readonly errors?: readonly ToldError[] }
    return { status: response.status, ...answer }
  }
  const refused = (code: string, status = 400) => ({ status, errors: [{ extensions: { code } }] })

  test('is run over HTTP by its hash, with and without an empty query', async () => {
    const answer = { status: 200, data: { warehouses: [] } }
    expect(await post(byHash(names))).toEqual(answer)
    expect(await post({ ...byHash(names), query: '' })).toEqual(answer)
    expect(await post({ ...byHash(names), query: null, variables: null, operationName: null })).toEqual(answer)
  })

  test('is run with its variables and the operation that is named', async () => {
    expect(await post({ ...byHash(named), operationName: 'A' })).toEqual({ status: 200, data: { a: 'Query' } })
    expect(await post(byHash(named))).toMatchObject(refused('OPERATION_RESOLUTION_FAILURE'))
    expect(await post({ ...byHash(named), operationName: 'B', variables: { n: 'ten' } })).toMatchObject(
      refused('BAD_USER_INPUT'),
    )
  })

  test('is run over WebSocket by its hash and an empty query', async () => {
    const socket = await connect(server.graphql)
    const payload = { query: '', variables: { id: '1' }, ...byHash(events) }
    socket.send({ id: '1', type: 'subscribe', payload })
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' })
    socket.close()
    await socket.closed
  })

  test('is not known by another hash: the standard answer, over HTTP and WebSocket', async () => {
    const message = 'PersistedQueryNotFound'
    const error = { message, extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }
    for (const unknown of [
      byHash('{ __typename }'),
      byHash(''),
      { extensions: { persistedQuery: { sha256Hash: 'x' } } },
    ]) {
      expect(await post(unknown)).toEqual({ status: 400, errors: [error] })
      expect(await post(unknown, server, 'application/json')).toEqual({ status: 200, errors: [error] })
      const client = createClient({
        url: server.graphql.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      })
      const told = await new Promise((resolve) => {
        client.subscribe({ query: '', ...unknown }, { next: resolve, complete: () => undefined, error: resolve })
      })
      expect(told).toEqual([error])
      await client.dispose()
    }
  })

  test('cannot be registered by a request, neither at once nor after the answer that it is unknown', async () => {
    const text = '{ __typename }'
    for (let round = 0; round < 2; round += 1) {
      expect(await post({ query: text, ...byHash(text) })).toMatchObject(refused('PERSISTED_QUERY_NOT_SUPPORTED'))
      expect(await post(byHash(text))).toMatchObject(refused('PERSISTED_QUERY_NOT_FOUND'))
    }
    const socket = await connect(server.graphql)
    socket.send({ id: '1', type: 'subscribe', payload: { query: events, ...byHash(events) } })
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    })
    socket.close()
    await socket.closed
  })

  test('has the limits of everybody’s, and an old one is told what is wrong with it', async () => {
    expect(await post(byHash(dear))).toMatchObject(refused('OPERATION_TOO_COSTLY'))
    expect(await post(byHash(old))).toMatchObject(refused('GRAPHQL_VALIDATION_FAILED'))
  })

  test('is all that a caller without the right of free text may run', async () => {
    expect(await post(byHash(names), strict)).toMatchObject({ status: 200 })
    expect(await post({ query: names }, strict)).toMatchObject(refused('FREE_TEXT_NOT_ALLOWED', 403))
    const socket = await connect(strict.graphql)
    socket.send({ id: '1', type: 'subscribe', payload: { query: events, variables: { id: '1' } } })
    expect(await socket.next()).toMatchObject({ payload: [{ extensions: { code: 'FREE_TEXT_NOT_ALLOWED' } }] })
    socket.close()
    await socket.closed
  })

  test.each([
    ['a text', 'x'],
    ['a list', ['x']],
    ['a hash that is a number', { sha256Hash: 7 }],
    ['no hash', { version: 1 }],
  ])('cannot be asked for by %s', async (_what, persistedQuery) => {
    expect(await post({ extensions: { persistedQuery } })).toMatchObject(refused('BAD_REQUEST'))
  })

  test('of our own screens is within the limits of a client', async () => {
    const own = await loadTrustedDocuments(folders.webDocuments, undefined)
    expect(own.size).toBeGreaterThan(0)
    for (const [hash, text] of own) {
      const variables = sampleVariables(text)
      const extensions = { persistedQuery: { version: 1, sha256Hash: hash } }
      const { errors = [] } = await post({ variables, extensions }, strict)
      // Nothing stands behind this edge: what was let through fails there.
      const expected = text.includes('subscription ') ? ['OPERATION_NOT_ALLOWED'] : ['INTERNAL']
      expect(
        errors.map((error) => error.extensions.code).filter((code) => !expected.includes(code)),
        text,
      ).toEqual([])
      const socket = await connect(strict.graphql)
      socket.send({ id: '1', type: 'subscribe', payload: { query: '', variables, extensions } })
      expect(await socket.next(), text).toMatchObject(
        text.includes('subscription ')
          ? { type: 'complete' }
          : { payload: [{ extensions: { code: 'OPERATION_NOT_ALLOWED' } }] },
      )
      socket.close()
      await socket.closed
    }
  })
})

describe('a manifest', () => {
  const load = (files: Readonly<Record<string, string>>) => loadTrustedDocuments(folders.webDocuments, folderOf(files))

  test.each([
    ['is not JSON', 'hello', 'is not JSON'],
    ['is a list', '[]', 'must be one JSON object'],
    ['holds what is no text', '{"a": 1}', 'must be one JSON object'],
    ['says the hash of another text', JSON.stringify({ [sha256('a')]: 'b' }), `says ${sha256('a')}`],
  ])('that %s ends the start with its name and the fault', async (_what, text, fault) => {
    const loaded = load({ 'good.json': manifestOf(names), 'shop.json': text })
    await expect(loaded).rejects.toBeInstanceOf(ManifestError)
    await expect(loaded).rejects.toThrow(/shop\.json/)
    await expect(loaded).rejects.toThrow(fault)
  })

  test('in a folder that is not there ends the start too', async () => {
    await expect(loadTrustedDocuments(folders.webDocuments, '/nowhere/at/all')).rejects.toThrow(/cannot be listed/)
  })

  test('of our own screens is in step with the hashes they send', async () => {
    const sent = await readFile(new URL('../../../web/src/gql/graphql.ts', import.meta.url), 'utf8')
    const hashes = [...sent.matchAll(/"sha256Hash":"([0-9a-f]{64})"/g)].map(([, hash]) => hash)
    const own = await loadTrustedDocuments(folders.webDocuments, undefined)
    expect(hashes.toSorted()).toEqual([...own.keys()].toSorted())
  })
})
