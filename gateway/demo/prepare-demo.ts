import { v5 as uuidFrom } from 'uuid'
import { createCatalogue } from '../../prisma/seed/catalogue.js'
import { createCells, createStock } from '../../prisma/seed/floor-plan.js'
import { demoAccountName, seedWarehouses } from '../../prisma/seed/warehouses.js'
import { allRights } from '../domain/person/rights.js'
import { demoState, unfinishedName } from './demo-state.js'
import type { DemoStorage } from './demo-storage.js'
import { planHistory } from './plan-history.js'
import { accepted, playHistory } from './play-history.js'
import { closeStaleOrders, closeStragglers, isStale } from './stale-orders.js'

/** Names the demo's own command ids apart from everybody's. */
const namespace = '6f1c8c52-6a0e-4c0c-9a59-3a0d4d2f9b11'
const by = { actor: 'demo', rights: allRights }

/** What became of the demo's data at a start. */
export type PreparedDemo = 'FILLED' | 'COMPLETED' | 'REFRESHED' | 'KEPT' | 'NOT_OURS'

interface Filling {
  readonly storage: DemoStorage
  readonly seed: string
  readonly onWarehouses: (accountId: string) => Promise<void>
}

const createAccount = async (storage: DemoStorage, now: Date): Promise<string> => {
  const name = unfinishedName(now)
  const header = { ...by, recordedAt: now, commandId: uuidFrom(name, namespace) }
  const { sellerAccount } = accepted('account', await storage.createSellerAccount({ ...header, name, demo: true }))
  return sellerAccount.id
}

const createWarehouses = async (storage: DemoStorage, sellerAccountId: string, now: Date): Promise<void> => {
  for (const { wbWarehouseId, name, timeZone, slaPolicy } of seedWarehouses) {
    const header = { ...by, recordedAt: now, commandId: uuidFrom(`warehouse ${wbWarehouseId}`, sellerAccountId) }
    const call = { ...header, sellerAccountId, wbWarehouseId: String(wbWarehouseId), name, timeZone, slaPolicy }
    const made = await storage.createWarehouse(call)
    // Made by an earlier filling, whose command the storage may have forgotten by now.
    if (made.refusal?.code !== 'WAREHOUSE_TAKEN') accepted('warehouse', made)
  }
}

/** Cells, and what lies in them; said once, whatever the shift has made of it since. */
const fillShelves = async (storage: DemoStorage, sellerAccountId: string, now: Date): Promise<void> => {
  const ids = await storage.readWarehouseIds(sellerAccountId)
  const catalogue = createCatalogue()
  for (const warehouse of seedWarehouses) {
    const warehouseId = ids.get(String(warehouse.wbWarehouseId))
    if (warehouseId === undefined) continue
    const header = (what: string) => ({ ...by, recordedAt: now, commandId: uuidFrom(what, warehouseId), warehouseId })
    accepted('cells', await storage.saveCells({ ...header('cells'), cells: createCells(warehouse) }))
    const lines = createStock(warehouse, catalogue)
    const received = { ...header('stock'), change: 'RECEIVE', lines, cause: 'Начальный остаток' } as const
    accepted('stock', await storage.changeStock(received))
  }
}

const fill = async ({ storage, seed, onWarehouses }: Filling, accountId: string, until: Date): Promise<void> => {
  const catalogue = createCatalogue()
  await storage.saveCatalogue(accountId, catalogue)
  await createWarehouses(storage, accountId, until)
  await fillShelves(storage, accountId, until)
  await onWarehouses(accountId)
  await closeStaleOrders(storage, accountId, until)
  const plan = planHistory({ now: until, seed: `${seed} ${until.toISOString()}`, catalogue })
  await playHistory(storage, accountId, until, plan)
  await closeStragglers(storage, accountId, until)
  await storage.renameDemoAccount(accountId, demoAccountName)
}

const refresh = async (filling: Filling, accountId: string, now: Date): Promise<void> => {
  await filling.storage.renameDemoAccount(accountId, unfinishedName(now))
  await fill(filling, accountId, now)
}

const prepare = async (filling: Filling, now: Date): Promise<PreparedDemo> => {
  const { storage, onWarehouses } = filling
  const state = demoState(await storage.readAccounts())
  const isOld = async (accountId: string) => isStale(await storage.readLiveOrders(accountId), now)
  switch (state.is) {
    case 'REAL':
      return 'NOT_OURS'
    case 'EMPTY':
      await fill(filling, await createAccount(storage, now), now)
      return 'FILLED'
    case 'UNFINISHED': {
      const { account, until } = state
      await fill(filling, account.id, until)
      if (await isOld(account.id)) await refresh(filling, account.id, now)
      return 'COMPLETED'
    }
    case 'FILLED': {
      const { account } = state
      await onWarehouses(account.id)
      if (!(await isOld(account.id))) return 'KEPT'
      await refresh(filling, account.id, now)
      return 'REFRESHED'
    }
  }
}

/**
 * Brings the demo's data to a believable picture of now: fills an empty database, ends a filling that was interrupted,
 * closes and replaces orders that are long overdue because the demo stood still. A database with real accounts alone is
 * left as it is. Safe to be repeated after a crash at any point, and to be begun by two gateways at once: the second
 * waits and finds it done.
 */
export const prepareDemo = (options: {
  readonly storage: DemoStorage
  readonly now?: Date
  readonly seed?: string
  /** Told as soon as there are warehouses, before their orders: people may come in. */
  readonly onWarehouses?: (accountId: string) => Promise<void>
}): Promise<PreparedDemo> => {
  const { storage, now = new Date(), seed = 'demo', onWarehouses } = options
  let told: Promise<void> | undefined
  const tellOnce = (accountId: string) => (told ??= onWarehouses?.(accountId) ?? Promise.resolve())
  return storage.holdLeases(() => prepare({ storage, seed, onWarehouses: tellOnce }, now))
}
