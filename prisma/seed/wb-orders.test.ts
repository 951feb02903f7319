import { describe, expect, it } from 'vitest'
import { createCatalogue } from './catalogue.js'
import { seedWarehouses } from './warehouses.js'
import { createWbOrders, wbOrderIdAt } from './wb-orders.js'

const catalogue = createCatalogue()
const createdAt = new Date('2026-11-22T09:30:15.678Z')
const requests = Array.from({ length: 500 }, (_, index) => ({
  createdAt,
  warehouse: index < 250 ? seedWarehouses[0]! : seedWarehouses[1]!,
}))
const make = (seed = 'orders') => createWbOrders({ seed, firstId: 4_100_000_000, catalogue, requests })

describe('orders of the marketplace', () => {
  it('are the same for one seed and differ for another', () => {
    expect(make()).toEqual(make())
    expect(make('other')).not.toEqual(make())
  })

  it('carry rising ids, their own rid, and the creation in whole seconds', () => {
    const orders = make()
    expect(orders.map(({ id }) => id)).toEqual(orders.map((_, index) => 4_100_000_000 + index))
    expect(new Set(orders.map(({ rid }) => rid)).size).toBe(500)
    expect(new Set(orders.map((order) => order.createdAt))).toEqual(new Set(['2026-11-22T09:30:15Z']))
  })

  it('name a SKU of the catalogue with all its barcodes', () => {
    const skus = new Map(catalogue.map((sku) => [sku.chrtId, sku]))
    for (const order of make()) {
      const sku = skus.get(order.chrtId)
      expect({ nmId: sku?.nmId, article: sku?.article, skus: sku?.barcodes, cargoType: sku?.cargoType }).toEqual({
        nmId: order.nmId,
        article: order.article,
        skus: order.skus,
        cargoType: order.cargoType,
      })
    }
  })

  it('vary: baskets are shared, some are foreign, commented, B2B, marked, oversize with its dates', () => {
    const orders = make()
    expect(new Set(orders.map(({ orderUid }) => orderUid)).size).toBeLessThan(500)
    expect(orders.some(({ currencyCode }) => currencyCode !== 643)).toBe(true)
    expect(orders.some(({ comment }) => comment !== '')).toBe(true)
    expect(orders.some(({ options }) => options.isB2B)).toBe(true)
    expect(orders.some(({ requiredMeta }) => requiredMeta.includes('sgtin'))).toBe(true)
    for (const order of orders) expect(order.ddate !== undefined).toBe(order.cargoType === 2)
  })

  it('get ids that rise with the clock and are even', () => {
    const at = (ms: number) => wbOrderIdAt(new Date(createdAt.getTime() + ms))
    expect([at(10) - at(0), at(1_000) - at(0), at(1_230) % 2]).toEqual([2, 200, 0])
  })
})
