import type { OrderByScanQuery } from '../../gql/graphql'
import { barcodeIn } from '../../../../floor/barcode.js'
import type { Known } from './put-backs'
import type { Sku, Task } from './work'

/** A unit on the packing table, and the order that it is for. */
export interface OnTable {
  readonly order: Task['order']
  readonly sku: Sku
  /** What was scanned of the unit: a barcode of its size. */
  readonly barcode: string
  /** Keys whose codes are still to scan. */
  readonly missing: readonly string[]
  /** How many orders wait for such a unit; null when only this phone was asked. */
  readonly waiting: number | null
}

type Told = Extract<OrderByScanQuery['result'], { readonly __typename: 'OrderByScanSuccess' }>

/** The order that the server chose. */
export const onTableOf = ({ order, waiting }: Told, text: string): OnTable => ({
  order,
  sku: order.sku,
  barcode: barcodeIn(text, order.sku.barcodes) ?? text,
  missing: order.requiredMeta.filter((key) => !order.attachedMeta.includes(key)),
  waiting,
})

/** The order of the earliest deadline among the units that were picked on this phone; null when it is none of them. */
export function onTableByPhone(text: string, picked: readonly Known[]): OnTable | null {
  for (const { order, sku } of picked) {
    const barcode = barcodeIn(text, sku.barcodes)
    if (barcode !== null) return { order, sku, barcode, missing: order.requiredMeta, waiting: null }
  }
  return null
}
