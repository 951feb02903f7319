import { v5 as uuidFrom } from 'uuid'
import { createCatalogue } from '../../prisma/seed/catalogue.js'
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

const fill = async (storage: DemoStorage, accountId: string, until: Date, seed: string): Promise<void> => {
  const catalogue = createCatalogue()
  await storage.saveCatalogue(accountId, catalogue)
  await createWarehouses(storage, accountId, until)
  await closeStaleOrders(storage, accountId, until)
  const plan = planHistory({ now: until, seed: `${seed} ${until.toISOString()}`, catalogue })
  await playHistory(storage, accountId, until, plan)
  await closeStragglers(storage, accountId, until)
  await storage.renameDemoAccount(accountId, demoAccountName)
}

const refresh = async (storage: DemoStorage, accountId: string, now: Date, seed: string): Promise<void> => {
  await storage.renameDemoAccount(accountId, unfinishedName(now))
  await fill(storage, accountId, now, seed)
}

const prepare = async (storage: DemoStorage, now: Date, seed: string): Promise<PreparedDemo> => {
  const state = demoState(await storage.readAccounts())
  const isOld = async (accountId: string) => isStale(await storage.readLiveOrders(accountId), now)
  switch (state.is) {
    case 'REAL':
      return 'NOT_OURS'
    case 'EMPTY':
      await fill(storage, await createAccount(storage, now), now, seed)
      return 'FILLED'
    case 'UNFINISHED': {
      const { account, until } = state
      await fill(storage, account.id, until, seed)
      if (await isOld(account.id)) await refresh(storage, account.id, now, seed)
      return 'COMPLETED'
    }
    case 'FILLED': {
      const { account } = state
      if (!(await isOld(account.id))) return 'KEPT'
      await refresh(storage, account.id, now, seed)
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
}): Promise<PreparedDemo> => {
  const { storage, now = new Date(), seed = 'demo' } = options
  return storage.holdLeases(() => prepare(storage, now, seed))
}
