import { once } from 'node:events'
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { ownDocuments } from '../door'
import type { Place } from './search'

/** Stands between a product and whoever calls it, and keeps everything that the product says. */
export interface Witness {
  /** The product's address, by way of the witness. */
  readonly url: string
  readonly heard: () => readonly Place[]
  /** Values of the cookies of this kind that the product gave to anybody. */
  readonly cookies: (kind: 'session' | 'device') => readonly string[]
  readonly close: () => Promise<void>
}

/** What a request is called: the operation that it gives, else its method and path. */
const nameOf = ({ method, url = '' }: IncomingMessage, body: Buffer): string => {
  const hash = /"sha256Hash":"([0-9a-f]{64})"/.exec(body.toString())?.[1] ?? ''
  return /(?:query|mutation) (\w+)/.exec(ownDocuments[hash] ?? '')?.[1] ?? `${method} ${url.replace(/\?.*/s, '')}`
}

const read = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Listens on a free port of this machine. */
export async function startWitness(product: string): Promise<Witness> {
  const { hostname, port } = new URL(product)
  const heard: Place[] = []
  /** What was said on each socket so far, the answer to its upgrade first. */
  const sockets: Buffer[] = []
  const given: string[] = []

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await read(request)
    const name = nameOf(request, body)
    // What is packed cannot be searched.
    const { 'accept-encoding': _packed, ...headers } = request.headers
    const onward = ask({ hostname, port, method: request.method, path: request.url, headers }).end(body)
    const [answer] = (await once(onward, 'response')) as [IncomingMessage]
    const { 'set-cookie': cookies = [], ...rest } = answer.headers
    const said = await read(answer)
    given.push(...cookies)
    heard.push({ name: `cookie of ${name}`, content: cookies.join('\n') })
    heard.push({ name: `headers of ${name}`, content: JSON.stringify(rest) })
    heard.push({ name: `answer of ${name}`, content: said })
    response.writeHead(answer.statusCode ?? 0, answer.headers).end(said)
  }
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy())
  })
  server.on('upgrade', (request: IncomingMessage, client, head) => {
    const upstream = connect(Number(port), hostname)
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n`)
    for (let at = 0; at < request.rawHeaders.length; at += 2)
      upstream.write(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}\r\n`)
    upstream.write('\r\n')
    upstream.write(head)
    const index = sockets.push(Buffer.alloc(0)) - 1
    upstream.on('data', (part: Buffer) => (sockets[index] = Buffer.concat([sockets[index] ?? part, part])))
    for (const end of [client, upstream]) end.on('error', () => [client, upstream].forEach((one) => one.destroy()))
    client.pipe(upstream).pipe(client)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => [...heard, ...sockets.map((content) => ({ name: 'a WebSocket', content }))],
    cookies: (kind) => given.flatMap((cookie) => new RegExp(`^wba-${kind}-\\d+=([^;]+)`).exec(cookie)?.[1] ?? []),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
