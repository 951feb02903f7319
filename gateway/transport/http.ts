import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify'
import { BodyTooLarge } from './body-limit.js'
import { addressName } from './caller.js'
import type { ErrorCode } from './error-codes.js'
import { replyWithError, scopeOf } from './error-reply.js'
import { addGraphqlRoute, type GraphqlRouteDeps } from './graphql-route.js'
import type { EdgeMetrics } from '../watching/edge-metrics.js'
import { addHealthRoutes, type Exposition, type Readiness } from './health-routes.js'
import { guardHost } from './host-guard.js'
import type { Logger } from './log.js'
import { maskError } from './mask-error.js'
import { prefersHtml } from './media-type.js'
import { addPageRoutes, notFoundPage, sendSmallPage } from './page-routes.js'
import { helmetFor } from './security-headers.js'

export interface HttpDeps extends GraphqlRouteDeps {
  readonly log: Logger
  readonly readiness: Readiness
  /** Whether the server is about to stop. */
  readonly isDraining: () => boolean
  readonly metrics: Pick<EdgeMetrics, 'request'>
  readonly exposition: Exposition
  /** Folder of the built web client. */
  readonly webFolder: string
}

/** The HTTP edge; `app.server` also takes the WebSocket upgrades. */
export interface Http {
  readonly app: FastifyInstance
  /** Waits until every operation that is running has ended. */
  settled(): Promise<void>
}

/** What fastify says of a request it could not read, by its code or status. */
const requestFault = (error: FastifyError): readonly [ErrorCode, string] | undefined => {
  if (error instanceof BodyTooLarge) return ['BODY_TOO_LARGE', error.message]
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return ['BODY_TOO_LARGE', 'The body is too large.']
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return ['UNSUPPORTED_MEDIA_TYPE', 'Send JSON with the content type application/json.']
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return ['BAD_REQUEST', 'The body is empty: send a JSON object.']
  if (error instanceof SyntaxError || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY')
    return ['BAD_REQUEST', 'The body is not valid JSON.']
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return ['BAD_REQUEST', error.message]
  return undefined
}

/** Makes the HTTP edge; it reads top to bottom as a request goes. */
export const createHttp = async (deps: HttpDeps): Promise<Http> => {
  const { log, limits, refusals, readiness, isDraining, metrics, exposition, webFolder, front } = deps

  // 0. Connections: slow senders are cut, only our own proxies are believed, ids are ours.
  const loggerInstance: FastifyBaseLogger = log
  const app: FastifyInstance = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: limits.bodyBytes,
    keepAliveTimeout: limits.keepAlive,
    requestTimeout: limits.requestWithin,
    http: {
      headersTimeout: limits.headersWithin,
      connectionsCheckingInterval: 1_000,
      // Whatever else a client would like to speak (curl offers h2c), it is served as plain HTTP. From Node 24.9.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    forceCloseConnections: 'idle',
    // What has come in before the stop is done: nobody knows better whom else to ask.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    trustProxy: front.isProxy,
    routerOptions: { maxParamLength: 200 },
  })
  app.server.maxConnections = limits.connections
  app.removeContentTypeParser('text/plain')

  // 1. Who may speak to us at all, before any byte of the body is read.
  app.addHook('onRequest', async (request, reply) => {
    const refusal = guardHost(request.headers, request.socket, front)
    if (refusal) await replyWithError(request, reply.header('connection', 'close'), refusal.code, refusal.message)
    // What a proxy sends on a connection just as that is closed is lost: of those it keeps, none is left when we stop.
    else if (isDraining()) void reply.header('connection', 'close')
  })

  app.addHook('onResponse', async (request, reply) => {
    // The pattern of the path: the path itself is whatever callers like.
    metrics.request(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1_000)
  })

  // 2. Headers of every answer.
  await app.register(helmet, { global: true, ...helmetFor('app', front.publicUrl) })

  // 3. What goes wrong outside of GraphQL is said in the same shape.
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const fault = requestFault(error)
    // Whoever is cut while sending, a proxy above all, would never see the answer. Nobody sends on for ever, though.
    if (error.statusCode === 413 && !(Number(request.headers['content-length']) <= limits.swallowedBytes))
      void reply.header('connection', 'close')
    if (fault) {
      await refusals.add(addressName(request.ip))
      return replyWithError(request, reply, ...fault)
    }
    return reply.code(500).send({ errors: [maskError(error, scopeOf(request))] })
  })
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && prefersHtml(request.headers.accept)
      ? sendSmallPage(reply, 404, ...notFoundPage)
      : replyWithError(request, reply, 'NOT_FOUND', 'There is nothing here.'),
  )

  // 4. What is served.
  addHealthRoutes(app, readiness, exposition)
  const { settled } = addGraphqlRoute(app, deps)
  await addPageRoutes(app, webFolder, front.publicUrl)
  return { app, settled }
}
