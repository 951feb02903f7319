import type { Change } from '../../domain/apply-transition.js'
import { decideMirrorChange, MARKETPLACE_ACTOR } from '../../domain/decide-order-fact.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { wbIdOf } from '../../domain/wb-id.js'
import { readWbStatus, type WbOrderStatus } from '../../domain/wb-status.js'
import { importEntries } from '../audit/import-entries.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { findByWbIds, isImportable } from './find-by-wb-id.js'
import { type ImportOutcome, importSuccess, type ImportSuccess, refusedOutcome, refuseSize } from './import-outcome.js'
import { lockOrders } from './lock-orders.js'
import { readStates } from './read-states.js'
import { writeChanges } from './write-changes.js'

export interface ImportOrderStatuses extends CommandHeader {
  readonly sellerAccountId: string
  /** The marketplace's own objects. */
  readonly statuses: readonly unknown[]
}

const readAll = (objects: readonly unknown[]) => {
  const read = new Map<string, { readonly index: number; readonly status: WbOrderStatus }>()
  const outcomes: ImportOutcome[] = []
  objects.forEach((object, index) => {
    const status = readWbStatus(object)
    if ('fault' in status) outcomes.push(refusedOutcome(index, wbIdOf(object), 'INVALID_STATUS', status.fault))
    // Nothing says which of two is the newer one.
    else if (read.has(status.wbOrderId))
      outcomes.push(refusedOutcome(index, status.wbOrderId, 'DUPLICATE_ID', 'The call names this order twice.'))
    else read.set(status.wbOrderId, { index, status })
  })
  return { read, outcomes }
}

const importAll = async (tx: Tx, call: ImportOrderStatuses): Promise<Work<ImportSuccess>> => {
  const { sellerAccountId } = call
  if (!(await isImportable(tx, sellerAccountId, call.rights)))
    return { result: { refusal: refusal('UNKNOWN_SELLER_ACCOUNT', 'There is no such seller account.') }, events: [] }

  const { read, outcomes } = readAll(call.statuses)
  const found = await findByWbIds(tx, sellerAccountId, [...read.keys()])
  // An order in a warehouse that one may not import into is none.
  const { orders, now = new Date(0) } = await lockOrders(tx, [...found.values()], call.rights.where('IMPORT'))
  const ids = new Map([...found].filter(([, id]) => orders.has(id)))
  const at = call.recordedAt ?? now

  const changes: Change[] = []
  for (const { status } of read.values()) {
    const order = orders.get(ids.get(status.wbOrderId) ?? '')
    const { wbOrderId: _, ...mirror } = status
    const change = order && decideMirrorChange(order, mirror, at)
    if (change) changes.push(change)
  }
  const { states: changed, events } = await writeChanges(tx, changes, at)
  const same = await readStates(
    tx,
    [...ids.values()].filter((id) => !changed.has(id)),
  )
  for (const [wbOrderId, { index }] of read) {
    const id = ids.get(wbOrderId)
    if (id === undefined) {
      outcomes.push(refusedOutcome(index, wbOrderId, 'UNKNOWN_ORDER', 'The account has no such order.'))
      continue
    }
    const status = changed.has(id) ? 'IMPORTED' : 'REPEATED'
    outcomes.push({ index, wbOrderId, status, order: changed.get(id) ?? same.get(id) ?? null, refusal: null })
  }
  const entries = importEntries('ORDER_STATUSES_IMPORTED', sellerAccountId, events)
  return { result: importSuccess(outcomes), events, eventsBy: MARKETPLACE_ACTOR, entries }
}

/** Takes up to 1,000 of the marketplace's statuses into the mirror; what follows from them is in the log as its doing. */
export const importOrderStatuses = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: ImportOrderStatuses,
): Promise<Result<ImportSuccess>> => {
  const refusedWhole = refuseSize(call.statuses)
  if (refusedWhole) return { refusal: refusedWhole }
  if (!isUuid(call.sellerAccountId))
    return { refusal: refusal('UNKNOWN_SELLER_ACCOUNT', 'There is no such seller account.') }
  const { sellerAccountId, statuses } = call
  const request = { command: 'IMPORT_ORDER_STATUSES', sellerAccountId, statuses }
  return runCommand(deps, call, request, (tx) => importAll(tx, call))
}
