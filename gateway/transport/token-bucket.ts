/** Tokens that may be spent: so many at once, refilled by so many a second. */
export interface TokenBucket {
  /** Takes that many and answers 0; or takes none and answers in how many ms they will be there. */
  take(tokens: number): number
  /** In how many ms that many will be there; 0: they are. */
  waitFor(tokens: number): number
}

/** Starts full. Whoever asks for more than it can ever hold waits until it is full, and asks in vain. */
export const createTokenBucket = (size: number, perSecond: number, now: () => number): TokenBucket => {
  let left = size
  let at = now()
  const waitFor = (tokens: number) => {
    const time = now()
    left = Math.min(size, left + ((time - at) / 1_000) * perSecond)
    at = time
    return left < tokens ? Math.ceil(((Math.min(tokens, size) - left) / perSecond) * 1_000) || 1 : 0
  }
  return {
    waitFor,
    take(tokens) {
      const wait = waitFor(tokens)
      if (wait === 0) left -= tokens
      return wait
    },
  }
}
