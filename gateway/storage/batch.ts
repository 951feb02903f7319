/**
 * Gathers keys that are asked for in one go (GraphQL asks every item of a list before any answer comes) into one read.
 * Nothing is kept: a later question reads again.
 */
export const createBatch = <Value>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): ((key: string) => Promise<Value | undefined>) => {
  let gathering: { readonly keys: Set<string>; readonly answer: Promise<ReadonlyMap<string, Value>> } | undefined
  return async (key) => {
    if (!gathering) {
      const keys = new Set<string>()
      const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        gathering = undefined
        return read([...keys])
      })
      gathering = { keys, answer }
    }
    gathering.keys.add(key)
    return (await gathering.answer).get(key)
  }
}
