import { parseCookie, stringifySetCookie } from 'cookie'
import type { IncomingHttpHeaders } from 'node:http'
import type { Way } from './way.js'
import type { Viewer } from '../domain/person/viewer.js'

/** What a request says to prove who sends it. */
export type Credential = { readonly kind: 'SESSION' | 'TOKEN' | 'DEVICE'; readonly secret: string }

/** Whose the first good one of these credentials is; undefined when none is. Rejects while the database is away. */
export type FindViewer = (credentials: readonly Credential[]) => Promise<Viewer | undefined>

/** What a browser keeps: who is signed in, and that the device itself was let in. */
export type CookieKind = 'session' | 'device'

/** Where a request came in, as far as cookies go. */
export interface CookiePlace {
  readonly way: Way
  readonly port: number
}

/**
 * Name of a cookie; undefined where none is kept. On this machine browsers disagree on `Secure` and so on `__Host-`, and
 * its cookies are shared by all its ports.
 */
const cookieName = (kind: CookieKind, { way, port }: CookiePlace): string | undefined => {
  if (way === 'TLS') return `__Host-wba-${kind}`
  return way === 'LOOPBACK' ? `wba-${kind}-${port}` : undefined
}

/** A bearer token of an `Authorization` header or of a WebSocket's init payload. */
const bearerOf = (value: unknown): Credential | undefined => {
  const [, secret] = (typeof value === 'string' && /^Bearer +(\S{1,200}) *$/i.exec(value)) || []
  return secret === undefined ? undefined : { kind: 'TOKEN', secret }
}

/**
 * The secret of a cookie. It counts only beside an Origin, which the guard has compared with this host: whatever sends
 * cookies and no Origin is no page of ours.
 */
export const cookieOf = (headers: IncomingHttpHeaders, kind: CookieKind, place: CookiePlace): string | undefined => {
  const name = cookieName(kind, place)
  if (headers.origin === undefined || headers.cookie === undefined || name === undefined) return undefined
  return parseCookie(headers.cookie)[name] || undefined
}

/** A caller's credentials, the one that counts first: a bearer token alone, or a session before a device. */
export const credentialsOf = (
  headers: IncomingHttpHeaders,
  authorization: unknown,
  place: CookiePlace,
): readonly Credential[] => {
  const token = bearerOf(authorization)
  if (token) return [token]
  const session = cookieOf(headers, 'session', place)
  const device = cookieOf(headers, 'device', place)
  return [
    ...(session === undefined ? [] : [{ kind: 'SESSION', secret: session } as const]),
    ...(device === undefined ? [] : [{ kind: 'DEVICE', secret: device } as const]),
  ]
}

/** `Set-Cookie` that keeps a secret in the browser, out of reach of scripts and of other sites; null: forgets it. */
export const cookieHeader = (
  kind: CookieKind,
  place: CookiePlace,
  session: { readonly secret: string; readonly expiresAt: Date } | null,
): string => {
  const name = cookieName(kind, place)
  if (name === undefined) throw new Error('what signs in is not run where no cookie is kept')
  return stringifySetCookie({
    name,
    value: session?.secret ?? '',
    expires: session?.expiresAt ?? new Date(0),
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    ...(place.way === 'TLS' && { secure: true }),
  })
}
