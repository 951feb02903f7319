import type { IncomingMessage } from 'node:http'
import { CloseCode } from 'graphql-ws'
import { isHeldBack } from '../domain/person/viewer.js'
import { type Caller, readDevice } from './caller.js'
import { cookieOf, credentialsOf, type FindViewer } from './credential.js'
import { callerAddress, type Front } from './front.js'
import { admittedWay } from './way.js'

export interface SocketCallerDeps {
  readonly findViewer: FindViewer
  /** Where people reach the server through TLS. */
  readonly front: Front
}

/** Why a socket is closed: a code of the protocol, and a text of at most 123 bytes. */
export interface SocketFault {
  readonly code: number
  readonly fault: string
}

/** Programs put their HTTP headers into the init payload, in whatever case they write them. */
const authorizationOf = (params: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization')?.[1]

/** Reads who calls on a new socket from its upgrade and its init payload; rejects when nobody can be looked up. */
export const createSocketCallerReader =
  ({ findViewer, front }: SocketCallerDeps) =>
  async (request: IncomingMessage, params: Readonly<Record<string, unknown>>): Promise<Caller | SocketFault> => {
    const said = readDevice(params)
    if ('fault' in said) return { code: CloseCode.BadRequest, fault: said.fault }
    const way = admittedWay(request.headers, request.socket, front)
    const place = { way, port: request.socket.localPort ?? 0 }
    const credentials = credentialsOf(request.headers, authorizationOf(params), place)
    const viewer = await findViewer(credentials)
    if (!viewer)
      return {
        code: CloseCode.Unauthorized,
        fault: credentials[0]?.kind === 'TOKEN' ? 'This access token is none, or it is over' : 'Sign in first',
      }
    if (isHeldBack(viewer)) return { code: CloseCode.Unauthorized, fault: 'Set up an authenticator first' }
    return {
      ...said,
      viewer,
      way,
      address: callerAddress(request, front),
      agent: request.headers['user-agent'] ?? '',
      // Only subscriptions run here, and none of them signs anybody in.
      deviceSecret: cookieOf(request.headers, 'device', place),
      keepSession: () => undefined,
      keepDevice: () => undefined,
    }
  }
