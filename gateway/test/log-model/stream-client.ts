import { type ClientOptions, WebSocket } from 'ws'
import { z } from 'zod'

/** One subscription on one socket, spoken by hand: it can stop reading, be cut, and sees the bytes. */
export interface StreamSession {
  /** Resolves when the socket is gone, with why. */
  readonly ended: Promise<string>
  pause(): void
  resume(): void
  cut(): void
}

interface StreamSessionOptions {
  readonly url: string
  /** How to get there, where that takes more than the address. */
  readonly connection?: ClientOptions
  readonly token: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** The execution result, as it came. */
  readonly onNext: (payload: Buffer) => void
  /** The server ended the subscription with errors. */
  readonly onError: (errors: unknown) => void
}

const id = 's'
const nextPrefix = Buffer.from(`{"id":"${id}","type":"next","payload":`)
const message = z.object({ type: z.string(), payload: z.unknown().optional() })

/** Connects and subscribes at once. */
export const openStreamSession = ({
  url,
  connection,
  token,
  query,
  variables,
  onNext,
  onError,
}: StreamSessionOptions): StreamSession => {
  const ws = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    ...connection,
    perMessageDeflate: false,
  })
  const { promise: ended, resolve } = Promise.withResolvers<string>()
  const send = (value: object) => ws.send(JSON.stringify(value))
  ws.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
  ws.on('message', (data: Buffer) => {
    if (data.subarray(0, nextPrefix.length).equals(nextPrefix)) {
      onNext(data.subarray(nextPrefix.length, -1))
      return
    }
    const { type, payload } = message.parse(JSON.parse(data.toString()))
    if (type === 'connection_ack') send({ id, type: 'subscribe', payload: { query, variables } })
    else if (type === 'ping') send({ type: 'pong' })
    else if (type === 'error') {
      onError(payload)
      ws.close()
    } else if (type === 'complete') ws.close()
  })
  ws.on('error', () => undefined)
  ws.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`))
  return {
    ended,
    pause: () => {
      if (ws.readyState === ws.OPEN) ws.pause()
    },
    resume: () => {
      if (ws.readyState === ws.OPEN) ws.resume()
    },
    cut: () => ws.terminate(),
  }
}
