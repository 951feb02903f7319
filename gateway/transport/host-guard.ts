import type { IncomingHttpHeaders } from 'node:http'
import type { Front } from './front.js'
import { type Connection, wayOf } from './way.js'

/** Why a request is turned away before anything reads it. */
export interface GuardRefusal {
  readonly status: 403 | 421
  readonly code: 'FORBIDDEN' | 'MISDIRECTED'
  readonly message: string
}

/**
 * Any page in a browser that can reach this server can call it: by a name of its own that resolves to the server's
 * address (DNS rebinding, so the Host must be one that is the server's), or across origins (so an Origin, which browsers
 * always send with such calls, must be this very host). Undefined: let it in.
 */
export const guardHost = (
  headers: IncomingHttpHeaders,
  connection: Connection,
  front: Front,
): GuardRefusal | undefined => {
  const way = wayOf(headers, connection, front)
  if (way === undefined)
    return {
      status: 421,
      code: 'MISDIRECTED',
      message:
        'This server does not answer to that host: use PUBLIC_URL, its address, or localhost. / Сервер не отвечает на это имя.',
    }
  const own = way === 'TLS' ? front.publicUrl?.origin : `http://${headers.host?.toLowerCase()}`
  if (headers.origin !== undefined && headers.origin.toLowerCase() !== own)
    return {
      status: 403,
      code: 'FORBIDDEN',
      message: 'Pages of another origin may not call this server. / Запросы с других сайтов запрещены.',
    }
  return undefined
}
