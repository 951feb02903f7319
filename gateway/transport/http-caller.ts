import type { FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLError } from 'graphql'
import type { Viewer } from '../domain/person/viewer.js'
import { type Caller, readDevice } from './caller.js'
import { cookieHeader, cookieOf, credentialsOf, type FindViewer } from './credential.js'
import { asGraphqlError, publicError } from './mask-error.js'
import type { Front } from './front.js'
import { admittedWay } from './way.js'

/** Who calls over HTTP, or what is wrong with how they say it; the reply is where cookies go. */
export const readHttpCaller = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { findViewer, front }: { readonly findViewer: FindViewer; readonly front: Front },
): Promise<Caller | GraphQLError> => {
  const said = readDevice(request.headers)
  if ('fault' in said) return publicError('BAD_USER_INPUT', said.fault)
  const way = admittedWay(request.headers, request.socket, front)
  const place = { way, port: request.socket.localPort ?? 0 }
  const credentials = credentialsOf(request.headers, request.headers.authorization, place)
  let viewer: Viewer | undefined
  try {
    viewer = await findViewer(credentials)
  } catch (error) {
    return asGraphqlError(error)
  }
  if (credentials[0]?.kind === 'TOKEN' && !viewer)
    return publicError('SIGN_IN_REQUIRED', 'This access token is none, or it is over. / Токен не действует.')
  return {
    ...said,
    viewer,
    way,
    address: request.ip,
    agent: request.headers['user-agent'] ?? '',
    deviceSecret: cookieOf(request.headers, 'device', place),
    keepSession: (session) => void reply.header('set-cookie', cookieHeader('session', place, session)),
    keepDevice: (device) => void reply.header('set-cookie', cookieHeader('device', place, device)),
  }
}
