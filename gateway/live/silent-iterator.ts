/** An iterator that yields nothing: graphql-ws keeps the subscription open with it while the hub writes the frames. */
export interface SilentIterator extends AsyncIterableIterator<never> {
  /** Ends the subscription with an `error` message. */
  fail(error: unknown): void
}

/**
 * `begin` runs when graphql-ws first waits, that is, only if the client still wants the subscription; `leave` runs once,
 * whatever ends it. Written by hand: an async generator that waits never runs its `finally` when the client goes.
 */
export const createSilentIterator = (begin: () => void, leave: () => void): SilentIterator => {
  const done = { done: true, value: undefined } as const
  const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<never>>()
  // Nobody may be waiting yet when it fails.
  promise.catch(() => undefined)
  let begun = false
  let left = false
  const end = () => {
    if (left) return
    left = true
    leave()
  }
  return {
    next() {
      if (!begun && !left) {
        begun = true
        begin()
      }
      return promise
    },
    return() {
      end()
      resolve(done)
      return Promise.resolve(done)
    },
    throw(error: unknown) {
      end()
      reject(error)
      return promise
    },
    fail(error) {
      end()
      reject(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
