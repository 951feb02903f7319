import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { longestHashQueue } from '../../storage/secret/password-hash.js'
import type { Answer } from '../support/client.js'
import { byHash } from '../support/registry.js'
import { adminPassword, startWithAdmin } from './first-admin.js'
import { createBrowser, type Given, mutations } from './browser.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
beforeAll(async () => {
  // However busy the machine is, whoever waits in the queue is looked at.
  started = await startWithAdmin({ limits: { commandWithin: 60_000 } })
})
afterAll(() => started.gateway.close())

/** A try from an address of its own: only so many of one are looked at in a day. */
const tryFrom = async (localAddress: string, login: string): Promise<Answer<Record<string, Given>>> => {
  const body = JSON.stringify({ ...byHash(mutations.signIn), variables: { login, password: 'wrong password' } })
  const headers = { 'content-type': 'application/json' }
  const sent = request(`${started.gateway.url}/graphql`, { method: 'POST', headers, localAddress })
  const { promise, resolve, reject } = Promise.withResolvers<Answer<Record<string, Given>>>()
  sent.on('error', reject)
  sent.on('response', (response) => {
    text(response)
      .then((told) => resolve({ status: response.statusCode ?? 0, ...(JSON.parse(told) as object) }))
      .catch(reject)
  })
  sent.end(body)
  return promise
}

// Elsewhere a machine has one loopback address.
test.runIf(process.platform === 'linux')(
  'whoever signs in while too many do is told so at once, and is let in when they are through',
  async () => {
    const rush = Array.from({ length: longestHashQueue * 2 }, (_, n) =>
      tryFrom(`127.0.0.${2 + (n % 8)}`, `somebody-${n}`),
    )
    const answers = await Promise.all(rush)
    const refused = answers.flatMap(({ errors = [] }) => errors)
    expect(refused.length).toBeGreaterThan(0)
    for (const { message, extensions } of refused) {
      expect(extensions.code).toBe('UNAVAILABLE')
      expect(message).toMatch(/try again in some seconds.*повторите/)
    }
    // Everybody who was not refused was looked at.
    const looked = answers.filter(({ data }) => data?.['r']?.code === 'BAD_CREDENTIALS')
    expect(looked.length).toBe(answers.length - refused.length)
    expect(looked.length).toBeGreaterThan(longestHashQueue)

    const login = 'anna@example.com'
    expect(
      await createBrowser(started.gateway.url).give(mutations.signIn, { login, password: adminPassword }),
    ).toHaveProperty('me')
  },
)
