import { gtinOf } from '../../../floor/barcode.js'
import { readScannedText } from '../../../floor/scanned-text.js'
import type { PublicOrder, PublicSku } from '../../domain/public-order.js'
import { type Refusal, refusal, type Result } from '../../domain/refusal.js'
import { checkText } from '../../domain/text.js'
import { skuJson } from '../sku-json.js'
import { type ReadDeps, readRows } from '../stoppable-read.js'

/** The order that a scanned unit is packed for. */
export interface FoundByScan {
  readonly order: PublicOrder
  /** How many orders wait for units of this size, this one among them. */
  readonly waiting: number
}

/** The barcodes that a text may mean: itself, or those of the GTIN that a marking code begins with. */
const barcodesIn = (text: string): readonly string[] => {
  const gtin = gtinOf(text)
  return gtin === null ? [text] : [gtin, gtin.replace(/^0/, ''), gtin.replace(/^00/, '')]
}

const skus = `
  SELECT ${skuJson} AS sku FROM sku_barcode b JOIN sku s ON s.id = b.sku_id JOIN product p ON p.id = s.product_id
  WHERE b.barcode = ANY($2) AND s.seller_account_id = (SELECT w.seller_account_id FROM warehouse w WHERE w.id = $1) ORDER BY s.id LIMIT 5`

const waiting = `
  SELECT st.state, count(*) OVER ()::int AS waiting FROM orders o JOIN wb_mirror m ON m.order_id = o.id JOIN order_state st ON st.id = o.id
  WHERE o.warehouse_id = $1 AND o.sku_id = ANY($2::uuid[]) AND o.state = 'PICKED' AND NOT m.cancelled ORDER BY o.deadline_at, o.id LIMIT 1`

const putBack = `
  SELECT o.id FROM orders o WHERE o.warehouse_id = $1 AND o.sku_id = ANY($2::uuid[]) AND o.state = 'CANCELLED' AND o.put_back_required
  ORDER BY o.state_changed_at LIMIT 1`

const cellsOf = `
  SELECT DISTINCT c.code, c.walk_order FROM stock_level l JOIN storage_cell c ON c.id = l.cell_id
  WHERE c.warehouse_id = $1 AND l.sku_id = ANY($2::uuid[]) AND l.on_hand > 0 ORDER BY c.walk_order, c.code LIMIT 20`

const otherThings = `
  SELECT 'cell' AS kind, c.code FROM storage_cell c WHERE c.warehouse_id = $1 AND (c.code = ANY($2) OR c.barcode = ANY($2))
  UNION ALL SELECT 'box', x.code FROM box x WHERE x.warehouse_id = $1 AND x.code = ANY($2) LIMIT 1`

/** What a text that is no unit's barcode is. Codes of cells and boxes may hold Russian letters, which are no fault of a scanner. */
const refuseOther = async (deps: ReadDeps, warehouseId: string, text: string, raw: string): Promise<Refusal> => {
  const { rows } = await readRows<{ kind: string; code: string }>(deps, {
    name: 'find-by-scan-other',
    text: otherThings,
    values: [warehouseId, [text, raw.trim()]],
  })
  const [thing] = rows
  const scanned = { scannedBarcode: text }
  return thing
    ? refusal('NOT_AN_ITEM', `This is the ${thing.kind} ${thing.code}: scan the unit.`, scanned)
    : refusal('UNKNOWN_ITEM', `No size of the account has the barcode ${text}.`, scanned)
}

/** What is to be done with a unit that no order waits for. */
const refuseUnit = async (
  deps: ReadDeps,
  warehouseId: string,
  text: string,
  sku: PublicSku,
  skuIds: readonly string[],
): Promise<Refusal> => {
  const values = [warehouseId, skuIds]
  const [cells, cancelled] = await Promise.all([
    readRows<{ code: string }>(deps, { name: 'find-by-scan-cells', text: cellsOf, values }),
    readRows<{ id: string }>(deps, { name: 'find-by-scan-put-back', text: putBack, values }),
  ])
  const codes = cells.rows.map(({ code }) => code)
  const details = { scannedBarcode: text, scannedSku: sku, cells: codes }
  const where = codes.length > 0 ? ` It belongs to ${codes.join(', ')}.` : ''
  const [order] = cancelled.rows
  return order
    ? refusal('CANCELLED', `The order of this unit is cancelled: put it back.${where}`, {
        ...details,
        orderId: order.id,
        orderState: 'CANCELLED',
      })
    : refusal('NOT_WAITING', `No picked order waits for ${sku.article}.${where}`, details)
}

/**
 * The order that a unit at the packing table is for: of those that wait for its size the one with the earliest deadline. Refusals:
 * UNKNOWN_ITEM, NOT_AN_ITEM, CANCELLED, NOT_WAITING.
 */
export const findByScan = async (
  deps: ReadDeps,
  { warehouseId, text }: { readonly warehouseId: string; readonly text: string },
): Promise<Result<FoundByScan>> => {
  const scanned = readScannedText(checkText('text', text, 500)).text
  const known = await readRows<{ sku: PublicSku }>(deps, {
    name: 'find-by-scan-sku',
    text: skus,
    values: [warehouseId, barcodesIn(scanned)],
  })
  const [first] = known.rows
  if (!first) return { refusal: await refuseOther(deps, warehouseId, scanned, text) }
  const skuIds = known.rows.map(({ sku }) => sku.id)
  const { rows } = await readRows<{ state: PublicOrder; waiting: number }>(deps, {
    name: 'find-by-scan-order',
    text: waiting,
    values: [warehouseId, skuIds],
  })
  const [found] = rows
  return found
    ? { order: found.state, waiting: found.waiting }
    : { refusal: await refuseUnit(deps, warehouseId, scanned, first.sku, skuIds) }
}
