import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ErrorCode, errorKind } from './error-codes.js'
import type { Front } from './front.js'
import { guardHost } from './host-guard.js'
import { paths } from './paths.js'

/** Why an upgrade is turned away. */
export interface UpgradeRefusal {
  readonly code: ErrorCode
  readonly message: string
}

/** Looks at an upgrade before anything is spent on it; undefined: let it in. */
export const guardUpgrade = (
  request: IncomingMessage,
  { draining, full, front }: { readonly draining: boolean; readonly full: boolean; readonly front: Front },
): UpgradeRefusal | undefined => {
  const refusal = guardHost(request.headers, request.socket, front)
  if (refusal) return refusal
  if (request.url?.split('?')[0] !== paths.graphql)
    return { code: 'NOT_FOUND', message: `WebSockets are served at ${paths.graphql}.` }
  if (draining) return { code: 'UNAVAILABLE', message: 'The server is stopping: come back soon.' }
  if (full) return { code: 'TOO_MANY_SOCKETS', message: 'Too many WebSockets from this address.' }
  return undefined
}

/** Answers a refused upgrade as HTTP and closes the connection. */
export const refuseUpgrade = (socket: Duplex, { code, message }: UpgradeRefusal): void => {
  const { status } = errorKind(code)
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.once('finish', () => socket.destroy())
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
