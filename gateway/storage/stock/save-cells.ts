import { v7 as uuid } from 'uuid'
import { type Refusal, refusal, type Result } from '../../domain/refusal.js'
import { readCode } from '../../domain/stock/code.js'
import type { PublicCell } from '../../domain/stock/public-stock.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { refusePlace } from '../warehouse/refuse-place.js'
import { refuseLines } from './refuse-lines.js'
import { cellJson } from './stock-sql.js'

/** A cell as it is to be. */
export interface CellDraft {
  readonly zone: string
  readonly code: string
  readonly barcode: string
  readonly walkOrder: number
}

export interface SaveCells extends CommandHeader {
  readonly warehouseId: string
  readonly cells: readonly CellDraft[]
}

/** What became of one cell of a call. */
export interface CellOutcome {
  readonly index: number
  readonly cell: PublicCell | null
  readonly refusal: Refusal | null
}

const readDraft = ({ zone, code, barcode, walkOrder }: CellDraft): CellDraft | undefined => {
  const [z, c, b] = [zone, code, barcode].map(readCode)
  return z && c && b && Number.isInteger(walkOrder) && walkOrder >= 0
    ? { zone: z, code: c, barcode: b, walkOrder }
    : undefined
}

const invalid =
  'Zone, code and barcode are 1 to 64 characters without control characters, and walkOrder is not below zero.'

/** Takes cells one after another; a barcode that another cell has by then is refused. */
const decide = (known: readonly PublicCell[], drafts: readonly CellDraft[]) => {
  const barcodeOf = new Map(known.map(({ code, barcode }) => [code, barcode]))
  const ownerOf = new Map(known.map(({ code, barcode }) => [barcode, code]))
  const seen = new Set<string>()
  return drafts.map((given): CellDraft | Refusal => {
    const draft = readDraft(given)
    if (!draft) return refusal('INVALID_CELL', invalid)
    const { code, barcode } = draft
    if (seen.has(code)) return refusal('DUPLICATE_ID', `The call names the cell ${code} twice.`)
    seen.add(code)
    const owner = ownerOf.get(barcode)
    if (owner !== undefined && owner !== code)
      return refusal('INVALID_CELL', `The barcode ${barcode} is that of the cell ${owner}.`)
    ownerOf.delete(barcodeOf.get(code) ?? '')
    barcodeOf.set(code, barcode)
    ownerOf.set(barcode, code)
    return draft
  })
}

const saveAll = async (
  tx: Tx,
  { warehouseId, cells }: SaveCells,
): Promise<Work<{ outcomes: readonly CellOutcome[] }>> => {
  // One call at a time: two could give one barcode to two cells.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('cells ' || $1, 0))`, [warehouseId])
  const { rows: known } = await tx.query<{ cell: PublicCell }>(
    `SELECT ${cellJson} AS cell FROM storage_cell c WHERE c.warehouse_id = $1`,
    [warehouseId],
  )
  const decided = decide(
    known.map(({ cell }) => cell),
    cells,
  )
  const rows = decided.flatMap((one, n) => ('message' in one ? [] : [{ n, id: uuid(), ...one }]))
  const saved = await tx.query<{ cell: PublicCell }>(
    `INSERT INTO storage_cell AS c (id, warehouse_id, zone, code, barcode, walk_order)
     SELECT r.id, $2, r.zone, r.code, r.barcode, r."walkOrder"
     FROM jsonb_to_recordset($1::jsonb) AS r(n int, id uuid, zone text, code text, barcode text, "walkOrder" int) ORDER BY r.n
     ON CONFLICT (warehouse_id, code) DO UPDATE SET zone = excluded.zone, barcode = excluded.barcode, walk_order = excluded.walk_order
     RETURNING ${cellJson} AS cell`,
    [JSON.stringify(rows), warehouseId],
  )
  const byCode = new Map(saved.rows.map(({ cell }) => [cell.code, cell]))
  const outcomes = decided.map((one, index): CellOutcome =>
    'message' in one
      ? { index, cell: null, refusal: one }
      : { index, cell: byCode.get(one.code) ?? null, refusal: null },
  )
  const subject = { kind: 'WAREHOUSE', id: warehouseId } as const
  return {
    result: { outcomes },
    events: [],
    entries: rows.length > 0 ? [{ warehouseId, action: 'CELLS_SAVED', subject, details: { cells: rows.length } }] : [],
  }
}

/**
 * Makes cells, or changes those whose codes are known, each by itself. Refusals: UNKNOWN_WAREHOUSE, NOT_ALLOWED, NOTHING_TO_DO,
 * TOO_MANY; of one cell INVALID_CELL, DUPLICATE_ID.
 */
export const saveCells = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: SaveCells,
): Promise<Result<{ readonly outcomes: readonly CellOutcome[] }>> => {
  const { warehouseId, cells, rights } = call
  const refused = refusePlace(rights, 'MANAGE_STOCK', warehouseId) ?? refuseLines(cells)
  if (refused) return { refusal: refused }
  return runCommand(deps, call, { command: 'SAVE_CELLS', warehouseId, cells }, (tx) => saveAll(tx, call))
}
