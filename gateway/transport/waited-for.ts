import type { ServerResponse } from 'node:http'

/** Aborts when the client goes before it has its answer, or when `stop` is called; after the answer nothing happens. */
export const waitedFor = (response: ServerResponse): { readonly signal: AbortSignal; stop(): void } => {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return { signal: controller.signal, stop: () => controller.abort() }
}

/** Calls back when the whole answer has gone to the client, or the client has: until then it is held in memory. */
export const whenSent = (response: ServerResponse, then: () => void): void => {
  if (response.closed) then()
  else response.once('close', then)
}
