import { v5 as uuidFrom } from 'uuid'
import { markingCode } from '../../prisma/seed/marking-codes.js'
import { allRights } from '../domain/person/rights.js'
import type { PublicOrder } from '../domain/public-order.js'
import type { Result } from '../domain/refusal.js'
import type { DemoStorage } from './demo-storage.js'
import type { HistoryCall, HistoryGroup } from './plan-history.js'

/** Calls of one group made side by side; the storage's pool has ten connections. */
const sideBySide = 6

/** What the marketplace says when it does each thing. */
const statuses = {
  ACCEPT: { supplierStatus: 'complete', wbStatus: 'sorted', isCancellable: false },
  SELL: { supplierStatus: 'complete', wbStatus: 'sold', isCancellable: false },
  MARKETPLACE_CANCEL: { supplierStatus: 'confirm', wbStatus: 'canceled', isCancellable: false },
} as const

/** The answer of a call, or an error: a filling is refused only by a bug or a database that was meddled with. */
export const accepted = <T extends object>(what: string, result: Result<T>): T => {
  if (result.refusal !== undefined)
    throw new Error(`the demo's ${what} was refused: ${result.refusal.code} ${result.refusal.message}`)
  return result
}

/** Does tasks, so many at a time at most. */
const inParallel = async (tasks: readonly (() => Promise<void>)[]): Promise<void> => {
  const left = tasks.values()
  const work = async () => {
    for (const task of left) await task()
  }
  await Promise.all(Array.from({ length: Math.min(sideBySide, tasks.length) }, work))
}

/**
 * Plays a planned past through the storage's commands, group after group. The commands' ids follow from `account` and the
 * plan's instant, so playing it again does what is missing and nothing twice.
 */
export const playHistory = async (
  storage: DemoStorage,
  sellerAccountId: string,
  until: Date,
  groups: readonly HistoryGroup[],
): Promise<void> => {
  const orderOf = new Map<number, PublicOrder>()
  const ordersOf = (wbOrderIds: readonly number[]): readonly PublicOrder[] =>
    wbOrderIds.flatMap((wbOrderId) => orderOf.get(wbOrderId) ?? [])

  /** Marks the units that are to be packed, before they are. */
  const mark = async (
    { actor, at: recordedAt, wbOrderIds }: Exclude<HistoryCall, { kind: 'IMPORT' }>,
    commandId: string,
  ): Promise<void> => {
    const labels = ordersOf(wbOrderIds)
      .filter(({ requiredMeta }) => requiredMeta.includes('sgtin'))
      .map(({ id: orderId, sku }) => ({ orderId, key: 'sgtin', raw: markingCode(sku.barcodes, orderId) }))
    if (labels.length === 0) return
    const header = { actor, rights: allRights, recordedAt, commandId: uuidFrom('marking', commandId) }
    accepted('marking', await storage.attachLabels({ ...header, labels }))
  }

  const play = async (call: HistoryCall, place: number): Promise<void> => {
    const { kind, actor, at: recordedAt } = call
    const commandId = uuidFrom(`${until.toISOString()} ${place}`, sellerAccountId)
    const header = { actor, rights: allRights, recordedAt, commandId }
    if (kind === 'IMPORT') {
      const { outcomes } = accepted(
        'import',
        await storage.importOrders({ ...header, sellerAccountId, orders: call.orders }),
      )
      for (const { wbOrderId, order } of outcomes) if (order !== null) orderOf.set(Number(wbOrderId), order)
    } else if (kind === 'ACCEPT' || kind === 'SELL' || kind === 'MARKETPLACE_CANCEL') {
      const told = call.wbOrderIds.map((id) => ({ id, ...statuses[kind] }))
      accepted(kind, await storage.importOrderStatuses({ ...header, sellerAccountId, statuses: told }))
    } else {
      const { barcode = null, reason = null } = call
      if (kind === 'PACK') await mark(call, commandId)
      const orderIds = ordersOf(call.wbOrderIds).map(({ id }) => id)
      accepted(kind, await storage.commandOrders({ ...header, command: kind, orderIds, barcode, reason }))
    }
  }

  let place = 0
  for (const group of groups) {
    await inParallel(
      group.map((call) => {
        const own = place++
        return () => play(call, own)
      }),
    )
  }
}
