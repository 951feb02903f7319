import type { Pacer } from './live/pacer.js'

/** So many items are worked on between two looks at the clock. */
const piece = 4

/**
 * A long list that graphql-js completes a slice a turn of the event loop, instead of all of it in one go: items are
 * promises that are kept one piece after the other, as the pacer lets them. Nothing happens before somebody iterates.
 */
export const pacedList = <Item extends object>(items: readonly Item[], pace: Pacer): Iterable<Item | Promise<Item>> => {
  if (items.length <= piece) return items
  return {
    *[Symbol.iterator]() {
      const waiting = items.map(() => Promise.withResolvers<Item>())
      void keep(items, waiting, pace)
      for (const { promise } of waiting) yield promise
    },
  }
}

const keep = async <Item>(
  items: readonly Item[],
  waiting: readonly { resolve(item: Item): void }[],
  pace: Pacer,
): Promise<void> => {
  for (const [index, item] of items.entries()) {
    if (index % piece === 0) for (let turn = pace(); turn; turn = pace()) await turn
    waiting[index]?.resolve(item)
    // What a promise's keeper does with it is done before the clock is looked at again.
    if (index % piece === piece - 1) await Promise.resolve()
  }
}
