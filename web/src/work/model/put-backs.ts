import { barcodeIn } from '../../../../floor/barcode.js'
import type { Entry } from '../journal/entry'
import type { Cell, Sku, Task } from './work'

/** What this phone has been told of an order, also when it is nobody's work any more. */
export interface Known {
  readonly order: Task['order']
  readonly sku: Sku
  readonly cell: Cell | null
  readonly cancelled: boolean
  /** Whether its person has read that it is cancelled. */
  readonly read: boolean
}

/** Orders that were cancelled in these hands, which nobody has looked at yet. */
export const alarmsOf = (known: ReadonlyMap<string, Known>, entries: readonly Entry[]): readonly Known[] =>
  [...known.values()].filter(
    ({ order, cancelled, read }) =>
      cancelled && !read && !entries.some(({ act }) => act.kind === 'putBack' && act.orderId === order.id),
  )

/** Whether somebody else has put the unit back since the server answered: its lead at a desk, say. */
const isSettled = (unit: Known | undefined, { answer }: Entry): boolean =>
  unit?.cancelled === true && !unit.order.putBackRequired && unit.order.version > (answer?.orderVersion ?? Infinity)

/** Units that were taken in vain and belong on their shelves again, by what this phone knows. */
export function putBacksOf(known: ReadonlyMap<string, Known>, entries: readonly Entry[]): readonly Known[] {
  const wanted = new Set<string>()
  for (const entry of entries) {
    const { act, answer } = entry
    const { orderId } = act
    const unit = known.get(orderId)
    const refused = answer?.status === 'REFUSED'
    const inVain = answer?.putBack === true || unit?.cancelled === true
    if (act.kind === 'pick' && !refused && inVain && !isSettled(unit, entry)) wanted.add(orderId)
    if (act.kind === 'putBack' && !refused) wanted.delete(orderId)
  }
  return [...wanted].flatMap((id) => known.get(id) ?? [])
}

/** The unit that was scanned, among those to put back, with its barcode. */
export function findPutBack(text: string, wanted: readonly Known[]): readonly [Known, string] | null {
  for (const unit of wanted) {
    const barcode = barcodeIn(text, unit.sku.barcodes)
    if (barcode !== null) return [unit, barcode]
  }
  return null
}

/** Units that this person has taken and nobody has packed yet, as far as this phone knows: the soonest deadline first. */
export function pickedOf(known: ReadonlyMap<string, Known>, entries: readonly Entry[]): readonly Known[] {
  const picked = new Set<string>()
  for (const { act, answer } of entries) {
    if (answer?.status === 'REFUSED') continue
    if (act.kind === 'pick' && answer?.putBack !== true) picked.add(act.orderId)
    if (act.kind === 'pack' || act.kind === 'putBack') picked.delete(act.orderId)
  }
  return [...picked]
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ cancelled }) => !cancelled)
    .toSorted((one, other) => one.order.deadlineAt.localeCompare(other.order.deadlineAt))
}
