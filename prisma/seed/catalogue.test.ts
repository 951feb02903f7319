import { describe, expect, it } from 'vitest'
import { ean13, isEan13 } from './barcode.js'
import { createCatalogue } from './catalogue.js'

describe('the catalogue', () => {
  const catalogue = createCatalogue()

  it('has 400 SKUs of some 85 cards, the same ones every time', () => {
    expect(catalogue).toHaveLength(400)
    expect(new Set(catalogue.map(({ nmId }) => nmId)).size).toBeGreaterThan(70)
    expect(createCatalogue()).toEqual(catalogue)
  })

  it('gives every size its own chrtId and every card one article and title', () => {
    expect(new Set(catalogue.map(({ chrtId }) => chrtId)).size).toBe(400)
    const cards = new Set(catalogue.map(({ nmId, article, title }) => `${nmId} ${article} ${title}`))
    expect(cards.size).toBe(new Set(catalogue.map(({ nmId }) => nmId)).size)
    expect(new Set(catalogue.map(({ article, size }) => `${article} ${size}`)).size).toBe(400)
  })

  it('gives every SKU one to three valid barcodes that no other one has', () => {
    const barcodes = catalogue.flatMap((sku) => sku.barcodes)
    expect(barcodes.every(isEan13)).toBe(true)
    expect(new Set(barcodes).size).toBe(barcodes.length)
    expect(new Set(catalogue.map((sku) => sku.barcodes.length))).toEqual(new Set([1, 2, 3]))
  })

  it('says so when it is asked for more than it has', () => {
    expect(() => createCatalogue(10_000)).toThrow(RangeError)
  })
})

describe('an EAN-13', () => {
  it('is completed by its check digit', () => {
    expect(ean13('460712345678')).toBe('4607123456781')
    expect(ean13('590123412345')).toBe('5901234123457')
  })

  it('is refused with a wrong check digit or length', () => {
    expect(isEan13('5901234123456')).toBe(false)
    expect(isEan13('590123412345')).toBe(false)
    expect(() => ean13('59012341234x')).toThrow(RangeError)
  })
})
