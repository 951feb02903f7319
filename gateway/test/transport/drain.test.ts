import { expect, test } from 'vitest'
import { startGateway } from '../support/server.js'

test('a stopping gateway says so, and takes what still comes until its proxy has seen that; it keeps no connection', async () => {
  const gateway = await startGateway({ drainDelayMs: 1_000 })
  const ask = () =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ me { person { name } } }"}',
    })
  expect((await ask()).headers.get('connection')).toBe('keep-alive')
  const isReady = () => fetch(`${gateway.url}/health/ready`)
  await expect.poll(async () => (await isReady()).status).toBe(200)
  const closed = gateway.close()
  const ready = await isReady()
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, reasons: ['the server is stopping'] }])
  const answer = await ask()
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close'])
  await closed
  await expect(ask()).rejects.toThrow('fetch failed')
})
