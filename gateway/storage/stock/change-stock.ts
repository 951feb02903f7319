import type { EntryAction } from '../../domain/audit.js'
import { type Refusal, refusal, type Result } from '../../domain/refusal.js'
import type { PublicStockLevel } from '../../domain/stock/public-stock.js'
import { checkText } from '../../domain/text.js'
import { type CommandHeader, readClock, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { refusePlace } from '../warehouse/refuse-place.js'
import { readLevels } from './read-levels.js'
import { readPlaces, type StockLine } from './read-places.js'
import { refuseLines } from './refuse-lines.js'
import { openStockBook, type StockBook } from './stock-book.js'

type Deps = Pick<StorageDeps, 'pool' | 'onCommit'>
type Place = { readonly cellId: string; readonly skuId: string; readonly quantity: number }

/** What can be done to the stock of cells, line by line. */
const changes = {
  RECEIVE: {
    action: 'STOCK_RECEIVED',
    least: 1,
    book: (book: StockBook, place: Place) => book.add('RECEIVED', place, place.quantity),
  },
  COUNT: {
    action: 'STOCK_COUNTED',
    least: 0,
    book: (book: StockBook, place: Place) => book.count(place, place.quantity),
  },
  WRITE_OFF: {
    action: 'STOCK_WRITTEN_OFF',
    least: 1,
    book: (book: StockBook, place: Place) => book.take('WRITTEN_OFF', place, place.quantity),
  },
} as const satisfies Readonly<
  Record<string, { action: EntryAction; least: 0 | 1; book: (book: StockBook, place: Place) => void }>
>

export interface ChangeStock extends CommandHeader {
  readonly warehouseId: string
  readonly change: keyof typeof changes
  readonly lines: readonly StockLine[]
  readonly cause?: string | null
}

/** What became of one line of a call. */
export interface StockOutcome {
  readonly index: number
  readonly level: PublicStockLevel | null
  readonly refusal: Refusal | null
}

const keyOf = (cellId: string, skuId: string) => `${cellId} ${skuId}`

/** Levels of places after a command, by cell and size. */
const levelsOf = async (tx: Tx, places: readonly Place[]) => {
  const levels = await readLevels(tx, places)
  return new Map(levels.map((level) => [keyOf(level.cell.id, level.sku.id), level]))
}

const changeAll = async (tx: Tx, call: ChangeStock): Promise<Work<{ outcomes: readonly StockOutcome[] }>> => {
  const { warehouseId, lines, cause = null } = call
  const { action, least, book: bookLine } = changes[call.change]
  const read = await readPlaces(tx, warehouseId, lines, least)
  const places = read.flatMap((line) => ('refusal' in line ? [] : [line]))
  const book = await openStockBook(tx, places)
  const now = await readClock(tx, call)
  for (const place of places) bookLine(book, place)
  await book.write({ ...call, now })
  const levels = await levelsOf(tx, places)
  const outcomes = read.map((line, index): StockOutcome =>
    'refusal' in line
      ? { index, level: null, refusal: line.refusal }
      : { index, level: levels.get(keyOf(line.cellId, line.skuId)) ?? null, refusal: null },
  )
  const details = { lines: places.length, units: places.reduce((sum, { quantity }) => sum + quantity, 0), cause }
  const subject = { kind: 'WAREHOUSE', id: warehouseId } as const
  return {
    result: { outcomes },
    events: [],
    entries: places.length > 0 ? [{ warehouseId, action, subject, details }] : [],
  }
}

/**
 * Receives, counts or writes off stock of cells, each line by itself. Refusals: UNKNOWN_WAREHOUSE, NOT_ALLOWED, NOTHING_TO_DO,
 * TOO_MANY; of one line UNKNOWN_CELL, UNKNOWN_ITEM, AMBIGUOUS_ITEM, INVALID_QUANTITY.
 */
export const changeStock = async (
  deps: Deps,
  call: ChangeStock,
): Promise<Result<{ readonly outcomes: readonly StockOutcome[] }>> => {
  const { warehouseId, change, lines, rights } = call
  const cause = checkText('cause', call.cause ?? '', 300).trim() || null
  for (const { cell, item } of lines) {
    checkText('cell', cell, 200)
    checkText('item', item, 200)
  }
  const refused = refusePlace(rights, 'MANAGE_STOCK', warehouseId) ?? refuseLines(lines)
  if (refused) return { refusal: refused }
  const request = { command: `${change}_STOCK`, warehouseId, lines, cause }
  return runCommand(deps, call, request, (tx) => changeAll(tx, { ...call, cause }))
}

export interface MoveStock extends CommandHeader {
  readonly warehouseId: string
  readonly from: string
  readonly to: string
  readonly item: string
  readonly quantity: number
}

export interface MovedStock {
  readonly from: PublicStockLevel
  readonly to: PublicStockLevel
}

const move = async (tx: Tx, call: MoveStock): Promise<Work<MovedStock>> => {
  const { warehouseId, item, quantity } = call
  const lines = [call.from, call.to].map((cell) => ({ cell, item, quantity }))
  const [from, to] = await readPlaces(tx, warehouseId, lines, 1)
  if (!from || !to) throw new Error('two lines were read')
  if ('refusal' in from) return { result: from, events: [] }
  if ('refusal' in to) return { result: to, events: [] }
  if (from.cellId === to.cellId)
    return { result: { refusal: refusal('INVALID_CELL', 'Both are the same cell.') }, events: [] }
  const book = await openStockBook(tx, [from, to])
  book.take('MOVED', from, quantity)
  book.add('MOVED', to, quantity)
  await book.write({ ...call, now: await readClock(tx, call) })
  const levels = await levelsOf(tx, [from, to])
  const [left, put] = [from, to].map(({ cellId, skuId }) => levels.get(keyOf(cellId, skuId)))
  if (!left || !put) throw new Error('a level that was moved is not there')
  const details = { from: left.cell.code, to: put.cell.code, skuId: from.skuId, units: quantity }
  const subject = { kind: 'WAREHOUSE', id: warehouseId } as const
  return {
    result: { from: left, to: put },
    events: [],
    entries: [{ warehouseId, action: 'STOCK_MOVED', subject, details }],
  }
}

/**
 * Moves units of a size to another cell. Refusals: UNKNOWN_WAREHOUSE, NOT_ALLOWED, UNKNOWN_CELL, INVALID_CELL, UNKNOWN_ITEM,
 * AMBIGUOUS_ITEM, INVALID_QUANTITY.
 */
export const moveStock = async (deps: Deps, call: MoveStock): Promise<Result<MovedStock>> => {
  const { warehouseId, from, to, item, quantity, rights } = call
  for (const [name, text] of Object.entries({ from, to, item })) checkText(name, text, 200)
  const refused = refusePlace(rights, 'MANAGE_STOCK', warehouseId)
  if (refused) return { refusal: refused }
  const request = { command: 'MOVE_STOCK', warehouseId, from, to, item, quantity }
  return runCommand(deps, call, request, (tx) => move(tx, call))
}
