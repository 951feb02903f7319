import os from 'node:os'

type Cell = string | number

const text = (cell: Cell): string => {
  if (typeof cell === 'string') return cell
  if (!Number.isFinite(cell)) return '–'
  return cell >= 100 ? cell.toFixed(0) : cell >= 10 ? cell.toFixed(1) : cell.toFixed(2)
}

/** Prints rows under their heads as Markdown that is also easy to read as it is. */
export const printTable = (heads: readonly string[], rows: readonly (readonly Cell[])[]): void => {
  const cells = [heads, ...rows.map((row) => row.map(text))]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const [first = [], ...others] = cells
  console.log(line(first))
  console.log(
    `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
  )
  for (const row of others) console.log(line(row))
}

/** Says on what the figures were taken; other work on the machine makes them worth less. */
export const printMachine = (): void => {
  const [cpu] = os.cpus()
  const gigabytes = Math.round(os.totalmem() / 2 ** 30)
  console.log(
    `${os.cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${gigabytes} GB, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}`,
  )
}
