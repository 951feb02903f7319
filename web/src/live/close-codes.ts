/** Every WebSocket close code that the live protocol gives a meaning to; a literal elsewhere is a defect. */
export const CloseCode = {
  NORMAL: 1000,
  GOING_AWAY: 1001,
  POLICY_VIOLATION: 1008,
  INTERNAL_ERROR: 1011,
  SERVICE_RESTART: 1012,
  TRY_AGAIN_LATER: 1013,
  BAD_REQUEST: 4400,
  UNAUTHORIZED: 4401,
  FORBIDDEN: 4403,
  SUBPROTOCOL_NOT_ACCEPTABLE: 4406,
  INIT_TIMEOUT: 4408,
  SUBSCRIBER_EXISTS: 4409,
  TOO_MANY_INIT_REQUESTS: 4429,
  TERMINATED: 4499,
} as const

const REFUSALS: ReadonlySet<number> = new Set([
  CloseCode.POLICY_VIOLATION,
  CloseCode.BAD_REQUEST,
  CloseCode.UNAUTHORIZED,
  CloseCode.FORBIDDEN,
  CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE,
  CloseCode.SUBSCRIBER_EXISTS,
  CloseCode.TOO_MANY_INIT_REQUESTS,
])

const CROWDED: ReadonlySet<number> = new Set([
  CloseCode.SERVICE_RESTART,
  CloseCode.TRY_AGAIN_LATER,
  CloseCode.INTERNAL_ERROR,
])

/** Tells a refusal that trying again soon cannot mend: a person or a new version of the page has to. */
export const isRefusal = (code: number): boolean => REFUSALS.has(code)

/** Tells a close that reached many clients in the same moment, so that not even the first retry may be at once. */
export const isCrowded = (code: number): boolean => CROWDED.has(code)
