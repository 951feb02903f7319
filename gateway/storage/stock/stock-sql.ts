import { skuJson } from '../sku-json.js'

/** SQL of the public form of a cell `c`. */
export const cellJson = `jsonb_build_object('id', c.id, 'warehouseId', c.warehouse_id, 'zone', c.zone, 'code', c.code,
  'barcode', c.barcode, 'walkOrder', c.walk_order)`

/** SQL of the public form of a level `l` in a cell `c`, with what stands in `levelFrom`. */
export const levelJson = `jsonb_build_object('cell', ${cellJson}, 'sku', ${skuJson}, 'onHand', l.on_hand,
  'reserved', r.reserved, 'available', greatest(l.on_hand - r.reserved, 0))`

/** SQL of levels with their cells, SKUs and what live claims have reserved there. */
export const levelFrom = `stock_level l
  JOIN storage_cell c ON c.id = l.cell_id
  JOIN sku s ON s.id = l.sku_id
  JOIN product p ON p.id = s.product_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS reserved FROM claim k JOIN orders o ON o.id = k.order_id
    WHERE k.released_at IS NULL AND k.cell_id = l.cell_id AND o.sku_id = l.sku_id) r`
