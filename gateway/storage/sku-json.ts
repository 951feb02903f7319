/** SQL of the public form of a SKU `s` with its product `p`, as the view order_state has it too. */
export const skuJson = `jsonb_build_object('id', s.id, 'chrtId', s.chrt_id::text, 'nmId', p.nm_id::text, 'article', p.article,
  'title', p.title, 'size', s.size, 'barcodes', ARRAY(SELECT x.barcode FROM sku_barcode x WHERE x.sku_id = s.id ORDER BY 1))`
