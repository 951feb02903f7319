import { parseCookie, stringifySetCookie } from 'cookie'
import type { IncomingHttpHeaders } from 'node:http'

/** What a request says to prove who sends it. */
export type Credential =
  { readonly kind: 'SESSION'; readonly secret: string } | { readonly kind: 'TOKEN'; readonly secret: string }

/**
 * Name of the session's cookie. Until TLS stands before the gateway it serves loopback alone, where browsers disagree on
 * `Secure` and so on `__Host-`; and cookies of one machine are shared by all its ports.
 */
const cookieName = (port: number): string => `wba-${port}`

/** A bearer token of an `Authorization` header or of a WebSocket's init payload. */
export const bearerOf = (value: unknown): Credential | undefined => {
  const [, secret] = (typeof value === 'string' && /^Bearer +(\S{1,200}) *$/i.exec(value)) || []
  return secret === undefined ? undefined : { kind: 'TOKEN', secret }
}

/**
 * The session's cookie. It counts only beside an Origin, which the guard has compared with this host: whatever sends
 * cookies and no Origin is no page of ours.
 */
export const cookieOf = (headers: IncomingHttpHeaders, port: number): Credential | undefined => {
  if (headers.origin === undefined || headers.cookie === undefined) return undefined
  const secret = parseCookie(headers.cookie)[cookieName(port)]
  return secret ? { kind: 'SESSION', secret } : undefined
}

/** A request's credential: a bearer token before a cookie. */
export const credentialOf = (headers: IncomingHttpHeaders, port: number): Credential | undefined =>
  bearerOf(headers.authorization) ?? cookieOf(headers, port)

/** `Set-Cookie` that keeps a session's secret in the browser, out of reach of scripts and of other sites; null: forgets it. */
export const cookieHeader = (
  port: number,
  session: { readonly secret: string; readonly expiresAt: Date } | null,
): string =>
  stringifySetCookie({
    name: cookieName(port),
    value: session?.secret ?? '',
    expires: session?.expiresAt ?? new Date(0),
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
  })
