/** What a code means for the transport. */
interface ErrorKind {
  /** HTTP status when the answer has no data at all. */
  readonly status: number
  /** What the caller reads; absent: the error's own message is written for the caller. */
  readonly message?: string
  /** Such errors go to the log, with the original. */
  readonly logged?: true
}

/** The one table of error codes: a code that is not here reaches nobody. */
export const errorKinds = Object.freeze({
  /** Arguments, variables, cursors, page sizes. */
  BAD_USER_INPUT: { status: 400 },
  /** The request is not GraphQL over HTTP or WebSocket as it should be. */
  BAD_REQUEST: { status: 400 },
  GRAPHQL_PARSE_FAILED: { status: 400 },
  GRAPHQL_VALIDATION_FAILED: { status: 400 },
  /** Too deep, too many aliases, tokens, directives or root fields. */
  DOCUMENT_TOO_LARGE: { status: 400 },
  /** It would read more than one request may; says the cost and the limit. */
  OPERATION_TOO_COSTLY: { status: 400 },
  OPERATION_RESOLUTION_FAILURE: { status: 400 },
  /** This transport does not run this kind of operation. */
  OPERATION_NOT_ALLOWED: { status: 400 },
  /** No trusted document has that hash. */
  PERSISTED_QUERY_NOT_FOUND: { status: 400 },
  /** A text came with its hash: requests register nothing. */
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 400 },
  /** This caller runs trusted documents only. */
  FREE_TEXT_NOT_ALLOWED: { status: 403 },
  /** The call is for somebody who is signed in, or the token is none. */
  SIGN_IN_REQUIRED: { status: 401 },
  /** A manager or an administrator sets up an authenticator before anything else. */
  AUTHENTICATOR_REQUIRED: { status: 403 },
  /** Signing in over plain HTTP beyond this machine. */
  INSECURE_CONNECTION: { status: 403 },
  /** A foreign Host or Origin; or the caller's roles do not allow it. */
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  METHOD_NOT_ALLOWED: { status: 405 },
  BODY_TOO_LARGE: { status: 413 },
  UNSUPPORTED_MEDIA_TYPE: { status: 415 },
  /** The client went before its answer, or the answer took too long: nothing of it is read any more. */
  ABANDONED: { status: 499 },
  MISDIRECTED: { status: 421 },
  /** The caller's cost of a minute is spent: `retryAfter` says in how many ms it is enough again. */
  RATE_LIMITED: { status: 429 },
  /** The caller has as much running and waiting as one may: nothing was done. */
  TOO_MANY_REQUESTS: { status: 429 },
  TOO_MANY_OPERATIONS: { status: 429 },
  TOO_MANY_SOCKETS: { status: 429 },
  UNKNOWN_WAREHOUSE: { status: 404 },
  BOARD_TOO_LARGE: { status: 422 },
  /** The cursor is not in the log: begin again. */
  RESYNC: { status: 409 },
  /** Nothing happened: try again with the same commandId. */
  UNAVAILABLE: { status: 503, logged: true },
  /** The command may or may not have happened: repeat it with the same commandId to learn which. */
  OUTCOME_UNKNOWN: { status: 503, logged: true },
  INTERNAL: { status: 500, message: 'Internal error', logged: true },
} as const satisfies Readonly<Record<string, ErrorKind>>)

export type ErrorCode = keyof typeof errorKinds

/** The kind of a code. */
export const errorKind = (code: ErrorCode): ErrorKind => errorKinds[code]

/** Whether the text is a code of the table. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorKinds, code)
