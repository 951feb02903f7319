import { type ClientOptions, WebSocket } from 'ws'

/** How a socket ended. */
export interface Closed {
  readonly code: number
  readonly reason: string
}

/** A WebSocket that speaks the protocol by hand: messages wait in a queue until a test asks for them. */
export interface RawSocket {
  readonly ws: WebSocket
  /** Sends a message as JSON, or a text as it is. */
  send(message: unknown): void
  /** The next message of the server; rejects when the socket closes first. */
  next(): Promise<Readonly<Record<string, unknown>>>
  readonly closed: Promise<Closed>
  close(): void
}

export interface RawSocketOptions extends Omit<ClientOptions, 'protocol'> {
  readonly protocol?: string | readonly string[]
}

/** Opens a socket; rejects when the upgrade is refused. */
export const openSocket = async (url: string, options: RawSocketOptions = {}): Promise<RawSocket> => {
  const { protocol = 'graphql-transport-ws', ...rest } = options
  const ws = new WebSocket(url.replace('http', 'ws'), [protocol].flat(), rest)
  const messages: Readonly<Record<string, unknown>>[] = []
  const waiting: { resolve(message: Readonly<Record<string, unknown>>): void; reject(error: Error): void }[] = []
  const { promise: closed, resolve: onClosed } = Promise.withResolvers<Closed>()
  ws.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as Readonly<Record<string, unknown>>
    const next = waiting.shift()
    if (next) next.resolve(message)
    else messages.push(message)
  })
  ws.on('close', (code, reason) => {
    onClosed({ code, reason: reason.toString('utf8') })
    for (const { reject } of waiting) reject(new Error(`closed with ${code}`))
  })
  await new Promise<void>((resolve, reject) => {
    ws.once('open', resolve)
    ws.once('error', reject)
  })
  ws.on('error', () => undefined)
  return {
    ws,
    closed,
    send: (message) =>
      ws.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    next: () => {
      const message = messages.shift()
      if (message) return Promise.resolve(message)
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    close: () => ws.close(1000),
  }
}

/** Opens a socket and goes through connection_init. */
export const connect = async (url: string, payload?: Readonly<Record<string, unknown>>): Promise<RawSocket> => {
  const socket = await openSocket(url)
  socket.send({ type: 'connection_init', ...(payload && { payload }) })
  const ack = await socket.next()
  if (ack['type'] !== 'connection_ack') throw new Error(`no ack: ${JSON.stringify(ack)}`)
  return socket
}

/** HTTP status and code of a refused upgrade. */
export const refusedUpgrade = (
  url: string,
  options: RawSocketOptions = {},
): Promise<{ readonly status: number; readonly code: string }> => {
  const { protocol = 'graphql-transport-ws', ...rest } = options
  const ws = new WebSocket(url.replace('http', 'ws'), [protocol].flat(), rest)
  return new Promise((resolve, reject) => {
    ws.once('open', () => {
      ws.terminate()
      reject(new Error('the upgrade was let in'))
    })
    ws.on('error', () => undefined)
    ws.once('unexpected-response', (_request, response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
      response.on('end', () => {
        const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] }
        resolve({ status: response.statusCode ?? 0, code: errors[0]?.extensions.code ?? '' })
      })
    })
  })
}
