import type { FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLError } from 'graphql'
import { type ErrorCode, errorKind, isErrorCode } from './error-codes.js'
import { maskError, publicError } from './mask-error.js'
import { errorContentType, prefersGraphqlResponse } from './media-type.js'
import { createRequestScope, type RequestScope } from './request-scope.js'

/** The scope of a request that never came to be an operation. */
export const scopeOf = (request: FastifyRequest): RequestScope => createRequestScope(request.id, request.log, undefined)

/** Answers a request that is no GraphQL over HTTP (or no GraphQL at all) with one coded error and its status. */
export const replyWithError = (
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  message: string,
): FastifyReply =>
  reply
    .code(errorKind(code).status)
    .type(errorContentType(request.headers.accept))
    .send({ errors: [maskError(publicError(code, message), scopeOf(request))] })

/**
 * Answers a well-formed request whose operation cannot be run. GraphQL over HTTP: the old `application/json` says
 * it with 200, since proxies may have made any other status; `application/graphql-response+json` with the status.
 */
export const replyWithRequestErrors = (
  request: FastifyRequest,
  reply: FastifyReply,
  errors: readonly GraphQLError[],
  scope: RequestScope,
): FastifyReply => {
  const masked = errors.map((error) => maskError(error, scope))
  const code = masked[0]?.extensions?.['code']
  const status = errorKind(isErrorCode(code) ? code : 'INTERNAL').status
  const retryAfter = masked[0]?.extensions?.['retryAfter']
  if (typeof retryAfter === 'number') void reply.header('retry-after', Math.ceil(retryAfter / 1_000))
  // That somebody must wait is said of the caller, not of the document: programs and proxies look for the status.
  const told = prefersGraphqlResponse(request.headers.accept) || status >= 500 || status === 429
  return reply
    .code(told ? status : 200)
    .type(errorContentType(request.headers.accept))
    .send({ errors: masked })
}
