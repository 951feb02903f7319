import Papa from 'papaparse'
import { decodeText } from './decode-text.js'
import { ImportFault } from './import-fault.js'

/** A line of the table that is not taken, and why in both languages. */
export interface RefusedLine {
  /** Its number in the file, the header is 1. */
  readonly line: number
  readonly russian: string
  readonly english: string
}

/** A cell as a line tells it. */
export interface CellLine {
  readonly line: number
  readonly cell: { readonly zone: string; readonly code: string; readonly barcode: string; readonly walkOrder: number }
}

/** How much of a size lies in a cell, as a line tells it. */
export interface StockLine {
  readonly line: number
  readonly stock: { readonly cell: string; readonly item: string; readonly quantity: number }
}

/** A table, understood line by line. */
export interface StockTable {
  readonly lines: number
  readonly cells: readonly CellLine[]
  readonly stock: readonly StockLine[]
  readonly refused: readonly RefusedLine[]
}

const columns = ['zone', 'cell', 'barcode', 'walkOrder', 'sku', 'quantity'] as const
type Row = Readonly<Record<(typeof columns)[number], string>>

const whole = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** Where each column stands. Throws ImportFault when one is missing. */
const readHeader = (names: readonly string[]): readonly string[] => {
  const missing = columns.filter((name) => !names.includes(name))
  if (missing.length === 0) return names
  throw new ImportFault(
    `в первой строке нет столбцов: ${missing.join(', ')}; нужны ${columns.join(', ')}`,
    `the first line lacks the columns ${missing.join(', ')}; needed are ${columns.join(', ')}`,
  )
}

/** The fields of a line by their columns; what stands beyond the header says nothing. */
const rowOf = (names: readonly string[], fields: readonly string[]): Row => {
  const field = (name: (typeof columns)[number]) => fields[names.indexOf(name)]?.trim() ?? ''
  return {
    zone: field('zone'),
    cell: field('cell'),
    barcode: field('barcode'),
    walkOrder: field('walkOrder'),
    sku: field('sku'),
    quantity: field('quantity'),
  }
}

/** What a line says, or what is wrong with it. */
const readLine = (line: number, { zone, cell, barcode, walkOrder, sku, quantity }: Row) => {
  const refuse = (russian: string, english: string): RefusedLine => ({ line, russian, english })
  if (cell === '') return refuse('не указана ячейка (cell)', 'no cell')
  const told = [zone, barcode, walkOrder].filter((text) => text !== '').length
  if (told === 0 && sku === '')
    return refuse('не указано ни одного свойства ячейки, ни товара (sku)', 'neither what the cell is nor a sku')
  if (told !== 0 && told !== 3)
    return refuse(
      'zone, barcode и walkOrder нужны все три или ни одного',
      'zone, barcode and walkOrder: all three or none',
    )
  const order = whole(walkOrder)
  if (told === 3 && order === undefined)
    return refuse(
      `walkOrder «${walkOrder}»: нужно целое число от 0`,
      `walkOrder "${walkOrder}": expected a whole number from 0`,
    )
  if ((sku === '') !== (quantity === ''))
    return refuse('sku и quantity нужны оба или ни одного', 'sku and quantity: both or none')
  const units = whole(quantity)
  if (sku !== '' && units === undefined)
    return refuse(
      `quantity «${quantity}»: нужно целое число от 0`,
      `quantity "${quantity}": expected a whole number from 0`,
    )
  return {
    line,
    cell: order === undefined || told === 0 ? undefined : { zone, code: cell, barcode, walkOrder: order },
    stock: units === undefined ? undefined : { cell, item: sku, quantity: units },
  }
}

/** Keeps the first line that says something by a name; later ones that say otherwise, or the same once more, are told. */
const once = <Line extends { readonly line: number }>(
  lines: readonly Line[],
  nameOf: (line: Line) => string,
  judge: (line: Line, first: Line) => RefusedLine | undefined,
) => {
  const firsts = new Map<string, Line>()
  const refused: RefusedLine[] = []
  for (const line of lines) {
    const first = firsts.get(nameOf(line))
    const fault = first && judge(line, first)
    if (fault) refused.push(fault)
    if (!first) firsts.set(nameOf(line), line)
  }
  return { kept: [...firsts.values()], refused }
}

/** Reads a table of cells and stock from bytes. Throws ImportFault for what is no such table; faults of lines are in it. */
export const readStock = (bytes: Uint8Array): StockTable => {
  const { data, errors } = Papa.parse<readonly string[]>(decodeText(bytes))
  const [first = [], ...rows] = data
  const names = readHeader(first.map((name) => name.trim()))
  const broken = new Map(errors.flatMap(({ row: at, message }) => (at === undefined ? [] : [[at, message] as const])))
  const said = rows
    .map((fields, index) => ({ fields, index: index + 1 }))
    .filter(({ fields }) => fields.join('').trim() !== '')
  const read = said.map(({ fields, index }) => {
    const fault = broken.get(index)
    const line = index + 1
    return fault === undefined
      ? readLine(line, rowOf(names, fields))
      : { line, russian: `строка не разбирается: ${fault}`, english: fault }
  })
  const good = read.flatMap((one) => ('russian' in one ? [] : [one]))
  const cells = once(
    good.flatMap(({ line, cell }): CellLine[] => (cell ? [{ line, cell }] : [])),
    ({ cell }) => cell.code,
    ({ line, cell }, first) =>
      JSON.stringify(cell) === JSON.stringify(first.cell)
        ? undefined
        : {
            line,
            russian: `ячейка ${cell.code} в строке ${first.line} описана иначе`,
            english: `the cell ${cell.code} is another one in line ${first.line}`,
          },
  )
  const stock = once(
    good.flatMap(({ line, stock: told }): StockLine[] => (told ? [{ line, stock: told }] : [])),
    ({ stock: { cell, item } }) => `${cell} ${item}`,
    ({ line, stock: { cell, item } }, first) => ({
      line,
      russian: `товар ${item} в ячейке ${cell} уже назван в строке ${first.line}`,
      english: `${item} in the cell ${cell} is in line ${first.line} already`,
    }),
  )
  return {
    lines: read.length,
    cells: cells.kept,
    stock: stock.kept,
    refused: [...read.flatMap((one) => ('russian' in one ? [one] : [])), ...cells.refused, ...stock.refused].toSorted(
      (a, b) => a.line - b.line,
    ),
  }
}
