import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { OperationTypeNode } from 'graphql'
import type { SchemaContext } from '../../schema/context.js'
import { type AskedOperation, readAskedOperation } from './asked-operation.js'
import { type Caller, readCaller } from './caller.js'
import { replyWithError, replyWithRequestErrors } from './error-reply.js'
import type { TransportLimits } from './limits.js'
import { publicError } from './mask-error.js'
import type { Metrics } from './metrics.js'
import { paths } from './paths.js'
import type { Persona } from './persona.js'
import type { Prepared, PrepareOperation } from './prepare-operation.js'
import { createRequestScope, withRequestScope } from './request-scope.js'
import { orAfter } from './or-after.js'

export interface GraphqlRouteDeps {
  readonly apollo: ApolloServer<SchemaContext>
  readonly prepare: PrepareOperation
  readonly personaOf: (caller: Caller) => Persona
  readonly contextFor: (caller: Caller) => SchemaContext
  readonly metrics: Metrics
  readonly limits: TransportLimits
}

const noCaller: Caller = { actor: undefined, device: undefined }

/** POST /graphql: queries and commands, through the pipeline that WebSocket operations go through too. */
export const addGraphqlRoute = (app: FastifyInstance, deps: GraphqlRouteDeps): { settled(): Promise<void> } => {
  const { apollo, prepare, personaOf, contextFor, metrics, limits } = deps
  const callers = new WeakMap<FastifyRequest, Caller>()
  const execute = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => contextFor(callers.get(request) ?? noCaller),
  })
  const running = new Set<Promise<unknown>>()

  const prepareFor = (request: FastifyRequest, asked: AskedOperation): Prepared => {
    const caller = readCaller(request.headers)
    if ('fault' in caller) return { errors: [publicError('BAD_USER_INPUT', caller.fault)] }
    callers.set(request, caller)
    const prepared = prepare({
      ...asked,
      persona: personaOf(caller),
      kinds: [OperationTypeNode.QUERY, OperationTypeNode.MUTATION],
      otherwise: `Subscriptions run over WebSocket (graphql-transport-ws) at ${paths.graphql}.`,
    })
    if (!prepared.errors && prepared.operation.operation === OperationTypeNode.MUTATION && !caller.actor)
      return { errors: [publicError('ACTOR_REQUIRED', 'A command must say who gives it: send the header x-actor.')] }
    return prepared
  }

  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const started = performance.now()
    const asked = readAskedOperation(request.body)
    if ('fault' in asked) {
      metrics.operation('http', 'none', asked.fault.code, (performance.now() - started) / 1_000)
      return replyWithError(request, reply, asked.fault.code, asked.fault.message)
    }
    const prepared = prepareFor(request, asked)
    const scope = createRequestScope(request.id, request.log, prepared.document)
    const kind = prepared.operation?.operation ?? 'none'
    const finish = () =>
      metrics.operation('http', kind, scope.firstCode() ?? 'OK', (performance.now() - started) / 1_000)
    if (prepared.errors) {
      replyWithRequestErrors(request, reply, prepared.errors, scope)
      finish()
      return reply
    }
    // Apollo is told what was prepared, and nothing else of what was sent: hashes are not its business.
    request.body = { query: prepared.text, operationName: asked.operationName ?? null, variables: asked.variables }
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
