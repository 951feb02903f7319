import { z } from 'zod'
import { InputError } from '../../domain/errors.js'
import type {
  PublicCell,
  PublicRecount,
  PublicStockLevel,
  PublicStockMovement,
} from '../../domain/stock/public-stock.js'
import { checkText } from '../../domain/text.js'
import { decodeCursor, encodeCursor } from '../cursor.js'
import { DEFAULT_PAGE, MAX_PAGE, readSize } from '../page-size.js'
import { skuJson } from '../sku-json.js'
import { type ReadDeps, readRows } from '../stoppable-read.js'
import { isUuid } from '../uuid.js'
import { cellJson, levelFrom, levelJson } from './stock-sql.js'

/** Arguments of a Relay connection of a warehouse's stock. */
export interface ListStock {
  readonly warehouseId: string
  readonly first?: number | null
  readonly after?: string | null
  /** Only this cell: code or barcode. */
  readonly cell?: string | null
  /** Only this size: barcode or chrtId. */
  readonly item?: string | null
}

/** A page of a list. */
export interface StockPage<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

interface Row<Node> {
  readonly node: Node
  /** What the list is sorted by. */
  readonly place: readonly unknown[]
}

const uuidText = z.string().refine(isUuid)
const cellPlace = z.tuple([z.literal('CELLS'), z.int(), uuidText])
const levelPlace = z.tuple([z.literal('LEVELS'), z.int(), uuidText, uuidText])
const movementPlace = z.tuple([z.literal('MOVEMENTS'), z.iso.datetime(), uuidText])

/** `$1` warehouse, `$2` cell, `$3` item, `$4` limit; the place after which the page begins from `$5` on. */
const page = async <Node>(
  deps: ReadDeps,
  args: ListStock,
  list: { readonly name: string; readonly shape: z.ZodType<readonly unknown[]>; readonly sql: string },
): Promise<StockPage<Node>> => {
  const size = readSize('first', args.first) ?? DEFAULT_PAGE
  const place = typeof args.after === 'string' ? decodeCursor(args.after, list.shape) : []
  if (!place) throw new InputError('BAD_USER_INPUT', 'after is no cursor of this list')
  const cell = checkText('cell', args.cell ?? '', 200).trim() || null
  const item = checkText('item', args.item ?? '', 200).trim() || null
  // The first member names the list.
  const [, ...keys] = place
  const count = { CELLS: 2, LEVELS: 3, MOVEMENTS: 2 }[list.name] ?? 0
  const from = Array.from({ length: count }, (_, n) => keys[n] ?? null)
  // One more than the page shows whether more follow.
  const values = [args.warehouseId, cell, item, size + 1, ...from]
  const { rows } = await readRows<Row<Node>>(deps, { name: `list-stock-${list.name}`, text: list.sql, values })
  const edges = rows.slice(0, size).map((row) => ({ cursor: encodeCursor([list.name, ...row.place]), node: row.node }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: keys.length > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

const ofCell = '($2::text IS NULL OR c.code = $2 OR c.barcode = $2)'
const ofItem = (
  skuId: string,
) => `($3::text IS NULL OR EXISTS (SELECT FROM sku_barcode b WHERE b.sku_id = ${skuId} AND b.barcode = $3)
  OR EXISTS (SELECT FROM sku t WHERE t.id = ${skuId} AND t.chrt_id::text = $3))`

const cells = `
  SELECT ${cellJson} AS node, jsonb_build_array(c.walk_order, c.id) AS place FROM storage_cell c
  WHERE c.warehouse_id = $1 AND ${ofCell} AND $3::text IS NULL AND ($5::int IS NULL OR (c.walk_order, c.id) > ($5, $6::uuid))
  ORDER BY c.walk_order, c.id LIMIT $4`

const levels = `
  SELECT ${levelJson} AS node, jsonb_build_array(c.walk_order, c.id, l.sku_id) AS place FROM ${levelFrom}
  WHERE c.warehouse_id = $1 AND ${ofCell} AND ${ofItem('l.sku_id')}
    AND ($5::int IS NULL OR (c.walk_order, c.id, l.sku_id) > ($5, $6::uuid, $7::uuid))
  ORDER BY c.walk_order, c.id, l.sku_id LIMIT $4`

const movements = `
  SELECT jsonb_build_object('id', m.id, 'cell', ${cellJson}, 'sku', ${skuJson}, 'kind', m.kind, 'quantity', m.quantity, 'orderId', m.order_id,
    'cause', m.cause, 'at', iso(m.at), 'actor', m.actor, 'device', m.device, 'clientTime', iso(m.client_time), 'commandId', m.command_id) AS node,
    jsonb_build_array(iso(m.at), m.id) AS place
  FROM stock_movement m JOIN storage_cell c ON c.id = m.cell_id JOIN sku s ON s.id = m.sku_id JOIN product p ON p.id = s.product_id
  WHERE m.warehouse_id = $1 AND ${ofCell} AND ${ofItem('m.sku_id')} AND ($5::timestamptz IS NULL OR (m.at, m.id) < ($5, $6::uuid))
  ORDER BY m.at DESC, m.id DESC LIMIT $4`

/** Cells in walk order. Throws InputError BAD_USER_INPUT for a page size outside 1 to 100 or a broken cursor. */
export const listCells = (deps: ReadDeps, args: ListStock): Promise<StockPage<PublicCell>> =>
  page(deps, args, { name: 'CELLS', shape: cellPlace, sql: cells })

/** What lies in the cells, in walk order. Throws as `listCells` does. */
export const listLevels = (deps: ReadDeps, args: ListStock): Promise<StockPage<PublicStockLevel>> =>
  page(deps, args, { name: 'LEVELS', shape: levelPlace, sql: levels })

/** The ledger, newest first. Throws as `listCells` does. */
export const listMovements = (deps: ReadDeps, args: ListStock): Promise<StockPage<PublicStockMovement>> =>
  page(deps, args, { name: 'MOVEMENTS', shape: movementPlace, sql: movements })

/** Cells to be counted, those that wait longest first. */
export const listRecounts = async (deps: ReadDeps, warehouseId: string): Promise<readonly PublicRecount[]> => {
  const { rows } = await readRows<PublicRecount>(deps, {
    name: 'list-recounts',
    text: `SELECT t.id, ${levelJson} AS level, t.reason, t.order_id AS "orderId", t.opened_by AS "openedBy", iso(t.opened_at) AS "openedAt"
           FROM recount t JOIN ${levelFrom} ON t.cell_id = l.cell_id AND t.sku_id = l.sku_id
           WHERE t.warehouse_id = $1 AND t.closed_at IS NULL ORDER BY t.opened_at, t.id LIMIT $2`,
    values: [warehouseId, MAX_PAGE],
  })
  return rows
}
