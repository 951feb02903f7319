/** Seconds that a column's first page (the most urgent orders) and each later one stay. */
export const dwell = { first: 10, other: 5 } as const

/** Seconds in which a column of so many pages has shown every order once. */
export const cycleSeconds = (pages: number): number => (pages <= 1 ? 0 : dwell.first + (pages - 1) * dwell.other)

/** The page (from 0) that is on show after `elapsed` seconds. */
export function pageAt(elapsed: number, pages: number): number {
  if (pages <= 1) return 0
  const within = elapsed % cycleSeconds(pages)
  return within < dwell.first ? 0 : 1 + Math.floor((within - dwell.first) / dwell.other)
}

/** The second of the cycle at which a page begins: where to go on from when a person chose it. */
export const startOfPage = (page: number): number => (page === 0 ? 0 : dwell.first + (page - 1) * dwell.other)

/** A round that pinned cards may not lengthen past this, as long as a quarter of the page is theirs. */
const LONGEST_ROUND = 90

const pagesOf = (orders: number, room: number, pinned: number): number =>
  orders <= room ? 1 : Math.ceil((orders - pinned) / (room - pinned))

/** How a column of so many orders turns: `pinned` of them are on every page, the rest take turns. */
export interface Paging {
  readonly pinned: number
  readonly pages: number
}

/**
 * Urgent orders, the first of the column, stay on every page: a wall that counts them in its header must show them.
 * They take half a page at most, so that the rest goes on turning, and less where a round would last too long.
 */
export function pagingOf(orders: number, urgent: number, room: number): Paging {
  if (orders <= room) return { pinned: 0, pages: 1 }
  const most = Math.min(urgent, Math.floor(room / 2))
  const least = Math.min(most, Math.floor(room / 4))
  let pinned = most
  while (pinned > least && cycleSeconds(pagesOf(orders, room, pinned)) > LONGEST_ROUND) pinned -= 1
  return { pinned, pages: pagesOf(orders, room, pinned) }
}

/** What of a column is on a page (from 0) with `room` cards. */
export function cardsOfPage<T>(orders: readonly T[], { pinned }: Paging, page: number, room: number): readonly T[] {
  const from = pinned + page * (room - pinned)
  return [...orders.slice(0, pinned), ...orders.slice(from, from + room - pinned)]
}
