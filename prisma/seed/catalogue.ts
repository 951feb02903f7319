import { ean13 } from './barcode.js'
import { type ColourName, colours, type ProductTemplate, productTemplates } from './catalogue-templates.js'
import { createRandom, type Random } from './random.js'

/** A size of a product card, as the demo and the tests sell it. */
export interface CatalogueSku {
  readonly nmId: number
  readonly chrtId: number
  readonly article: string
  readonly title: string
  readonly size: string
  /** One to three valid EAN-13, no two SKUs share one. */
  readonly barcodes: readonly string[]
  readonly priceKopecks: number
  readonly cargoType: 1 | 2 | 3
  readonly requiredMeta: readonly string[]
  readonly optionalMeta: readonly string[]
}

const cards = (): { template: ProductTemplate; colour: ColourName; variant: number }[] => {
  const widest = Math.max(...productTemplates.map((template) => template.colours.length))
  // Every kind once before any kind twice: a short catalogue is as varied as a long one.
  return Array.from({ length: widest }, (_, variant) =>
    productTemplates.flatMap((template) => {
      const colour = template.colours[variant]
      return colour === undefined ? [] : [{ template, colour, variant }]
    }),
  ).flat()
}

const priceOf = (random: Random, [lowest, highest]: readonly [number, number]): number =>
  Math.round(random.int(lowest, highest) / 10) * 1000

/**
 * Makes so many SKUs of a believable seller of clothes, shoes and things for the home; equal seeds make equal SKUs.
 * Throws RangeError when more are asked for than the templates give (just over 400).
 */
export const createCatalogue = (count = 400, seed = 'catalogue'): readonly CatalogueSku[] => {
  const random = createRandom(seed)
  const skus: CatalogueSku[] = []
  let nmId = 148_200_317
  let chrtId = 251_004_110
  for (const { template, colour, variant } of cards()) {
    nmId += random.int(1_200, 910_000)
    const priceKopecks = priceOf(random, template.price)
    const article = `${template.article}${variant === 0 ? '' : `/${variant + 1}`}-${colours[colour]}`
    for (const size of template.sizes) {
      if (skus.length === count) return skus
      chrtId += random.int(1, 9_000)
      // The running number keeps barcodes apart: those of the marketplace begin with 20, a maker's own with 46.
      const running = String(skus.length).padStart(4, '0')
      const extra = random.weighted({ '0': 70, '1': 22, '2': 8 })
      skus.push({
        nmId,
        chrtId,
        article,
        title: `${template.title}, ${colour}`,
        size,
        barcodes: [
          ean13(`2039${random.text(4, '0123456789')}${running}`),
          ...(extra === '0' ? [] : [ean13(`46071234${running}`)]),
          ...(extra === '2' ? [ean13(`2041${random.text(4, '0123456789')}${running}`)] : []),
        ],
        priceKopecks,
        cargoType: template.cargoType,
        requiredMeta: template.marked ? ['sgtin'] : [],
        optionalMeta: template.marked ? [] : ['gtin'],
      })
    }
  }
  if (skus.length < count) throw new RangeError(`the templates give ${skus.length} SKUs, ${count} are asked for`)
  return skus
}
