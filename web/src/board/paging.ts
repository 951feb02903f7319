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
