import { z } from 'zod'
import { currencyLetters } from './currency.js'
import { cleanJson, isTooDeep, MAX_JSON_DEPTH } from './text.js'
import { describeIssues, wbId } from './wb-id.js'

/** An assembly order as the marketplace tells it, read into our words. */
export interface WbOrder {
  readonly wbOrderId: string
  readonly wbWarehouseId: string
  readonly nmId: string
  readonly chrtId: string
  readonly article: string
  /** Each once. */
  readonly barcodes: readonly string[]
  readonly createdAt: Date
  readonly rid: string | null
  readonly orderUid: string | null
  readonly cargoType: number
  readonly crossBorderType: number
  readonly isB2b: boolean
  readonly isZeroOrder: boolean
  readonly requiredMeta: readonly string[]
  readonly optionalMeta: readonly string[]
  readonly offices: readonly string[]
  readonly comment: string | null
  /** Minor units; null when the amount or its currency cannot be read. */
  readonly price: { readonly amount: number; readonly currency: string } | null
  /** The object as it came, cleaned of what PostgreSQL cannot keep. */
  readonly raw: unknown
}

/**
 * Most characters of an order's JSON; real ones have one or two thousand. Whatever an order brings is sent to every board
 * of its warehouse with every change: without a bound one order could close them all.
 */
export const MAX_ORDER_LENGTH = 16_000

// What an order cannot be worked without is demanded; anything else that is missing or odd takes its default, because
// the marketplace adds and breaks fields monthly and an order must not be lost for that. `raw` keeps what came.
const filledText = z
  .union([z.string(), z.number().transform(String)], { error: 'is missing or is no text' })
  .transform((text) => text.trim())
  .refine((text) => text.length >= 1 && text.length <= 200, 'must have 1 to 200 characters')

const barcodes = z
  .array(filledText, { error: 'is missing or is no list' })
  .min(1, 'must name a barcode')
  .max(100, 'must name at most 100 barcodes')
  .transform((list) => [...new Set(list)])

const instant = z.string({ error: 'is missing or is no text' }).transform((text, context) => {
  const wellFormed = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i.test(text)
  const date = new Date(wellFormed ? text.toUpperCase() : Number.NaN)
  const year = date.getUTCFullYear()
  if (year >= 2000 && year < 2200) return date
  context.addIssue('must be an instant such as 2026-11-22T09:30:00Z, between the years 2000 and 2199')
  return z.NEVER
})

const optionalText = z
  .string()
  .transform((text) => text.trim().slice(0, 2000) || null)
  .nullish()
  .catch(null)
const textList = z.array(z.string()).nullish().catch(null)
const smallNumber = (fallback: number) => z.int().min(0).max(32_767).catch(fallback)
const flag = z.boolean().catch(false)
const amount = z.int().min(0).nullish().catch(null)

const wbOrder = z.looseObject({
  id: wbId,
  warehouseId: wbId,
  nmId: wbId,
  chrtId: wbId,
  article: filledText,
  skus: barcodes,
  createdAt: instant,
  rid: optionalText,
  orderUid: optionalText,
  cargoType: smallNumber(1),
  crossBorderType: smallNumber(0),
  isZeroOrder: flag,
  options: z.object({ isB2B: flag }).catch({ isB2B: false }),
  requiredMeta: textList,
  optionalMeta: textList,
  offices: textList,
  comment: optionalText,
  price: amount,
  finalPrice: amount,
  currencyCode: z.int().min(1).max(999).nullish().catch(null),
})

/**
 * `price` (the currency of the sale, every discount but the wallet's) is the only amount that the marketplace promises
 * for every order, and it does not depend on how this buyer pays; `finalPrice` stands in when it is missing. Both are
 * counted in `currencyCode`; an amount in an unknown currency is no price, so then there is none.
 */
const priceOf = (order: z.infer<typeof wbOrder>): WbOrder['price'] => {
  const minor = order.price ?? order.finalPrice
  if (minor === null || minor === undefined) return null
  return order.currencyCode ? { amount: minor, currency: currencyLetters(order.currencyCode) } : null
}

/** The marketplace's order object read tolerantly, or what is wrong with it (one English sentence). */
export const readWbOrder = (value: unknown): WbOrder | { readonly fault: string } => {
  if (isTooDeep(value)) return { fault: `the object is nested deeper than ${MAX_JSON_DEPTH} levels.` }
  const raw = cleanJson(value)
  if ((JSON.stringify(raw) ?? '').length > MAX_ORDER_LENGTH)
    return { fault: `the object is longer than ${MAX_ORDER_LENGTH} characters.` }
  const parsed = wbOrder.safeParse(raw)
  if (!parsed.success) return { fault: describeIssues(parsed.error) }
  const order = parsed.data
  return {
    wbOrderId: order.id,
    wbWarehouseId: order.warehouseId,
    nmId: order.nmId,
    chrtId: order.chrtId,
    article: order.article,
    barcodes: order.skus,
    createdAt: order.createdAt,
    rid: order.rid ?? null,
    orderUid: order.orderUid ?? null,
    cargoType: order.cargoType,
    crossBorderType: order.crossBorderType,
    isB2b: order.options.isB2B,
    isZeroOrder: order.isZeroOrder,
    requiredMeta: order.requiredMeta ?? [],
    optionalMeta: order.optionalMeta ?? [],
    offices: order.offices ?? [],
    comment: order.comment ?? null,
    price: priceOf(order),
    raw,
  }
}
