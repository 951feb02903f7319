import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away before anything reads it. */
export interface GuardRefusal {
  readonly status: 403 | 421
  readonly code: 'FORBIDDEN' | 'MISDIRECTED'
  readonly message: string
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/**
 * The server listens on loopback alone, yet any page in a browser of this machine can call it: by its own name that
 * resolves to 127.0.0.1 (DNS rebinding, so the Host must be a loopback one), or across origins (so an Origin, which
 * browsers always send with such calls, must be this very host). Undefined: let it in.
 */
export const guardHost = (headers: IncomingHttpHeaders): GuardRefusal | undefined => {
  const host = headers.host?.toLowerCase()
  if (host === undefined || !loopbackHost.test(host))
    return {
      status: 421,
      code: 'MISDIRECTED',
      message: 'This server answers to localhost, 127.0.0.1 and [::1] alone. / Сервер отвечает только на localhost.',
    }
  const origin = headers.origin
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`)
    return {
      status: 403,
      code: 'FORBIDDEN',
      message: 'Pages of another origin may not call this server. / Запросы с других сайтов запрещены.',
    }
  return undefined
}
