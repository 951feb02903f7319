import { AsyncLocalStorage } from 'node:async_hooks'
import type { DocumentNode } from 'graphql'
import type { ErrorCode } from './error-codes.js'
import type { ErrorLog } from './log.js'
import type { ErrorScope } from './mask-error.js'

/** One GraphQL request on its way; Apollo's hooks have no other way to learn which request they work for. */
export interface RequestScope extends ErrorScope {
  readonly document: DocumentNode | undefined
  /** Code of the first error, for the metrics. */
  firstCode(): ErrorCode | undefined
}

const storage = new AsyncLocalStorage<RequestScope>()

/** Makes the scope of a request; errors that are masked go to its log with the original. */
export const createRequestScope = (
  requestId: string,
  log: ErrorLog,
  document: DocumentNode | undefined,
): RequestScope => {
  let first: ErrorCode | undefined
  return {
    requestId,
    document,
    seen(code) {
      first ??= code
    },
    report(error, code) {
      log.error({ err: error, code, requestId }, 'a request failed')
    },
    firstCode: () => first,
  }
}

/** Runs with the scope as the current one, across its awaits. */
export const withRequestScope = <Result>(scope: RequestScope, run: () => Result): Result => storage.run(scope, run)

/** The scope of the request that is being served; throws outside of one. */
export const currentRequestScope = (): RequestScope => {
  const scope = storage.getStore()
  if (!scope) throw new Error('no request is being served here')
  return scope
}
