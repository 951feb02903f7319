/** What came and was not asked for yet, and who asks for what has not come. */
export interface Queue<Item> {
  /** The next item in order; rejects when the queue has failed and is empty. */
  next(): Promise<Item>
  /** The next item that fits; those before it are dropped. */
  waitFor(fits: (item: Item) => boolean): Promise<Item>
  /** Everything that is here now. */
  taken(): readonly Item[]
}

/** The queue with the side that fills it. */
export interface FilledQueue<Item> extends Queue<Item> {
  put(item: Item): void
  /** Nothing will come any more. */
  fail(error: Error): void
}

/** Makes an empty queue. */
export const createQueue = <Item>(): FilledQueue<Item> => {
  const items: Item[] = []
  const asking: PromiseWithResolvers<Item>[] = []
  let failure: Error | undefined

  const next = (): Promise<Item> => {
    const [item] = items.splice(0, 1)
    if (item !== undefined) return Promise.resolve(item)
    if (failure) return Promise.reject(failure)
    const ask = Promise.withResolvers<Item>()
    asking.push(ask)
    return ask.promise
  }

  return {
    next,
    async waitFor(fits) {
      for (;;) {
        const item = await next()
        if (fits(item)) return item
      }
    },
    taken: () => items.splice(0),
    put(item) {
      const ask = asking.shift()
      if (ask) ask.resolve(item)
      else items.push(item)
    },
    fail(error) {
      failure ??= error
      for (const ask of asking.splice(0)) ask.reject(failure)
    },
  }
}
