import type { EventDraft } from '../command/append-events.js'
import type { EntryDraft } from './write-entries.js'

/** An import in the trail of each warehouse that it changed something in: how many events it wrote there. */
export const importEntries = (
  action: 'ORDERS_IMPORTED' | 'ORDER_STATUSES_IMPORTED',
  sellerAccountId: string,
  events: readonly EventDraft[],
): readonly EntryDraft[] => {
  const counts = new Map<string, number>()
  for (const { state } of events) counts.set(state.warehouseId, (counts.get(state.warehouseId) ?? 0) + 1)
  return [...counts].map(([warehouseId, count]) => ({
    warehouseId,
    action,
    subject: { kind: 'WAREHOUSE', id: warehouseId },
    details: { sellerAccountId, events: count },
  }))
}
