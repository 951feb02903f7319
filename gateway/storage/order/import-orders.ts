import type { Change } from '../../domain/apply-transition.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { readWbOrder, type WbOrder } from '../../domain/wb-order.js'
import { wbIdOf } from '../../domain/wb-id.js'
import { importEntries } from '../audit/import-entries.js'
import { type CommandHeader, readClock, runCommand, type Work } from '../command/run-command.js'
import type { EventDraft } from '../command/append-events.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { findByWbIds, isImportable } from './find-by-wb-id.js'
import { type ImportOutcome, importSuccess, type ImportSuccess, refusedOutcome, refuseSize } from './import-outcome.js'
import { insertOrders, lockWarehouses } from './insert-orders.js'
import { lockOrders } from './lock-orders.js'
import { readStates } from './read-states.js'
import { saveSkus } from './save-skus.js'
import { writeChanges } from './write-changes.js'

export interface ImportOrders extends CommandHeader {
  readonly sellerAccountId: string
  /** The marketplace's own objects. */
  readonly orders: readonly unknown[]
}

interface Candidate {
  readonly index: number
  readonly order: WbOrder
}

const readAll = (objects: readonly unknown[]) => {
  const candidates: Candidate[] = []
  const outcomes: ImportOutcome[] = []
  objects.forEach((object, index) => {
    const order = readWbOrder(object)
    if ('fault' in order) outcomes.push(refusedOutcome(index, wbIdOf(object), 'INVALID_ORDER', order.fault))
    else candidates.push({ index, order })
  })
  return { candidates, outcomes }
}

/**
 * Live orders of SKUs that have just learned a barcode: their public state changed, so the log must say it, or a board
 * that follows the log would differ from one that reads the tables.
 */
const announceBarcodes = async (tx: Tx, skuIds: readonly string[], now: Date): Promise<readonly EventDraft[]> => {
  if (skuIds.length === 0) return []
  const live = await tx.query<{ id: string }>({
    name: 'live-orders-of-skus',
    text: 'SELECT id FROM orders WHERE sku_id = ANY($1::uuid[]) AND is_live(state, put_back_required)',
    values: [skuIds],
  })
  const { orders } = await lockOrders(
    tx,
    live.rows.map(({ id }) => id),
    null,
  )
  const changes = [...orders.values()].map((before): Change => ({
    before,
    next: { ...before, version: before.version + 1 },
    event: 'MARKETPLACE_STATUS_CHANGED',
    claimEnds: null,
    labelsEnd: false,
  }))
  return (await writeChanges(tx, changes, now)).events
}

const noWarehouse = (index: number, { wbOrderId, wbWarehouseId }: WbOrder): ImportOutcome =>
  refusedOutcome(
    index,
    wbOrderId,
    'UNKNOWN_WAREHOUSE',
    `The account has no warehouse with the marketplace’s number ${wbWarehouseId}.`,
  )

const importAll = async (tx: Tx, call: ImportOrders): Promise<Work<ImportSuccess>> => {
  const { sellerAccountId } = call
  if (!(await isImportable(tx, sellerAccountId, call.rights)))
    return { result: { refusal: refusal('UNKNOWN_SELLER_ACCOUNT', 'There is no such seller account.') }, events: [] }

  const { candidates, outcomes } = readAll(call.orders)
  const warehouses = await lockWarehouses(tx, sellerAccountId)
  const now = await readClock(tx, call)
  const wbIds = [...new Set(candidates.map(({ order }) => order.wbOrderId))]
  const known = await findByWbIds(tx, sellerAccountId, wbIds)

  const fresh = new Map<string, WbOrder>()
  const accepted: Candidate[] = []
  for (const candidate of candidates) {
    const { index, order } = candidate
    const { wbOrderId, wbWarehouseId } = order
    const warehouse = warehouses.get(wbWarehouseId)
    // A warehouse that one may not import into is none.
    if (!known.has(wbOrderId) && !(warehouse && call.rights.may('IMPORT', warehouse.id))) {
      outcomes.push(noWarehouse(index, order))
      continue
    }
    accepted.push(candidate)
    if (!known.has(wbOrderId) && !fresh.has(wbOrderId)) fresh.set(wbOrderId, order)
  }

  const { idByChrt, learned } = await saveSkus(tx, sellerAccountId, [...fresh.values()])
  // Before the new orders are there: they have no need of it.
  const relearned = await announceBarcodes(tx, learned, now)
  const rows = [...fresh.values()].flatMap((order) => {
    const warehouse = warehouses.get(order.wbWarehouseId)
    const skuId = idByChrt.get(order.chrtId)
    return warehouse && skuId ? [{ order, warehouse, skuId }] : []
  })
  const inserted = await insertOrders(tx, sellerAccountId, rows, now)
  // Those that a concurrent import was quicker with are known by now.
  const raced = [...fresh.keys()].filter((wbId) => !inserted.has(wbId))
  const ids = new Map([...known, ...inserted, ...(await findByWbIds(tx, sellerAccountId, raced))])

  const states = await readStates(tx, [...ids.values()])
  const first = new Set<string>()
  for (const { index, order } of accepted) {
    const { wbOrderId } = order
    const isNew = inserted.has(wbOrderId) && !first.has(wbOrderId)
    first.add(wbOrderId)
    const state = states.get(ids.get(wbOrderId) ?? '') ?? null
    if (state && !call.rights.may('IMPORT', state.warehouseId)) {
      outcomes.push(noWarehouse(index, order))
      continue
    }
    outcomes.push({ index, wbOrderId, status: isNew ? 'IMPORTED' : 'REPEATED', order: state, refusal: null })
  }
  const imported = outcomes.flatMap(({ status, order }): EventDraft[] =>
    status === 'IMPORTED' && order ? [{ type: 'IMPORTED', before: null, state: order }] : [],
  )
  const events = [...relearned, ...imported]
  const entries = importEntries('ORDERS_IMPORTED', sellerAccountId, events)
  return { result: importSuccess(outcomes), events, entries }
}

/**
 * Takes up to 1,000 of the marketplace's order objects, each decided by itself: a known one is left as it is, a bad one
 * or one for an unknown warehouse is refused, the rest go in with the products and SKUs that they name.
 */
export const importOrders = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: ImportOrders,
): Promise<Result<ImportSuccess>> => {
  const refusedWhole = refuseSize(call.orders)
  if (refusedWhole) return { refusal: refusedWhole }
  if (!isUuid(call.sellerAccountId))
    return { refusal: refusal('UNKNOWN_SELLER_ACCOUNT', 'There is no such seller account.') }
  const { sellerAccountId, orders } = call
  return runCommand(deps, call, { command: 'IMPORT_ORDERS', sellerAccountId, orders }, (tx) => importAll(tx, call))
}
