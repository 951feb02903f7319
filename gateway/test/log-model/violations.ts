/** What the run found wrong. Kept short: the first ones say what is broken, thousands more say nothing else. */
export interface Violations {
  readonly count: number
  readonly first: readonly string[]
  add(text: string): void
}

/** An empty list. */
export const createViolations = (keep = 20): Violations => {
  const first: string[] = []
  let count = 0
  return {
    get count() {
      return count
    },
    first,
    add(text) {
      count += 1
      if (first.length < keep) first.push(text)
    },
  }
}
