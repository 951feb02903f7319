import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import proxyAddress from '@fastify/proxy-addr'

/** What stands before the server. */
export interface Front {
  /** Where people reach the server through TLS. */
  readonly publicUrl: URL | undefined
  /** Whether an address is that of a proxy of ours: its word on who calls, and by which scheme, counts. */
  readonly isProxy: (address: string) => boolean
}

/** The front of a server at PUBLIC_URL behind the proxies of TRUSTED_PROXIES; without PUBLIC_URL nobody stands before it. */
export const createFront = ({
  publicUrl,
  trustedProxies,
}: {
  readonly publicUrl: URL | undefined
  readonly trustedProxies: readonly string[]
}): Front => {
  const trusts = proxyAddress.compile(publicUrl === undefined ? [] : [...trustedProxies])
  return { publicUrl, isProxy: (address) => trusts(address, 0) }
}

/** The address of who calls: the connection's, or what our proxies say that theirs is. */
export const callerAddress = (request: IncomingMessage, front: Front): string =>
  // Whose connection has gone already has no address any more.
  request.socket.remoteAddress === undefined ? '' : proxyAddress(request, front.isProxy)

/** The headers of a request that a proxy of ours sent on; undefined: what anybody else says in them counts for nothing. */
export const headersOfProxy = ({ socket, headers }: IncomingMessage, front: Front): IncomingHttpHeaders | undefined =>
  socket.remoteAddress !== undefined && front.isProxy(socket.remoteAddress) ? headers : undefined
