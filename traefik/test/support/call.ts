import type { IncomingHttpHeaders } from 'node:http'
import { type Agent, request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type ClientOptions, WebSocket } from 'ws'
import { domain, httpsPort } from './traefik.js'

/** The address that people open. */
export const origin = `https://${domain}:${httpsPort}`

/** What a client needs to reach Traefik by its public name. */
export interface Way {
  readonly lookup: LookupFunction
  readonly ca: string
  /** Where it calls from. */
  readonly localAddress: string
}

/** The way to Traefik at an address. */
export const wayTo = (address: string, ca: string, localAddress: string): Way => ({
  ca,
  localAddress,
  lookup: (_name, options, callback) =>
    options.all ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4),
})

/** An answer as it came. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Call {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
  readonly agent?: Agent
  readonly port?: number
}

/** Sends one request through Traefik. The path goes out as it stands: nothing in it is made regular. */
export const call = async (way: Way, path: string, options: Call = {}): Promise<Answer> => {
  const { body, headers = {}, agent, port = httpsPort, method = body === undefined ? 'GET' : 'POST' } = options
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const sent = request({
    ...way,
    host: domain,
    // Whatever the Host header says.
    servername: domain,
    port,
    path,
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(agent && { agent }),
  })
  sent.on('error', reject)
  sent.on('response', (response) => {
    const parts: Buffer[] = []
    response.on('error', reject)
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(parts).toString('utf8'),
      }),
    )
  })
  sent.end(body)
  return promise
}

/** Opens a WebSocket through Traefik. */
export const openWebSocket = (way: Way, options: ClientOptions = {}): WebSocket =>
  new WebSocket(`wss://${domain}:${httpsPort}/graphql`, 'graphql-transport-ws', { ...way, ...options })
