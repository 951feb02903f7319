import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { ModelSize } from './size.js'

/** The rows that a run works on. */
export interface Shop {
  readonly sellerAccountId: string
  readonly warehouses: readonly ShopWarehouse[]
  readonly skuIds: readonly string[]
}

export interface ShopWarehouse {
  readonly id: string
  readonly wbWarehouseId: string
  readonly epoch: string
  /** Ids of the orders that it began with. */
  readonly orderIds: readonly string[]
}

/** A zone in which it is about noon, so that no run sees a local midnight. */
const zoneAtNoon = (now: Date): string => {
  const offset = 12 - now.getUTCHours()
  // POSIX signs: Etc/GMT-3 is three hours ahead of UTC.
  return offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}

const skus = 10

/** Fills an empty database: one account, warehouses, SKUs with two barcodes each, new orders with their first events. */
export const openShop = async (pool: pg.Pool, size: ModelSize): Promise<Shop> => {
  const sellerAccountId = randomUUID()
  await pool.query('INSERT INTO seller_account (id, name) VALUES ($1, $2)', [sellerAccountId, 'Модель'])
  const skuIds: string[] = []
  for (let i = 0; i < skus; i += 1) {
    const [productId, skuId] = [randomUUID(), randomUUID()]
    skuIds.push(skuId)
    await pool.query('INSERT INTO product (id, seller_account_id, nm_id, article, title) VALUES ($1, $2, $3, $4, $5)', [
      ...[productId, sellerAccountId, 9_000_000 + i, `МОДЕЛЬ-${i}`, `Футболка «${i}» 🎁`],
    ])
    await pool.query('INSERT INTO sku (id, seller_account_id, product_id, chrt_id, size) VALUES ($1, $2, $3, $4, $5)', [
      ...[skuId, sellerAccountId, productId, 8_000_000 + i, String(40 + i)],
    ])
    await pool.query('INSERT INTO sku_barcode (sku_id, barcode) VALUES ($1, $2), ($1, $3)', [
      ...[skuId, `46000000000${10 + i}`, `20000000000${10 + i}`],
    ])
  }
  const warehouses: ShopWarehouse[] = []
  for (let i = 0; i < size.warehouses; i += 1)
    warehouses.push(await openWarehouse(pool, sellerAccountId, i, size, skuIds))
  return { sellerAccountId, warehouses, skuIds }
}

const openWarehouse = async (
  pool: pg.Pool,
  sellerAccountId: string,
  index: number,
  size: ModelSize,
  skuIds: readonly string[],
): Promise<ShopWarehouse> => {
  const [id, epoch] = [randomUUID(), randomUUID()]
  const wbWarehouseId = String(700_000 + index)
  await pool.query(
    `INSERT INTO warehouse (id, seller_account_id, wb_warehouse_id, name, time_zone, assembly_minutes, cut_offs, amber_minutes, red_minutes)
     VALUES ($1, $2, $3, $4, $5, 600, '{}', 120, 30)`,
    [id, sellerAccountId, wbWarehouseId, `Склад ${index}`, zoneAtNoon(new Date())],
  )
  await pool.query('INSERT INTO stream_head (warehouse_id, epoch) VALUES ($1, $2)', [id, epoch])
  const orderIds = Array.from({ length: size.ordersPerWarehouse }, () => randomUUID())
  await pool.query(
    `WITH o AS (
       INSERT INTO orders (id, seller_account_id, warehouse_id, sku_id, wb_order_id, rid, order_uid, cargo_type, cross_border_type, is_b2b, is_zero_order,
         required_meta, optional_meta, offices, comment, price_amount, price_currency, created_at, imported_at, deadline_at, state_changed_at, raw, search_text)
       SELECT id, $2, $3, ($4::uuid[])[1 + n % cardinality($4::uuid[])], $5 + n, 'rid-' || n, NULL, 1, 0, n % 7 = 0, false,
         '{sgtin}', '{}', '{Москва}', repeat('Это подарок 🎁 ', (20 * (n % 2))::int), 101400 + n, 'RUB', now(), now(), now() + make_interval(mins => 600 + n::int), now(), '{}', ''
       FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, n) RETURNING id)
     INSERT INTO wb_mirror (order_id, supplier_status, wb_status, observed_at) SELECT id, 'new', 'waiting', now() FROM o`,
    [orderIds, sellerAccountId, id, skuIds, 100_000_000 * (index + 1)],
  )
  await pool.query(
    `SELECT FROM append_order_events((SELECT jsonb_agg(jsonb_build_object('warehouseId', s.warehouse_id, 'orderId', s.id, 'type', 'IMPORTED', 'before', NULL, 'state', s.state))
       FROM order_state s WHERE s.warehouse_id = $1), 'model', NULL, NULL, NULL)`,
    [id],
  )
  return { id, wbWarehouseId, epoch, orderIds }
}
