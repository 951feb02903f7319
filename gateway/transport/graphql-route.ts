import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql'
import type { SchemaContext } from '../../schema/context.js'
import { authenticatorFirst, signInFirst } from '../domain/errors.js'
import { isHeldBack } from '../domain/person/viewer.js'
import type { Admission } from './admission.js'
import { type AskedOperation, readAskedOperation } from './asked-operation.js'
import { createBodyLimit } from './body-limit.js'
import { addressName, type Caller, callerName } from './caller.js'
import type { FindViewer } from './credential.js'
import type { DocumentLimitsTable } from './document-limits.js'
import { replyWithError, replyWithRequestErrors } from './error-reply.js'
import { type Front, headersOfProxy } from './front.js'
import { readHttpCaller } from './http-caller.js'
import type { TransportLimits } from './limits.js'
import { publicError } from './mask-error.js'
import { createOpenOperations } from './open-operation.js'
import type { OperationWatch } from './operation-watch.js'
import { paths } from './paths.js'
import type { Persona } from './persona.js'
import type { Prepared, PrepareOperation } from './prepare-operation.js'
import type { Refusals } from './refusals.js'
import { createRequestScope, withRequestScope } from './request-scope.js'
import { orAfter } from './or-after.js'
import { waitedFor, whenSent } from './waited-for.js'

export interface GraphqlRouteDeps {
  readonly schema: GraphQLSchema
  readonly apollo: ApolloServer<SchemaContext>
  readonly prepare: PrepareOperation
  readonly admission: Pick<Admission, 'enter'>
  readonly refusals: Refusals
  readonly personaOf: (caller: Caller) => Persona
  readonly contextFor: (caller: Caller, signal?: AbortSignal) => SchemaContext
  readonly findViewer: FindViewer
  /** Where people reach the server through TLS. */
  readonly front: Front
  /** Whether a caller may send what an import takes. */
  readonly mayImport: (caller: Caller) => boolean
  readonly watch: OperationWatch
  readonly limits: TransportLimits
  readonly documentLimits: DocumentLimitsTable
}

/** Who asks, and until when somebody waits for the answer. */
interface Asker {
  readonly caller: Caller
  readonly signal?: AbortSignal
}

/** POST /graphql: queries and commands, through the pipeline that WebSocket operations go through too. */
export const addGraphqlRoute = (app: FastifyInstance, deps: GraphqlRouteDeps): { settled(): Promise<void> } => {
  const { schema, apollo, prepare, admission, refusals, personaOf, contextFor, watch, front, limits, documentLimits } =
    deps
  const { isOpen, isOfSignIn, signsIn } = createOpenOperations(schema)
  const askers = new WeakMap<FastifyRequest, Asker>()
  const execute = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => {
      const asker = askers.get(request)
      if (!asker) throw new Error('a request without a caller is not executed')
      return contextFor(asker.caller, asker.signal)
    },
  })
  const running = new Set<Promise<unknown>>()
  const callers = new WeakMap<FastifyRequest, Promise<Caller | GraphQLError>>()
  /** Looked up once a request, when first asked for. */
  const callerOf = (request: FastifyRequest, reply: FastifyReply) => {
    const caller = callers.get(request) ?? readHttpCaller(request, reply, deps)
    callers.set(request, caller)
    return caller
  }

  const insecure: Prepared = {
    errors: [
      publicError(
        'INSECURE_CONNECTION',
        'Nobody signs in over plain HTTP, where everybody on the way can read it: put TLS before the server and set PUBLIC_URL. / Вход только по HTTPS: задайте PUBLIC_URL.',
      ),
    ],
  }
  const notSignedIn: Prepared = { errors: [publicError('SIGN_IN_REQUIRED', signInFirst)] }
  const heldBack: Prepared = { errors: [publicError('AUTHENTICATOR_REQUIRED', authenticatorFirst)] }

  const prepareFor = (caller: Caller, asked: AskedOperation): Prepared => {
    // Nobody writes documents of their own before they have said who they are.
    if (!caller.viewer && 'text' in asked.source) return notSignedIn
    const unseen = 'text' in asked.source ? refusals.tooMany(callerName(caller)) : undefined
    if (unseen) return { errors: [unseen] }
    const prepared = prepare({
      ...asked,
      persona: personaOf(caller),
      kinds: [OperationTypeNode.QUERY, OperationTypeNode.MUTATION],
      otherwise: `Subscriptions run over WebSocket (graphql-transport-ws) at ${paths.graphql}.`,
    })
    if (prepared.errors) return prepared
    if (caller.way === 'PLAIN' && signsIn(prepared.operation)) return insecure
    if (!caller.viewer) return isOpen(prepared.operation) ? prepared : notSignedIn
    return !isHeldBack(caller.viewer) || isOfSignIn(prepared.operation) ? prepared : heldBack
  }

  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const watched = watch({ transport: 'http', requestId: request.id, trusted: headersOfProxy(request.raw, front) })
    const refuse = async (who: string, errors: readonly GraphQLError[]) => {
      await refusals.add(who)
      const scope = createRequestScope(request.id, request.log, undefined)
      replyWithRequestErrors(request, reply, errors, scope)
      watched.end(scope.firstCode() ?? 'INTERNAL')
      return reply
    }
    const asked = readAskedOperation(request.body)
    if ('fault' in asked) {
      watched.end(asked.fault.code)
      await refusals.add(addressName(request.ip))
      return replyWithError(request, reply, asked.fault.code, asked.fault.message)
    }
    const caller = await callerOf(request, reply)
    if (caller instanceof GraphQLError) return refuse(addressName(request.ip), [caller])
    const prepared = prepareFor(caller, asked)
    if (prepared.errors) return refuse(callerName(caller), prepared.errors)
    const scope = createRequestScope(request.id, request.log, prepared.document)
    const kind = prepared.operation.operation
    const isCommand = kind === OperationTypeNode.MUTATION
    // Apollo is told what was prepared, and nothing else of what was sent: hashes are not its business.
    request.body = { query: prepared.text, operationName: asked.operationName ?? null, variables: asked.variables }
    const waited = waitedFor(reply.raw)
    // Commands always finish, whoever still waits for them, what they answer included: a failed part of an answer would
    // keep the commands after it from being given.
    const asker = isCommand ? { caller } : { caller, signal: waited.signal }
    askers.set(request, asker)
    const persona = personaOf(caller)
    watched.prepared({ source: asked.source, operation: prepared.operation, persona, cost: prepared.cost })
    const use = { caller, persona, kind, ownText: 'text' in asked.source, cost: prepared.cost }
    const run = async () => {
      const place = await admission.enter(use, asker.signal)
      if (!place) {
        scope.seen('ABANDONED')
        return reply.hijack()
      }
      if (place instanceof GraphQLError) {
        await refusals.add(callerName(caller))
        return replyWithRequestErrors(request, reply, [place], scope)
      }
      try {
        return await withRequestScope(scope, async () => execute.call(app, request, reply))
      } finally {
        whenSent(reply.raw, place.leave)
      }
    }
    const answer = watched.run(run)
    // A stop of the server waits for these.
    const work: Promise<unknown> = answer.then(
      () => running.delete(work),
      () => running.delete(work),
    )
    running.add(work)
    const body = await orAfter(isCommand ? limits.commandWithin : documentLimits[persona].queryWithin, answer)
    if (body.late) {
      const code = isCommand ? 'OUTCOME_UNKNOWN' : 'UNAVAILABLE'
      scope.seen(code)
      waited.stop()
      replyWithError(
        request,
        reply,
        code,
        'No answer in time. Repeat it, a command with the same commandId. / Сервер не успел ответить.',
      )
    }
    watched.end(scope.firstCode() ?? 'OK')
    return body.late ? reply : body.value
  }

  const preParsing = createBodyLimit({ limits, callerOf, mayImport: deps.mayImport })
  // Answers hold what is shown once, and what is for one caller alone.
  const onRequest = async (_request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('cache-control', 'no-store')
  }
  app.post(paths.graphql, { bodyLimit: limits.importBytes, onRequest, preParsing }, handle)
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
