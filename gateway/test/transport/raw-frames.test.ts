import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frame, hostileFrames } from '../hostile/hostile-frames.js'
import { connect } from './raw-socket.js'
import { startStubEdge } from './stub-edge.js'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const memoryMegabytes = () => {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

let server: Awaited<ReturnType<typeof startStubEdge>>
beforeAll(async () => {
  server = await startStubEdge({ limits: { headersWithin: 300, requestWithin: 400, refusalsPerMinute: 1e6 } })
})
afterAll(() => server.close())

const openTcp = async (url = server.url, allowHalfOpen = false): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const tcp = connectTcp({ port: Number(port), host: hostname, allowHalfOpen })
  await once(tcp, 'connect')
  // The server may end it while something is still being sent.
  tcp.on('error', () => undefined)
  return tcp
}

/** Everything that the server says until it ends the connection. */
const readAll = async (tcp: Socket): Promise<Buffer> => {
  const chunks: Buffer[] = []
  tcp.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(tcp, 'close')
  return Buffer.concat(chunks)
}

const upgrade = (fields: Readonly<Record<string, string | undefined>> = {}, method = 'GET') => {
  const headers = {
    Host: new URL(server.url).host,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'Sec-WebSocket-Protocol': 'graphql-transport-ws',
    ...fields,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return `${method} /graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

const init = frame({ opcode: 1, payload: '{"type":"connection_init"}' })

/** The code of a close frame among what the server has said after the upgrade. */
const closeCodeIn = (answer: Buffer): number | undefined => {
  let at = answer.indexOf('\r\n\r\n') + 4
  while (at >= 4 && at + 4 <= answer.length) {
    const length = (answer[at + 1] ?? 0) & 0x7f
    const start = at + (length === 126 ? 4 : 2)
    if (((answer[at] ?? 0) & 0x0f) === 8) return answer.readUInt16BE(start)
    at = start + (length === 126 ? answer.readUInt16BE(at + 2) : length)
  }
  return undefined
}

/** Sends frames after the init; the code with which they are answered. */
const closeCode = async (bytes: Buffer): Promise<number | undefined> => {
  const tcp = await openTcp()
  tcp.write(upgrade())
  tcp.write(Buffer.concat([init, bytes]))
  let answer = Buffer.alloc(0)
  tcp.on('data', (chunk: Buffer) => {
    answer = Buffer.concat([answer, chunk])
    if (closeCodeIn(answer) !== undefined) tcp.destroy()
  })
  await once(tcp, 'close')
  return closeCodeIn(answer)
}

describe('a socket that is sent bytes it should not be', () => {
  const corpus = Object.entries(hostileFrames)

  test.each(corpus)('is closed: %s', async (_kind, [bytes, ...codes]) => {
    expect(codes).toContain(await closeCode(bytes))
  })

  test('costs at most 50 ms of CPU, at the best of five tries and the client’s part included, and leaves nothing behind', async () => {
    const before = memoryMegabytes()
    for (const [kind, [bytes]] of corpus) {
      const tries: number[] = []
      for (let round = 0; round < 5; round += 1) {
        const began = process.cpuUsage()
        await closeCode(bytes)
        const { user, system } = process.cpuUsage(began)
        tries.push((user + system) / 1_000)
      }
      expect(Math.min(...tries), kind).toBeLessThan(50)
    }
    expect(memoryMegabytes() - before).toBeLessThan(20)
  })

  test('is cut when it never ends its side', async () => {
    const impatient = await startStubEdge({ limits: { cutAfter: 50 } })
    const metrics = async () => (await fetch(`${impatient.url}/metrics`)).text()
    // One that ws closes, one that the protocol does.
    for (const [index, bytes] of [frame({ opcode: 15 }), frame({ opcode: 1, payload: '{' })].entries()) {
      const tcp = await openTcp(impatient.url, true)
      const acknowledged = Promise.withResolvers<void>()
      tcp.on('data', (chunk: Buffer) => chunk.includes('connection_ack') && acknowledged.resolve())
      tcp.write(upgrade({ Host: new URL(impatient.url).host }))
      tcp.write(init)
      await acknowledged.promise
      tcp.write(bytes)
      await expect.poll(metrics, { timeout: 5_000 }).toContain(`wba_websocket_closed_total{code="1006"} ${index + 1}`)
      tcp.destroy()
    }
    await impatient.close()
  })

  test('holds up nobody: two hundred of them at once, and another is answered', async () => {
    const honest = await connect(server.graphql)
    const closes = Array.from({ length: 200 }, (_, index) => closeCode(corpus[index % corpus.length]?.[1][0] ?? init))
    honest.send({ type: 'ping' })
    expect(await honest.next()).toEqual({ type: 'pong' })
    expect((await Promise.all(closes)).every((code) => code !== undefined)).toBe(true)
    honest.close()
    expect((await honest.closed).code).toBe(1000)
  })
})

describe('an upgrade that is none', () => {
  test.each([
    ['without a key', { 'Sec-WebSocket-Key': undefined }, 400],
    ['with a short key', { 'Sec-WebSocket-Key': 'AAAA' }, 400],
    ['of an old version', { 'Sec-WebSocket-Version': '7' }, 400],
    ['without a version', { 'Sec-WebSocket-Version': undefined }, 400],
    ['with a protocol that is no name', { 'Sec-WebSocket-Protocol': 'a,,b' }, 400],
    ['with headers of 20 KB', { 'X-Long': 'x'.repeat(20_000) }, 431],
  ])('is refused: %s', async (_kind, fields, status) => {
    const tcp = await openTcp()
    tcp.write(upgrade(fields))
    expect((await readAll(tcp)).toString('latin1')).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  test('is refused as a POST', async () => {
    const tcp = await openTcp()
    tcp.write(upgrade({}, 'POST'))
    expect((await readAll(tcp)).toString('latin1')).toMatch(/^HTTP\/1.1 405 /)
  })

  test.each([
    ['sends nothing', ''],
    ['stops in its headers', 'GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgra'],
  ])('is cut when it %s', async (_kind, text) => {
    const tcp = await openTcp()
    if (text !== '') tcp.write(text)
    expect((await readAll(tcp)).toString('latin1')).toMatch(/^(HTTP\/1.1 408 |$)/)
  })

  test('is cut when it sends its headers a byte at a time', async () => {
    const tcp = await openTcp()
    const text = upgrade()
    let at = 0
    const drip = setInterval(() => tcp.write(text[at++ % 60] ?? ' '), 20)
    try {
      expect((await readAll(tcp)).toString('latin1')).toMatch(/^(HTTP\/1.1 4\d\d |$)/)
    } finally {
      clearInterval(drip)
    }
  })
})
