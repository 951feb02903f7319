import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGateway, type TestGateway } from '../support/server.js'

/** GET with free text executes nothing here, on purpose: CSRF. */
const declined = new Set(['5A70', 'D6D5', '6A70'])

describe('GraphQL over HTTP, for a program with an access token', () => {
  let gateway: TestGateway
  let authorization: string
  beforeAll(async () => {
    gateway = await startGateway()
    authorization = `Bearer ${await gateway.tokens.of('anna')}`
  })
  afterAll(() => gateway.close())

  const withToken = (url: string, request: RequestInit = {}) => {
    const headers = new Headers(request.headers)
    headers.set('authorization', authorization)
    return fetch(url, { ...request, headers })
  }
  const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn: withToken })

  test('there are the 61 audits that this was written for', () => {
    expect(audits).toHaveLength(61)
    expect(audits.filter(({ id }) => declined.has(id)).every(({ name }) => name.startsWith('MAY'))).toBe(true)
  })

  for (const audit of audits) {
    const refused = declined.has(audit.id)
    test(`${audit.id} ${refused ? 'is declined: ' : ''}${audit.name}`, async () => {
      const result = await audit.fn()
      if (refused) expect(result).toMatchObject({ status: 'notice', response: { status: 405 } })
      else expect(result).toMatchObject({ status: 'ok' })
    })
  }
})
