import type { OrderFacts } from '../../domain/order-facts.js'
import type { OrderState } from '../../domain/order-states.js'
import type { Tx } from '../transaction.js'
import { byIds } from './by-ids.js'

/** Facts of a locked order, and whose it is. */
export interface LockedOrder extends OrderFacts {
  readonly sellerAccountId: string
  readonly warehouseId: string
  /** Of its warehouse. */
  readonly timeZone: string
  readonly skuId: string
}

interface Row {
  readonly id: string
  readonly seller_account_id: string
  readonly warehouse_id: string
  readonly time_zone: string
  readonly sku_id: string
  readonly state: OrderState
  readonly resume_state: OrderState | null
  readonly put_back_required: boolean
  readonly picked_by: string | null
  readonly packed_by: string | null
  readonly box: string | null
  readonly required_meta: readonly string[]
  readonly optional_meta: readonly string[]
  readonly attached_meta: readonly string[]
  readonly reason: string | null
  readonly version: number
  readonly holder: string | null
  readonly device: string | null
  readonly claimed_at: Date
  readonly expires_at: Date
  readonly cell_id: string | null
  readonly shift_id: string | null
  readonly supplier_status: string
  readonly wb_status: string
  readonly is_cancellable: boolean | null
  readonly cancelled: boolean
  readonly barcodes: readonly string[]
  readonly now: Date
}

const toFacts = (row: Row): LockedOrder => ({
  id: row.id,
  sellerAccountId: row.seller_account_id,
  warehouseId: row.warehouse_id,
  timeZone: row.time_zone,
  skuId: row.sku_id,
  state: row.state,
  resumeState: row.resume_state,
  putBackRequired: row.put_back_required,
  pickedBy: row.picked_by,
  packedBy: row.packed_by,
  box: row.box,
  requiredMeta: row.required_meta,
  optionalMeta: row.optional_meta,
  attachedMeta: row.attached_meta,
  reason: row.reason,
  version: row.version,
  claim:
    row.holder === null
      ? null
      : {
          holder: row.holder,
          device: row.device,
          claimedAt: row.claimed_at,
          expiresAt: row.expires_at,
          cellId: row.cell_id,
          shiftId: row.shift_id,
        },
  marketplace: {
    supplierStatus: row.supplier_status,
    wbStatus: row.wb_status,
    isCancellable: row.is_cancellable,
    cancelled: row.cancelled,
  },
  barcodes: row.barcodes,
})

/** Facts of orders whose rows this transaction has locked, and the database's clock after that. */
export const readLocked = async (
  tx: Tx,
  ids: readonly string[],
): Promise<{ readonly orders: ReadonlyMap<string, LockedOrder>; readonly now: Date | undefined }> => {
  const text = `
    SELECT o.id, o.seller_account_id, o.warehouse_id, w.time_zone, o.sku_id, o.state, o.resume_state, o.put_back_required, o.picked_by, o.packed_by,
      o.box, o.required_meta, o.optional_meta, o.attached_meta, o.reason, o.version,
      c.holder, c.device, c.claimed_at, greatest(c.expires_at, c.renewed_until) AS expires_at, c.cell_id, c.shift_id,
      m.supplier_status, m.wb_status, m.is_cancellable, m.cancelled,
      ARRAY(SELECT b.barcode FROM sku_barcode b WHERE b.sku_id = o.sku_id ORDER BY b.barcode) AS barcodes,
      clock_timestamp() AS now
    FROM orders o
    JOIN warehouse w ON w.id = o.warehouse_id
    JOIN wb_mirror m ON m.order_id = o.id
    LEFT JOIN claim c ON c.order_id = o.id AND c.released_at IS NULL
    WHERE o.id IN IDS`
  const { rows } = await tx.query<Row>(byIds('read-locked-orders', text, ids))
  return { orders: new Map(rows.map((row) => [row.id, toFacts(row)])), now: rows[0]?.now }
}

/**
 * Locks the rows of those orders that are in these warehouses, or anywhere (null), and reads their facts: nobody holds up, or
 * waits for, an order that they have nothing to do with. Two statements on purpose: the first one waits for whoever has the rows,
 * and only a statement that begins after that sees the claims and the mirror that they left.
 */
export const lockOrders = async (
  tx: Tx,
  ids: readonly string[],
  warehouseIds: readonly string[] | null,
): Promise<{ readonly orders: ReadonlyMap<string, LockedOrder>; readonly now: Date | undefined }> => {
  if (ids.length === 0) return { orders: new Map(), now: undefined }
  // Everybody locks in the order of ids, so that two commands with orders in common never wait for each other.
  const text = `SELECT id FROM orders WHERE id IN IDS AND ($2::uuid[] IS NULL OR warehouse_id = ANY($2)) ORDER BY id FOR UPDATE`
  const { rows } = await tx.query<{ id: string }>(byIds('lock-orders', text, ids, [warehouseIds]))
  if (rows.length === 0) return { orders: new Map(), now: undefined }
  return readLocked(
    tx,
    rows.map(({ id }) => id),
  )
}
