import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { type ErrorCode, errorKind, isErrorCode } from './error-codes.js'

/** Where the original of a masked error goes, and under which id the caller may ask for it. */
export interface ErrorScope {
  readonly requestId: string
  /** Told the code of every error that goes out. */
  seen(code: ErrorCode): void
  report(error: unknown, code: ErrorCode): void
}

/** Errors may carry our code as GraphQL does (`extensions.code`) or plainly (`code`), whoever threw them. */
const codeOf = (error: unknown): ErrorCode | undefined => {
  if (error instanceof GraphQLError && isErrorCode(error.extensions['code'])) return error.extensions['code']
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return isErrorCode(code) ? code : undefined
}

/** graphql-js tells the caller's faults without a code: before execution they have no path, in it they name an argument. */
const isCallersFault = (error: GraphQLError): boolean =>
  (error.path === undefined && (error.originalError === undefined || error.originalError instanceof GraphQLError)) ||
  (error.originalError instanceof GraphQLError && error.message.startsWith('Argument "'))

const classify = (error: unknown): ErrorCode =>
  codeOf(error) ??
  (error instanceof GraphQLError
    ? (codeOf(error.originalError) ?? (isCallersFault(error) ? 'BAD_USER_INPUT' : 'INTERNAL'))
    : 'INTERNAL')

/**
 * Details that our codes promise (RESYNC: epoch, minSeq, headSeq; OPERATION_TOO_COSTLY: cost, limit; RATE_LIMITED: cost, limit,
 * retryAfter; TOO_MANY_REQUESTS: limit, retryAfter); nothing else of an error's extensions leaves the process.
 */
const publicDetails = ['epoch', 'minSeq', 'headSeq', 'cost', 'limit', 'retryAfter'] as const

/** What the caller may know of an error: our codes with their messages; all else is INTERNAL with the request's id. */
export const maskError = (error: unknown, scope: ErrorScope): GraphQLFormattedError => {
  const code = classify(error)
  const kind = errorKind(code)
  scope.seen(code)
  if (kind.logged) scope.report(error instanceof GraphQLError ? (error.originalError ?? error) : error, code)
  const graphql = error instanceof GraphQLError ? error : undefined
  const extensions: Record<string, unknown> = { code }
  for (const name of publicDetails) {
    const detail = graphql?.extensions[name]
    if (detail !== undefined) extensions[name] = detail
  }
  if (kind.logged) extensions['requestId'] = scope.requestId
  return {
    message: kind.message ?? (error instanceof Error ? error.message : String(error)),
    ...(graphql?.locations && { locations: graphql.locations }),
    ...(graphql?.path && { path: graphql.path }),
    extensions,
  }
}

/** An error that the caller may read, with a code of the table. */
export const publicError = (
  code: ErrorCode,
  message: string,
  details: Readonly<Partial<Record<(typeof publicDetails)[number], number>>> = {},
): GraphQLError => new GraphQLError(message, { extensions: { code, ...details } })

/** An error as the caller may read it when it is their own fault; undefined for ours and for what may pass. */
export const clientError = (error: unknown): GraphQLError | undefined => {
  const code = codeOf(error)
  if (code === undefined || errorKind(code).logged || !(error instanceof Error)) return undefined
  return error instanceof GraphQLError ? error : publicError(code, error.message)
}

/** Whatever was thrown, in the shape that GraphQL carries; `maskError` sees the original. */
export const asGraphqlError = (error: unknown): GraphQLError => {
  if (error instanceof GraphQLError) return error
  const originalError = error instanceof Error ? error : new Error(String(error))
  return new GraphQLError(originalError.message, { originalError })
}
