/** What a scenario has opened, closed in reverse order whatever happens. */
export interface Closers {
  add(close: () => unknown): void
}

/** Runs a scenario and closes what it opened. */
export const withClosers = async (scenario: (closers: Closers) => Promise<void>): Promise<void> => {
  const open: (() => unknown)[] = []
  try {
    await scenario({ add: (close) => open.push(close) })
  } finally {
    for (const close of open.reverse()) await close()
  }
}
