import type { OrderState } from '../gql/graphql'
import { type BoardOrder, columnOf } from './board-order'

export type ColumnId = NonNullable<(typeof columnOf)[OrderState]>

/** The way of an order over the floor, left to right; trouble stands last, where the eye ends. */
export const columnIds = [
  'new',
  'released',
  'claimed',
  'picked',
  'packed',
  'staged',
  'attention',
] as const satisfies readonly ColumnId[]

/** A column's orders, the most urgent first. */
export interface Column {
  readonly id: ColumnId
  readonly orders: readonly BoardOrder[]
}

/** Soonest deadline first; of those, the oldest; the id keeps equal ones from changing places. */
const byUrgency = (a: BoardOrder, b: BoardOrder): number =>
  a.deadline - b.deadline || a.created - b.created || (a.id < b.id ? -1 : 1)

/** The columns that `states` ask for (all when null), each with its orders in order of urgency. */
export function arrange(orders: Iterable<BoardOrder>, states: readonly OrderState[] | null): readonly Column[] {
  const shown = states ? new Set(states.map((state) => columnOf[state])) : null
  const columns = new Map<ColumnId, BoardOrder[]>()
  for (const id of columnIds) if (!shown || shown.has(id)) columns.set(id, [])
  for (const order of orders) {
    const id = columnOf[order.state]
    if (id) columns.get(id)?.push(order)
  }
  return [...columns].map(([id, list]) => ({ id, orders: list.sort(byUrgency) }))
}
