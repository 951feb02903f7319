import type { TypedDocumentString } from '../gql/graphql'

const eventName = 'document-unknown'

/** A document as the server is asked for it: by the hash under which it has the text, which never travels. */
export interface ByHash {
  /** Empty, not absent: a WebSocket without a text is closed. */
  readonly query: ''
  readonly extensions: { readonly persistedQuery: { readonly version: 1; readonly sha256Hash: string } }
}

/** The part of a request that names its document. */
export function asksByHash<T, V>(document: TypedDocumentString<T, V>): ByHash {
  const sha256Hash: unknown = document.__meta__?.['sha256Hash']
  if (typeof sha256Hash !== 'string') throw new Error('a document without its hash: npm run generate')
  return { query: '', extensions: { persistedQuery: { version: 1, sha256Hash } } }
}

/** Says to the page when errors mean that the server does not know a document of it: it may serve a newer page. */
export function tellIfUnknown(
  errors: readonly { readonly extensions?: { readonly code?: unknown } }[] | undefined,
): void {
  if (errors?.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND'))
    window.dispatchEvent(new Event(eventName))
}

/** Calls when a document turned out to be unknown; answers how to stop. */
export function onUnknownDocument(listener: () => void): () => void {
  window.addEventListener(eventName, listener)
  return () => window.removeEventListener(eventName, listener)
}
