import { z } from 'zod'

/** Why a call brought no data: nobody listens, the answer was lost, HTTP said no, or GraphQL did. */
export type ApiFailureKind = 'UNREACHABLE' | 'LOST' | 'HTTP' | 'GRAPHQL'

/** A call that brought no data; `transient` when the same call may well succeed later. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly kind: ApiFailureKind
  readonly transient: boolean
  readonly status: number | undefined
  /** The GraphQL error's, if it has one. */
  readonly code: string | undefined

  constructor(
    kind: ApiFailureKind,
    message: string,
    options: { transient: boolean; status?: number; code?: string | undefined; cause?: unknown },
  ) {
    super(message, { cause: options.cause })
    this.kind = kind
    this.transient = options.transient
    this.status = options.status
    this.code = options.code
  }
}

/** Speaks GraphQL over HTTP to a gateway with somebody's access token. */
export interface ApiClient {
  /** Sends one operation and returns its `data` as the parser reads it; throws ApiFailure. */
  readonly call: <T>(request: ApiRequest<T>) => Promise<T>
}

export interface ApiRequest<T> {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly data: z.ZodType<T>
  /** Access token of who gives it; the client's own when absent. */
  readonly token?: string | undefined
  readonly signal?: AbortSignal
}

const answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
})

/** Answers that a proxy or a starting or overloaded gateway gives: the same call later may succeed. */
const transientStatuses = new Set([408, 425, 429, 500, 502, 503, 504])
/** Codes under which the gateway hides what is not the caller's fault. */
const transientCodes = new Set(['UNAVAILABLE', 'OUTCOME_UNKNOWN', 'INTERNAL', 'TOO_MANY_REQUESTS', 'RATE_LIMITED'])

const causeCode = (error: unknown): string | undefined => {
  const cause = error instanceof Error ? error.cause : undefined
  const inner: unknown = cause instanceof AggregateError ? cause.errors[0] : cause
  return inner instanceof Error && 'code' in inner ? String(inner.code) : undefined
}

const networkFailure = (error: unknown): ApiFailure => {
  const code = causeCode(error)
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return new ApiFailure('UNREACHABLE', `nobody answers (${code})`, { transient: true, cause: error })
  const reason = error instanceof Error ? error.message : String(error)
  return new ApiFailure('LOST', `the connection was lost (${code ?? reason})`, { transient: true, cause: error })
}

const parseBody = (text: string): z.infer<typeof answer> | undefined => {
  try {
    return answer.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Makes a client of the gateway at this GraphQL endpoint; a call ends after `timeoutMs` (60 s) at the latest. */
export const createApiClient = (options: {
  readonly url: string
  /** Access token of who calls. */
  readonly token?: string | undefined
  readonly timeoutMs?: number
  readonly fetch?: typeof fetch
}): ApiClient => {
  const send = options.fetch ?? fetch

  const exchange = async (request: ApiRequest<unknown>): Promise<{ status: number; text: string }> => {
    const token = request.token ?? options.token
    const timeout = AbortSignal.timeout(options.timeoutMs ?? 60_000)
    try {
      const response = await send(options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query: request.query, variables: request.variables ?? {} }),
        signal: request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]),
      })
      return { status: response.status, text: await response.text() }
    } catch (error) {
      throw networkFailure(error)
    }
  }

  return {
    call: async (request) => {
      const { status, text } = await exchange(request)
      const body = parseBody(text)
      const fault = body?.errors?.[0]
      if (fault !== undefined) {
        const code = fault.extensions?.code
        const message = code === undefined ? fault.message : `${code}: ${fault.message}`
        throw new ApiFailure('GRAPHQL', message, {
          transient: code !== undefined && transientCodes.has(code),
          status,
          code,
        })
      }
      if (status !== 200 || body === undefined)
        throw new ApiFailure('HTTP', `HTTP ${status}`, { transient: transientStatuses.has(status), status })
      const data = request.data.safeParse(body.data)
      if (!data.success)
        throw new ApiFailure('GRAPHQL', `unexpected data: ${z.prettifyError(data.error)}`, { transient: false })
      return data.data
    },
  }
}
