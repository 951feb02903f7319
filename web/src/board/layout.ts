/**
 * Card sizes, roomy to tight; sizes in rem. `dense` has the smallest text that still reads from eight metres; `tight` is
 * for a screen that a person sits before.
 */
export const densities = [
  { name: 'roomy', width: 15.5, height: 7.6 },
  { name: 'large', width: 14, height: 5.7 },
  { name: 'medium', width: 12.8, height: 4.6 },
  { name: 'dense', width: 11.4, height: 3.5 },
  { name: 'tight', width: 9.4, height: 3 },
] as const

export type DensityName = (typeof densities)[number]['name']
type Density = (typeof densities)[number]

/** Distances of the grid, in rem; the stylesheet takes them from here. */
export const spacing = { card: 0.3, column: 0.5, padding: 0.3, head: 4.9 } as const

/** The room there is for columns, in rem. */
export interface Area {
  readonly width: number
  readonly height: number
}

/**
 * How one column is laid out: cards side by side, cards below each other, and how many pages that makes while no card
 * is pinned (paging.ts).
 */
export interface ColumnLayout {
  readonly across: number
  readonly rows: number
  readonly pages: number
}

export interface BoardLayout {
  readonly density: DensityName
  readonly columns: readonly ColumnLayout[]
}

const columnPadding = 2 * spacing.padding

function fit(area: Area, counts: readonly number[], { name, width, height }: Density): BoardLayout | null {
  const free = area.width - counts.length * columnPadding - (counts.length - 1) * spacing.column
  // Each lane is a card and the gap after it; a column's last gap is lent, which errs on the safe side.
  const lanes = Math.floor(free / (width + spacing.card))
  const room = area.height - spacing.head - columnPadding + spacing.card
  const rows = Math.max(1, Math.floor(room / (height + spacing.card)))
  if (lanes < counts.length) return null
  const across = counts.map(() => 1)
  const pagesOf = (column: number, lanesOfIt: number): number =>
    Math.max(1, Math.ceil((counts[column] ?? 0) / (lanesOfIt * rows)))
  // A lane more goes to the column with the most pages, until all are used or every order is on show.
  for (let spare = lanes - counts.length; spare > 0; spare -= 1) {
    const pages = across.map((lanesOfIt, column) => pagesOf(column, lanesOfIt))
    const most = Math.max(...pages)
    if (most === 1) break
    const column = pages.reduce((best, own, index) => {
      const load = (at: number): number => (counts[at] ?? 0) / (across[at] ?? 1)
      return own === most && (pages[best] !== most || load(index) > load(best)) ? index : best
    }, 0)
    across[column] = (across[column] ?? 1) + 1
  }
  return {
    density: name,
    columns: across.map((lanesOfIt, column) => ({ across: lanesOfIt, rows, pages: pagesOf(column, lanesOfIt) })),
  }
}

/**
 * The roomiest layout that shows every order at once, or the densest one, in pages. Null when not even that fits the
 * columns side by side: the screen is then a phone's, and shows one column at a time. `near`: read from a desk.
 */
export function layoutBoard(area: Area, counts: readonly number[], near: boolean): BoardLayout | null {
  let densest: BoardLayout | null = null
  for (const density of densities) {
    if (density.name === 'tight' && !near) continue
    const layout = fit(area, counts, density)
    densest = layout ?? densest
    if (layout?.columns.every((column) => column.pages === 1)) return layout
  }
  return densest
}

/** A count may grow by this before a roomier layout, once taken, has to be given up again. */
const SLACK = 2

/**
 * The layout that follows `before` on the same room: columns keep their widths while that costs no more than a page,
 * and cards grow only where they will not shrink again at once. A wall that rearranges itself each second reads badly.
 */
export function steadyLayout(
  before: BoardLayout | null,
  area: Area,
  counts: readonly number[],
  near: boolean,
): BoardLayout | null {
  const next = layoutBoard(area, counts, near)
  if (!before || !next || before.columns.length !== next.columns.length) return next
  const kept = before.columns.map((column, index) => ({
    ...column,
    pages: Math.max(1, Math.ceil((counts[index] ?? 0) / (column.across * column.rows))),
  }))
  const longest = (columns: readonly ColumnLayout[]): number => Math.max(...columns.map(({ pages }) => pages))
  const rank = ({ density }: BoardLayout): number => densities.findIndex(({ name }) => name === density)
  if (rank(next) > rank(before) && longest(kept) > 1) return next
  if (rank(next) < rank(before)) {
    const roomier = layoutBoard(
      area,
      counts.map((count) => count + SLACK),
      near,
    )
    if (roomier && rank(roomier) < rank(before)) return next
  }
  const costs = longest(kept) - longest(next.columns)
  const keep = longest(kept) === 1 || (longest(next.columns) > 1 && costs <= 1)
  return keep ? { ...before, columns: kept } : next
}
