import { problemOf } from '../../ui/give'
import { request } from '../../ui/request'
import { type OnTable, onTableByPhone, onTableOf } from '../model/pack'
import { pickedOf } from '../model/put-backs'
import { orderByScanDocument } from '../work.documents'
import type { Phone } from './phone'

/** What came of looking for the order of a unit. */
export type Found =
  | { readonly onTable: OnTable }
  | { readonly refused: { readonly code: string; readonly cells: readonly string[] } }
  /** No signal, and this phone does not know it. */
  | { readonly unknown: true }

/** Longer nobody stands at a table with a unit in the hand, ms. */
const PATIENCE = 2_500

const inTime = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([work, new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE))])

/** The waiting order of the earliest deadline for a unit: by the server, without it by what was picked on this phone. */
export async function findOrder(phone: Phone, text: string): Promise<Found> {
  const { who, known, entries, online } = phone.getState()
  const byPhone = (): Found => {
    const onTable = onTableByPhone(text, pickedOf(known, entries))
    return onTable ? { onTable } : { unknown: true }
  }
  if (!who || !online) return byPhone()
  try {
    const answer = await inTime(request(orderByScanDocument, { warehouseId: who.warehouseId, text }))
    if (answer === null) return byPhone()
    const { result } = answer
    if (result.__typename === 'OrderByScanSuccess') return { onTable: onTableOf(result, text) }
    return { refused: { code: result.code, cells: result.cells ?? [] } }
  } catch (error) {
    if (problemOf(error).code === 'SIGN_IN_REQUIRED') phone.set({ phase: 'SIGNED_OUT' })
    return byPhone()
  }
}
