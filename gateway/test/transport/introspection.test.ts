import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from './raw-socket.js'
import type { ToldError } from '../support/client.js'
import { startStubEdge } from './stub-edge.js'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const hidden: Readonly<Record<string, string>> = {
  'the schema': '{ __schema { queryType { name } } }',
  'a type': '{ __type(name: "Query") { name } }',
  'the schema in a fragment, beside something else':
    '{ __typename ...S } fragment S on Query { s: __schema { queryType { name } } }',
  'a type in an inline fragment': '{ ... on Query { __type(name: "Query") { name } } }',
}
const trusted = new Map(Object.values(hidden).map((text) => [hashOf(text), text]))
const byHash = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } })

describe.each(['client', 'analyst'] as const)('the schema for a %s', (persona) => {
  let server: Awaited<ReturnType<typeof startStubEdge>>
  beforeAll(async () => {
    server = await startStubEdge({ deps: { personaOf: () => persona, trusted } })
  })
  afterAll(() => server.close())

  const post = async (body: object) => {
    const response = await fetch(server.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ operationName: null, ...body }),
    })
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly ToldError[] }
    return { status: response.status, data, errors }
  }

  test.each(Object.entries(hidden))(
    persona === 'client' ? 'is hidden like a document that is not there: %s' : 'is told: %s',
    async (_kind, query) => {
      const [byText, byItsHash] = [await post({ query }), await post(byHash(hashOf(query)))]
      if (persona === 'analyst') {
        expect([byText.status, byItsHash.status]).toEqual([200, 200])
        return
      }
      expect(byText).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FREE_TEXT_NOT_ALLOWED' } }] })
      // Nobody learns that there is such a document.
      expect(byItsHash).toEqual(await post(byHash('0'.repeat(64))))
    },
  )

  test('says nothing over WebSocket either', async () => {
    const socket = await connect(server.graphql)
    for (const [id, payload] of [
      ['1', { query: hidden['the schema'] }],
      ['2', { query: '', ...byHash(hashOf(hidden['a type'] ?? '')) }],
    ] as const) {
      socket.send({ id, type: 'subscribe', payload })
      expect(await socket.next()).toMatchObject({ id, type: 'error' })
    }
    socket.close()
    await socket.closed
  })

  test('leaves the name of a type to everybody', async () => {
    expect(await post({ query: '{ __typename }' })).toMatchObject({ status: 200, data: { __typename: 'Query' } })
  })
})
