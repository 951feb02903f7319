import type { CatalogueSku } from './catalogue.js'
import { createRandom, type Random } from './random.js'
import type { SeedWarehouse } from './warehouses.js'

/** An assembly order exactly as `GET /api/v3/orders/new` gives it (schema OrderNew of the marketplace's API). */
export interface WbOrderNew {
  readonly address: null
  readonly ddate?: string
  readonly sellerDate?: string
  readonly salePrice: number
  readonly requiredMeta: readonly string[]
  readonly optionalMeta: readonly string[]
  readonly deliveryType: 'fbs'
  readonly comment: string
  readonly scanPrice: null
  readonly orderUid: string
  readonly article: string
  readonly colorCode: string
  readonly rid: string
  readonly createdAt: string
  readonly offices: readonly string[]
  readonly skus: readonly string[]
  readonly id: number
  readonly warehouseId: number
  readonly officeId: number
  readonly nmId: number
  readonly chrtId: number
  readonly price: number
  readonly finalPrice: number
  readonly convertedPrice: number
  readonly convertedFinalPrice: number
  readonly currencyCode: number
  readonly convertedCurrencyCode: number
  readonly cargoType: 1 | 2 | 3
  readonly crossBorderType: 0 | 1
  readonly isZeroOrder: boolean
  readonly isPickupPointShipmentAllowed: boolean
  readonly options: { readonly isB2B: boolean }
}

const hex = '0123456789abcdef'
const roubles = 643

const buyerComments = [
  'Упакуйте в плёнку, пожалуйста',
  'Проверьте, пожалуйста, чтобы без затяжек',
  'Это подарок 🎁 положите без ценника',
  'Нужно до выходных, спасибо!',
  'Если нет этого размера, отмените заказ',
]

/** Sellers in the Union also sell abroad: the price is then in the buyer's currency. */
const currencies = [
  { code: 933, rate: 0.037 },
  { code: 398, rate: 5.6 },
  { code: 51, rate: 4.9 },
]

const day = (instant: Date): string => instant.toISOString().slice(0, 10).split('-').reverse().join('.')

/** What one order of a batch is to be; what is left out is drawn. */
export interface WbOrderRequest {
  readonly createdAt: Date
  readonly warehouse: SeedWarehouse
  readonly sku?: CatalogueSku
}

const makeOrder = (
  random: Random,
  id: number,
  { createdAt, warehouse }: WbOrderRequest,
  sku: CatalogueSku,
  orderUid: string,
): WbOrderNew => {
  const discounted = Math.round((sku.priceKopecks * random.int(78, 100)) / 100)
  const paid = Math.round((discounted * random.int(92, 100)) / 100)
  const foreign = random.chance(0.03) ? random.pick(currencies) : undefined
  const inSale = (kopecks: number) => (foreign === undefined ? kopecks : Math.round(kopecks * foreign.rate))
  const delivery = new Date(createdAt.getTime() + 3 * 86_400_000)
  return {
    address: null,
    // The two dates come with oversize goods alone.
    ...(sku.cargoType === 2
      ? { ddate: day(delivery), sellerDate: day(new Date(delivery.getTime() - 86_400_000)) }
      : {}),
    salePrice: inSale(sku.priceKopecks),
    requiredMeta: sku.requiredMeta,
    optionalMeta: sku.optionalMeta,
    deliveryType: 'fbs',
    comment: random.chance(0.06) ? random.pick(buyerComments) : '',
    scanPrice: null,
    orderUid,
    article: sku.article,
    colorCode: '',
    rid: `${random.text(12, hex)}.${random.text(20, hex)}.0.0`,
    // The marketplace tells whole seconds.
    createdAt: `${createdAt.toISOString().slice(0, 19)}Z`,
    offices: [random.pick(warehouse.offices)],
    skus: sku.barcodes,
    id,
    warehouseId: warehouse.wbWarehouseId,
    officeId: warehouse.officeId,
    nmId: sku.nmId,
    chrtId: sku.chrtId,
    price: inSale(discounted),
    finalPrice: inSale(paid),
    convertedPrice: discounted,
    convertedFinalPrice: paid,
    currencyCode: foreign?.code ?? roubles,
    convertedCurrencyCode: roubles,
    cargoType: sku.cargoType,
    crossBorderType: foreign === undefined ? 0 : 1,
    isZeroOrder: random.chance(0.02),
    isPickupPointShipmentAllowed: sku.cargoType === 1,
    options: { isB2B: random.chance(0.04) },
  }
}

/**
 * Makes the marketplace's orders, ids rising from `firstId` by `idStep` (1), each of one unit of a SKU of the catalogue (some
 * sell far better than others); now and then neighbours of a warehouse share a basket (`orderUid`).
 */
export const createWbOrders = (options: {
  readonly seed: string | number
  readonly firstId: number
  readonly idStep?: number
  readonly catalogue: readonly CatalogueSku[]
  readonly requests: readonly WbOrderRequest[]
}): readonly WbOrderNew[] => {
  const random = createRandom(options.seed)
  let basket: { uid: string; warehouse: SeedWarehouse } | undefined
  return options.requests.map((request, index) => {
    const { warehouse } = request
    if (basket === undefined || basket.warehouse !== warehouse || !random.chance(0.15))
      basket = { uid: `${random.int(10_000_000, 199_999_999)}_${random.text(32, hex)}`, warehouse }
    // Squaring the draw makes the head of the catalogue sell best, as in life.
    const drawn = options.catalogue[Math.floor(random.next() ** 2 * options.catalogue.length)]
    const chosen = request.sku ?? drawn
    if (chosen === undefined) throw new RangeError('the catalogue is empty')
    return makeOrder(random, options.firstId + index * (options.idStep ?? 1), request, chosen, basket.uid)
  })
}

/**
 * An id that the marketplace might give at this instant: rises 200 a second and is always even. The demo's past takes
 * even ids, its shift odd ones, so neither meets the other's.
 */
export const wbOrderIdAt = (instant: Date): number =>
  4_000_000_000 + 2 * Math.floor((instant.getTime() - Date.UTC(2026, 0, 1)) / 10)
