/** Counts open sockets by what they have in common. */
export interface SocketCount {
  of(key: string): number
  add(key: string): void
  remove(key: string): void
}

/** Starts with none; a key without a socket is not kept. */
export const createSocketCount = (): SocketCount => {
  const counts = new Map<string, number>()
  const change = (key: string, by: number) => {
    const count = (counts.get(key) ?? 0) + by
    if (count > 0) counts.set(key, count)
    else counts.delete(key)
  }
  return {
    of: (key) => counts.get(key) ?? 0,
    add: (key) => change(key, 1),
    remove: (key) => change(key, -1),
  }
}
