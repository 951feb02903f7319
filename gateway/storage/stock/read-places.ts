import { type Refusal, refusal } from '../../domain/refusal.js'
import { isQuantity, MAX_QUANTITY } from '../../domain/stock/code.js'
import type { StockPlace } from '../../domain/stock/movement.js'
import type { Tx } from '../transaction.js'
import { findCells, findItems } from './find-places.js'

/** What a line of stock names: a cell by its code or barcode, a size by a barcode or its chrtId. */
export interface StockLine {
  readonly cell: string
  readonly item: string
  readonly quantity: number
}

/** A line that is understood, or why not. */
export type ReadLine = (StockPlace & { readonly quantity: number }) | { readonly refusal: Refusal }

const accountOf = async (tx: Tx, warehouseId: string): Promise<string> => {
  const { rows } = await tx.query<{ id: string }>({
    name: 'account-of-warehouse',
    text: 'SELECT seller_account_id AS id FROM warehouse WHERE id = $1',
    values: [warehouseId],
  })
  const [account] = rows
  if (!account) throw new Error(`the warehouse ${warehouseId} is not there`)
  return account.id
}

const refuse = (...args: Parameters<typeof refusal>): ReadLine => ({ refusal: refusal(...args) })

/** Finds the cells and sizes that lines name; `least` is the smallest quantity that can be meant. */
export const readPlaces = async (
  tx: Tx,
  warehouseId: string,
  lines: readonly StockLine[],
  least: 0 | 1,
): Promise<readonly ReadLine[]> => {
  const trimmed = lines.map(({ cell, item, quantity }) => ({ cell: cell.trim(), item: item.trim(), quantity }))
  const cells = await findCells(
    tx,
    warehouseId,
    trimmed.map(({ cell }) => cell),
  )
  const items = await findItems(
    tx,
    await accountOf(tx, warehouseId),
    trimmed.map(({ item }) => item),
  )
  return trimmed.map(({ cell, item, quantity }) => {
    const found = cells.get(cell)
    const [skuId, another] = items.get(item) ?? []
    if (!found) return refuse('UNKNOWN_CELL', `No cell of the warehouse has the code or barcode ${cell}.`)
    if (skuId === undefined) return refuse('UNKNOWN_ITEM', `No size of the account has the barcode or chrtId ${item}.`)
    if (another !== undefined)
      return refuse('AMBIGUOUS_ITEM', `Several sizes have the barcode ${item}: name one by its chrtId.`)
    return isQuantity(quantity, least)
      ? { cellId: found.id, skuId, quantity }
      : refuse('INVALID_QUANTITY', `A quantity is a whole number from ${least} to ${MAX_QUANTITY}.`)
  })
}
