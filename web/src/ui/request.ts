import type { TypedDocumentString } from '../gql/graphql'
import { asksByHash, tellIfUnknown } from './trusted-document'

const TIMEOUT = 10_000

/** The server answered, but not with data: `code` is the GraphQL error's code where it has one. */
export class RequestError extends Error {
  readonly code: string | null

  constructor(message: string, code: string | null) {
    super(message)
    this.code = code
  }
}

interface Answer<T> {
  readonly data?: T | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

/** Where one sets up the authenticator that is wanted before anything else. */
const accountPath = '/account'

/** Whoever is held back until they have an authenticator is sent where they set one up, from wherever they are. */
function sendToAccount(code: string | undefined): void {
  if (code === 'AUTHENTICATOR_REQUIRED' && location.pathname !== accountPath) location.replace(accountPath)
}

let ahead = 0

/** The server's time by its last answer, to the second; a phone's own clock may be hours off. */
export const serverNow = (): number => Date.now() + ahead

/** Runs one query over HTTP. Throws RequestError when refused, the browser's own error when not answered within 10 s. */
export async function request<T, V>(document: TypedDocumentString<T, V>, variables: V): Promise<T> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT)
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ ...asksByHash(document), variables }),
      signal: abort.signal,
    })
    const told = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(told)) ahead = told - Date.now()
    const { data, errors } = (await response.json()) as Answer<T>
    tellIfUnknown(errors)
    sendToAccount(errors?.[0]?.extensions?.code)
    if (errors?.[0]) throw new RequestError(errors[0].message, errors[0].extensions?.code ?? null)
    if (!data) throw new RequestError(`HTTP ${response.status}`, null)
    return data
  } finally {
    clearTimeout(timer)
  }
}
