import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createLiveSocket } from './live-socket.js'
import { liveLimits } from './limits.js'

it('frames of every length arrive as they were sent, together or alone', async () => {
  const http = createServer()
  const server = new WebSocketServer({ server: http, perMessageDeflate: false })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const [ws] = (await once(server, 'connection')) as [WebSocket]
  const socket = createLiveSocket(ws, liveLimits)
  const prefix = Buffer.from('{"id":"ключ 🎁","payload":')
  // Around the borders of the three forms of a length.
  const bodies = [1, 90, 125, 126, 65_400, 65_535, 65_536, 200_000].flatMap((length) =>
    [-1, 0, 1].map((more) => Buffer.from('ж'.repeat((length + more) / 2).padEnd(3, '}'))),
  )
  const received: string[] = []
  const all = new Promise<void>((resolve) =>
    client.on('message', (data: Buffer, isBinary: boolean) => {
      expect(isBinary).toBe(false)
      received.push(data.toString())
      if (received.length === bodies.length * 2) resolve()
    }),
  )
  for (const body of bodies) {
    socket.send(prefix, body)
    await new Promise((resolve) => socket.whenDrained(() => resolve(undefined)))
  }
  // A ping of ws between them breaks nothing.
  socket.corked(() => {
    for (const body of bodies.slice(0, 12)) socket.send(prefix, body)
    ws.ping()
    for (const body of bodies.slice(12, 18)) socket.send(prefix, body)
  })
  for (const body of bodies.slice(18)) {
    await new Promise((resolve) => socket.whenDrained(() => resolve(undefined)))
    socket.send(prefix, body)
  }
  await all
  const sent = bodies.map((body) => `${prefix.toString()}${body.toString()}`)
  expect(received).toEqual([...sent, ...sent])
  client.terminate()
  server.close()
  http.close()
})
