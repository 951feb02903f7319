import type { IncomingHttpHeaders } from 'node:http'
import type { Front } from './front.js'

/**
 * How a request came: on this machine alone; at PUBLIC_URL, with TLS ended by a proxy of ours; or in plain text over a network,
 * where everybody on the way can read it.
 */
export type Way = 'LOOPBACK' | 'TLS' | 'PLAIN'

/** The two ends of a connection. */
export interface Connection {
  readonly localAddress?: string | undefined
  readonly localPort?: number | undefined
  readonly remoteAddress?: string | undefined
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/
const portOfHost = /:\d{1,5}$/

/** IPv4 addresses come as IPv6 ones to a server that listens on both. */
const plain = (address: string | undefined) => address?.replace(/^::ffff:/, '')

/** An address as it stands in a Host header. */
const asHost = (address: string | undefined) => (address?.includes(':') ? `[${address}]` : address)

/** Whether who speaks to us is a proxy of ours that was itself spoken to by TLS; one that does not say is believed to. */
const throughTls = (headers: IncomingHttpHeaders, remoteAddress: string | undefined, front: Front) =>
  remoteAddress !== undefined && front.isProxy(remoteAddress) && (headers['x-forwarded-proto'] ?? 'https') === 'https'

/** By which of the server's names a request came; undefined when by none of them. */
export const wayOf = (
  headers: IncomingHttpHeaders,
  { localAddress, remoteAddress }: Connection,
  front: Front,
): Way | undefined => {
  const host = headers.host?.toLowerCase()
  if (host === undefined) return undefined
  if (host === front.publicUrl?.host) return throughTls(headers, remoteAddress, front) ? 'TLS' : 'PLAIN'
  if (loopbackHost.test(host)) return /^127\.|^::1$/.test(plain(remoteAddress) ?? '') ? 'LOOPBACK' : undefined
  return host.replace(portOfHost, '') === asHost(plain(localAddress)) ? 'PLAIN' : undefined
}

/** The way of a request that the guard has let in. */
export const admittedWay = (headers: IncomingHttpHeaders, connection: Connection, front: Front): Way => {
  const way = wayOf(headers, connection, front)
  if (way === undefined) throw new Error('the guard let in a host that is not ours')
  return way
}
