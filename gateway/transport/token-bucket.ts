/** Tokens that may be spent: so many at once, refilled by so many a second. */
export interface TokenBucket {
  /** Takes that many and answers 0; or takes none and answers in how many ms they will be there. */
  take(tokens: number): number
}

/** Starts full. Whoever asks for more than it can ever hold waits until it is full, and asks in vain. */
export const createTokenBucket = (size: number, perSecond: number, now: () => number): TokenBucket => {
  let left = size
  let at = now()
  return {
    take(tokens) {
      const time = now()
      left = Math.min(size, left + ((time - at) / 1_000) * perSecond)
      at = time
      if (left < tokens) return Math.ceil(((Math.min(tokens, size) - left) / perSecond) * 1_000) || 1
      left -= tokens
      return 0
    },
  }
}
