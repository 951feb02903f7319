import { v7 as uuid } from 'uuid'
import { createDeadline } from '../../domain/deadline.js'
import type { WbOrder } from '../../domain/wb-order.js'
import type { Tx } from '../transaction.js'

/** A warehouse of the account, locked against a change of its policy until COMMIT. */
export interface PolicyWarehouse {
  readonly id: string
  readonly wb_warehouse_id: string
  readonly time_zone: string
  readonly assembly_minutes: number
  readonly cut_offs: readonly string[]
}

/** The account's warehouses by the marketplace's numbers. */
export const lockWarehouses = async (
  tx: Tx,
  sellerAccountId: string,
): Promise<ReadonlyMap<string, PolicyWarehouse>> => {
  const { rows } = await tx.query<PolicyWarehouse>({
    name: 'lock-warehouses',
    text: `SELECT id, wb_warehouse_id::text, time_zone, assembly_minutes, cut_offs FROM warehouse
           WHERE seller_account_id = $1 ORDER BY id FOR SHARE`,
    values: [sellerAccountId],
  })
  return new Map(rows.map((row) => [row.wb_warehouse_id, row]))
}

/** What people look orders up by, lower case, a line each so that no match spans two. */
const searchText = (order: WbOrder) =>
  [order.wbOrderId, order.rid, order.article, ...order.barcodes].filter(Boolean).join('\n').toLowerCase()

const text = `
  WITH r AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS r(
      id uuid, warehouse_id uuid, sku_id uuid, wb_order_id bigint, rid text, order_uid text, cargo_type smallint,
      cross_border_type smallint, is_b2b boolean, is_zero_order boolean, required_meta text[], optional_meta text[],
      offices text[], comment text, price_amount bigint, price_currency text, created_at timestamptz, deadline_at timestamptz,
      raw jsonb, search_text text)
  ), o AS (
    INSERT INTO orders (id, seller_account_id, warehouse_id, sku_id, wb_order_id, rid, order_uid, cargo_type, cross_border_type,
      is_b2b, is_zero_order, required_meta, optional_meta, offices, comment, price_amount, price_currency, created_at,
      imported_at, deadline_at, state_changed_at, raw, search_text)
    SELECT id, $1, warehouse_id, sku_id, wb_order_id, rid, order_uid, cargo_type, cross_border_type, is_b2b, is_zero_order,
      required_meta, optional_meta, offices, comment, price_amount, price_currency, created_at, $3, deadline_at, $3, raw, search_text
    FROM r ORDER BY wb_order_id
    ON CONFLICT (seller_account_id, wb_order_id) DO NOTHING
    RETURNING id, wb_order_id
  ), m AS (
    INSERT INTO wb_mirror (order_id, supplier_status, wb_status, observed_at) SELECT id, 'new', 'waiting', $3 FROM o
  )
  SELECT id, wb_order_id::text FROM o`

/**
 * Inserts orders that are not known yet; one that a concurrent import has brought meanwhile is left out. What the
 * marketplace lists as new has by definition the statuses `new` and `waiting`: with them its mirror begins.
 */
export const insertOrders = async (
  tx: Tx,
  sellerAccountId: string,
  orders: readonly { readonly order: WbOrder; readonly warehouse: PolicyWarehouse; readonly skuId: string }[],
  now: Date,
): Promise<ReadonlyMap<string, string>> => {
  const deadlines = new Map<string, (createdAt: Date) => Date>()
  const deadlineIn = (warehouse: PolicyWarehouse) => {
    const made =
      deadlines.get(warehouse.id) ??
      createDeadline({ assemblyMinutes: warehouse.assembly_minutes, cutOffs: warehouse.cut_offs }, warehouse.time_zone)
    deadlines.set(warehouse.id, made)
    return made
  }
  const rows = orders.map(({ order, warehouse, skuId }) => ({
    id: uuid(),
    warehouse_id: warehouse.id,
    sku_id: skuId,
    wb_order_id: order.wbOrderId,
    rid: order.rid,
    order_uid: order.orderUid,
    cargo_type: order.cargoType,
    cross_border_type: order.crossBorderType,
    is_b2b: order.isB2b,
    is_zero_order: order.isZeroOrder,
    required_meta: order.requiredMeta,
    optional_meta: order.optionalMeta,
    offices: order.offices,
    comment: order.comment,
    price_amount: order.price?.amount ?? null,
    price_currency: order.price?.currency ?? null,
    created_at: order.createdAt,
    deadline_at: deadlineIn(warehouse)(order.createdAt),
    raw: order.raw,
    search_text: searchText(order),
  }))
  const inserted = await tx.query<{ id: string; wb_order_id: string }>({
    name: 'insert-orders',
    text,
    values: [sellerAccountId, JSON.stringify(rows), now],
  })
  return new Map(inserted.rows.map(({ id, wb_order_id }) => [wb_order_id, id]))
}
