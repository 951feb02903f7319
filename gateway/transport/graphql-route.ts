import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql'
import type { SchemaContext } from '../../schema/context.js'
import type { Viewer } from '../domain/person/viewer.js'
import { type Caller, readNames } from './caller.js'
import { type Credential, cookieHeader, cookieOf, credentialsOf } from './credential.js'
import { replyWithError, replyWithRequestErrors } from './error-reply.js'
import type { TransportLimits } from './limits.js'
import { asGraphqlError, publicError } from './mask-error.js'
import type { Metrics } from './metrics.js'
import { paths } from './paths.js'
import type { Prepared, PrepareOperation } from './prepare-operation.js'
import { createRequestScope, withRequestScope } from './request-scope.js'
import { orAfter } from './or-after.js'

export interface GraphqlRouteDeps {
  readonly schema: GraphQLSchema
  readonly apollo: ApolloServer<SchemaContext>
  readonly prepare: PrepareOperation
  readonly contextFor: (caller: Caller) => SchemaContext
  /** Whose the first good one of these credentials is; undefined when none is. */
  readonly findViewer: (credentials: readonly Credential[]) => Promise<Viewer | undefined>
  readonly metrics: Metrics
  readonly limits: TransportLimits
}

/** Text and operation name of a request's body; undefined when it is not one, which Apollo then explains. */
const readBody = (
  body: unknown,
): { readonly query: string; readonly operationName: string | undefined } | undefined => {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string')
    return undefined
  const operationName =
    'operationName' in body && typeof body.operationName === 'string' ? body.operationName : undefined
  return { query: body.query, operationName }
}

/** POST /graphql: queries and commands, through the pipeline that WebSocket operations go through too. */
export const addGraphqlRoute = (app: FastifyInstance, deps: GraphqlRouteDeps): { settled(): Promise<void> } => {
  const { schema, apollo, prepare, contextFor, findViewer, metrics, limits } = deps
  const commands = schema.getMutationType()?.getFields() ?? {}
  const callers = new WeakMap<FastifyRequest, Caller>()
  const execute = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => {
      const caller = callers.get(request)
      if (!caller) throw new Error('a request without a caller is not executed')
      return contextFor(caller)
    },
  })
  const running = new Set<Promise<unknown>>()

  /** Whether anybody may run it: what reads, and what signs in. */
  const isOpen = ({ operation, selectionSet }: OperationDefinitionNode): boolean =>
    operation !== OperationTypeNode.MUTATION ||
    selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && commands[selection.name.value]?.extensions['open'] === true,
    )

  /** Who calls, or what is wrong with how they say it. */
  const readCaller = async (request: FastifyRequest, reply: FastifyReply): Promise<Caller | GraphQLError> => {
    const names = readNames(request.headers)
    if ('fault' in names) return publicError('BAD_USER_INPUT', names.fault)
    const port = request.socket.localPort ?? 0
    const credentials = credentialsOf(request.headers, request.headers.authorization, port)
    let viewer: Viewer | undefined
    try {
      viewer = await findViewer(credentials)
    } catch (error) {
      return asGraphqlError(error)
    }
    if (credentials[0]?.kind === 'TOKEN' && !viewer)
      return publicError('SIGN_IN_REQUIRED', 'This access token is none, or it is over. / Токен не действует.')
    return {
      ...names,
      viewer,
      address: request.ip,
      agent: request.headers['user-agent'] ?? '',
      deviceSecret: cookieOf(request.headers, 'device', port),
      keepSession: (session) => void reply.header('set-cookie', cookieHeader('session', port, session)),
      keepDevice: (device) => void reply.header('set-cookie', cookieHeader('device', port, device)),
    }
  }

  const prepareFor = async (request: FastifyRequest, reply: FastifyReply): Promise<Prepared | undefined> => {
    const caller = await readCaller(request, reply)
    if (caller instanceof GraphQLError) return { errors: [caller] }
    callers.set(request, caller)
    const body = readBody(request.body)
    if (!body?.query) return undefined
    const prepared = prepare({
      ...body,
      kinds: [OperationTypeNode.QUERY, OperationTypeNode.MUTATION],
      otherwise: `Subscriptions run over WebSocket (graphql-transport-ws) at ${paths.graphql}.`,
    })
    if (!prepared.errors && !caller.viewer && !caller.actor && !isOpen(prepared.operation))
      return {
        errors: [
          publicError('ACTOR_REQUIRED', 'A command must say who gives it: sign in, or send the header x-actor.'),
        ],
      }
    return prepared
  }

  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const started = performance.now()
    const prepared = await prepareFor(request, reply)
    const scope = createRequestScope(request.id, request.log, prepared?.document)
    const kind = prepared?.operation?.operation ?? 'none'
    const finish = () =>
      metrics.operation('http', kind, scope.firstCode() ?? 'OK', (performance.now() - started) / 1_000)
    if (prepared?.errors) {
      replyWithRequestErrors(request, reply, prepared.errors, scope)
      finish()
      return reply
    }
    const answer = withRequestScope(scope, async () => execute.call(app, request, reply))
    // Commands always finish, whoever still waits for them: a stop of the server waits for these.
    const work: Promise<unknown> = answer.then(
      () => running.delete(work),
      () => running.delete(work),
    )
    running.add(work)
    const body = await orAfter(limits.answerWithin, answer)
    if (body.late) {
      const code = kind === OperationTypeNode.MUTATION ? 'OUTCOME_UNKNOWN' : 'UNAVAILABLE'
      scope.seen(code)
      replyWithError(
        request,
        reply,
        code,
        'No answer in time. Repeat it, a command with the same commandId. / Сервер не успел ответить.',
      )
    }
    finish()
    return body.late ? reply : body.value
  }

  app.post(paths.graphql, { bodyLimit: limits.bodyBytes }, handle)
  app.route({
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'],
    url: paths.graphql,
    // Before the body is looked at: it does not matter what it is.
    onRequest: async (request, reply) => {
      await replyWithError(request, reply.header('allow', 'POST'), 'METHOD_NOT_ALLOWED', 'Send a POST.')
    },
    handler: (_request, reply) => reply,
  })

  return {
    /** Waits until every operation that is running has ended. */
    async settled() {
      await Promise.all(running)
    },
  }
}
