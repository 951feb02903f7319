import { barcodeIn, checkDigitHolds } from '../../../../floor/barcode.js'
import type { Cell, Sku, Stop, Task } from './work'

/** What a scan means to somebody who takes units from cells. */
export type PickVerdict =
  | { readonly kind: 'AT_CELL'; readonly cell: Cell }
  | { readonly kind: 'TAKEN'; readonly stop: Stop; readonly task: Task; readonly barcode: string }
  /** A right unit of another place. */
  | { readonly kind: 'ELSEWHERE'; readonly sku: Sku; readonly cell: Cell | null }
  | { readonly kind: 'OTHER_CELL'; readonly scanned: string; readonly wanted: Cell }
  /** Nobody wants it any more. */
  | { readonly kind: 'CANCELLED'; readonly sku: Sku }
  | { readonly kind: 'ENOUGH'; readonly sku: Sku }
  /** The check digit is wrong: the scanner misread it. */
  | { readonly kind: 'MISREAD'; readonly text: string }
  | { readonly kind: 'UNKNOWN'; readonly text: string }

/** Where somebody is in their work. */
export interface Place {
  /** What is still to take, in the order of walking; the first is where one should be. */
  readonly open: readonly Stop[]
  /** Everything that one was given. */
  readonly all: readonly Stop[]
}

const isCell = (cell: Cell | null, text: string): cell is Cell =>
  cell !== null && (cell.barcode === text || cell.code.toUpperCase() === text.toUpperCase())

const findItem = (stops: readonly Stop[], text: string): Stop | undefined =>
  stops.find(({ sku }) => barcodeIn(text, sku.barcodes) !== null)

/** What a scan means at a place. */
export function decidePick(text: string, { open, all }: Place): PickVerdict {
  const [here] = open
  const cell = all.map((stop) => stop.cell).find((one) => isCell(one, text))
  if (cell) {
    if (!here?.cell || isCell(here.cell, text)) return { kind: 'AT_CELL', cell }
    return { kind: 'OTHER_CELL', scanned: cell.code, wanted: here.cell }
  }
  const barcode = here ? barcodeIn(text, here.sku.barcodes) : null
  const [task] = here?.tasks ?? []
  if (here && task && barcode !== null) return { kind: 'TAKEN', stop: here, task, barcode }

  const elsewhere = findItem(open, text)
  if (elsewhere) return { kind: 'ELSEWHERE', sku: elsewhere.sku, cell: elsewhere.cell }
  const given = findItem(all, text)
  if (given) return { kind: given.tasks.some(({ cancelled }) => cancelled) ? 'CANCELLED' : 'ENOUGH', sku: given.sku }
  return { kind: /^\d{13}$/.test(text) && !checkDigitHolds(text) ? 'MISREAD' : 'UNKNOWN', text }
}
