/** Draws from one seeded stream: equal seeds give equal draws on every machine, so demo and tests can be repeated. */
export interface Random {
  /** A float in [0, 1). */
  readonly next: () => number
  /** An integer in [min, max], both included. */
  readonly int: (min: number, max: number) => number
  /** True with this probability, 0 to 1. */
  readonly chance: (probability: number) => boolean
  /** One member of a list; throws RangeError on an empty one. */
  readonly pick: <T>(list: readonly T[]) => T
  /** One key of a table of weights; throws RangeError when all are 0. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K
  /** A copy of the list in another order. */
  readonly shuffled: <T>(list: readonly T[]) => T[]
  /** A string of so many characters of the alphabet. */
  readonly text: (length: number, alphabet: string) => string
  /** A UUID (version 4 in form) drawn from the stream. */
  readonly uuid: () => string
}

/** Hashes a text to 32 bits (FNV-1a): a seed that can be read, and a stable answer to «is it this order's turn?». */
export const hash32 = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** Makes a stream of draws from a seed (mulberry32: small, fast, even enough for fixtures; never for secrets). */
export const createRandom = (seed: string | number): Random => {
  let state = typeof seed === 'number' ? seed >>> 0 : hash32(seed)

  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[int(0, list.length - 1)] as T
  }
  const text = (length: number, alphabet: string): string =>
    Array.from({ length }, () => alphabet[int(0, alphabet.length - 1)]).join('')

  return {
    next,
    int,
    pick,
    text,
    chance: (probability) => next() < probability,
    weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      throw new RangeError('all weights are 0')
    },
    shuffled<T>(list: readonly T[]): T[] {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = int(0, last)
        const held = copy[last] as T
        copy[last] = copy[other] as T
        copy[other] = held
      }
      return copy
    },
    uuid: () => {
      const hex = text(32, '0123456789abcdef')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
    },
  }
}
