import { z } from 'zod'
import type { ErrorCode } from './error-codes.js'

/** A document as its text, or as the SHA-256 of a trusted one. */
export type DocumentSource = { readonly text: string } | { readonly hash: string }

/** What a request asks for, over either transport. */
export interface AskedOperation {
  readonly source: DocumentSource
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
}

/** Why a request asks for nothing that could be run. */
export interface AskedFault {
  readonly fault: { readonly code: ErrorCode; readonly message: string }
}

const shape = z.object({
  query: z.string('must be a text').nullish(),
  operationName: z.string('must be a text').nullish(),
  variables: z.record(z.string(), z.unknown(), 'must be an object').nullish(),
  extensions: z
    .object(
      { persistedQuery: z.object({ sha256Hash: z.string('must be a text') }, 'must be an object').nullish() },
      'must be an object',
    )
    .nullish(),
})

const badRequest = (message: string): AskedFault => ({ fault: { code: 'BAD_REQUEST', message } })

/** Text or hash; a text that comes with a hash wants to be registered, and nobody registers anything by a request. */
const sourceOf = (text: string, hash: string | undefined): DocumentSource | AskedFault => {
  if (hash === undefined) return text === '' ? badRequest('Send a query, as its text or by its hash.') : { text }
  if (text !== '') return { fault: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', message: 'PersistedQueryNotSupported' } }
  return { hash }
}

/** Reads the body of a POST or the payload of a subscribe message; or says what is wrong with it. */
export const readAskedOperation = (payload: unknown): AskedOperation | AskedFault => {
  if (Array.isArray(payload)) return badRequest('One operation a request: batches are not taken.')
  const { data, error } = shape.safeParse(payload)
  if (error) {
    const [issue] = error.issues
    return badRequest(issue?.path.length ? `${issue.path.join('.')} ${issue.message}.` : 'Send a JSON object.')
  }
  const source = sourceOf(data.query ?? '', data.extensions?.persistedQuery?.sha256Hash)
  if ('fault' in source) return source
  return { source, operationName: data.operationName ?? undefined, variables: data.variables ?? {} }
}
