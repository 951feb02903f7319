/** Codes of faults in the call itself; the transport's table knows what each means on the wire. */
export type InputErrorCode =
  'BAD_USER_INPUT' | 'SIGN_IN_REQUIRED' | 'FORBIDDEN' | 'UNKNOWN_WAREHOUSE' | 'BOARD_TOO_LARGE' | 'ABANDONED'

/** What whoever is not signed in is told. */
export const signInFirst =
  'Sign in, or send an access token (Authorization: Bearer wba_…). / Войдите или пришлите токен доступа.'

/** What a manager without an authenticator is told. */
export const authenticatorFirst =
  'Set up an authenticator first: offerAuthenticator, enableAuthenticator. / Сначала подключите приложение с кодами.'

/** The call cannot be answered as it was put: its message is written for the caller. */
export class InputError extends Error {
  readonly code: InputErrorCode

  constructor(code: InputErrorCode, message: string) {
    super(message)
    this.name = 'InputError'
    this.code = code
  }
}

/** UNAVAILABLE: nothing was changed. OUTCOME_UNKNOWN: it may have been; the same commandId tells. */
export type UnavailableErrorCode = 'UNAVAILABLE' | 'OUTCOME_UNKNOWN'

/** The database is away or busy: the caller may repeat, a command with the same commandId. The cause is for the log. */
export class UnavailableError extends Error {
  readonly code: UnavailableErrorCode
  readonly retryable = true

  constructor(code: UnavailableErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'UnavailableError'
    this.code = code
  }
}
