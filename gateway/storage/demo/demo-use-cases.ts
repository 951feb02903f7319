import type { TokenScope } from '../../domain/person/role.js'
import { readBoard } from '../board/read-board.js'
import type { StorageDeps } from '../deps.js'
import { type CommandOrders, commandOrders } from '../order/command-orders.js'
import { type ImportOrders, importOrders } from '../order/import-orders.js'
import { type ImportOrderStatuses, importOrderStatuses } from '../order/import-order-statuses.js'
import { type ChangeStock, changeStock } from '../stock/change-stock.js'
import { type SaveCells, saveCells } from '../stock/save-cells.js'
import { type CreateSellerAccount, createSellerAccount } from '../warehouse/create-seller-account.js'
import { type CreateWarehouse, createWarehouse } from '../warehouse/create-warehouse.js'
import { listWarehouses } from '../warehouse/list-warehouses.js'
import { type AttachLabels, attachLabels } from './attach-labels.js'
import { readAccounts, renameDemoAccount } from './demo-accounts.js'
import { type DemoPerson, makeDemoBoard, makeDemoLinks, makeDemoTokens, saveDemoPeople } from './demo-people.js'
import { holdLeases } from './hold-leases.js'
import { type CatalogueRow, saveCatalogue } from './save-catalogue.js'

/** The use cases that the demo is filled with: the same as everybody's, and what only the demo needs. */
export const createDemoUseCases = (deps: StorageDeps) => ({
  holdLeases: <T>(run: () => Promise<T>) => holdLeases(deps, run),
  readAccounts: () => readAccounts(deps),
  renameDemoAccount: (accountId: string, name: string) => renameDemoAccount(deps, accountId, name),
  savePeople: (accountId: string, people: readonly DemoPerson[]) => saveDemoPeople(deps, accountId, people),
  makeLinks: (people: readonly DemoPerson[]) => makeDemoLinks(deps, people),
  makeBoard: (name: string, approver: string, wbWarehouseId: string) =>
    makeDemoBoard(deps, name, approver, wbWarehouseId),
  makeTokens: (names: readonly string[], scopes: readonly TokenScope[]) => makeDemoTokens(deps, names, scopes),
  saveCatalogue: (accountId: string, rows: readonly CatalogueRow[]) => saveCatalogue(deps, accountId, rows),
  createSellerAccount: (call: CreateSellerAccount) => createSellerAccount(deps, call),
  createWarehouse: (call: CreateWarehouse) => createWarehouse(deps, call),
  importOrders: (call: ImportOrders) => importOrders(deps, call),
  importOrderStatuses: (call: ImportOrderStatuses) => importOrderStatuses(deps, call),
  commandOrders: (call: CommandOrders) => commandOrders(deps, call),
  attachLabels: (call: AttachLabels) => attachLabels(deps, call),
  saveCells: (call: SaveCells) => saveCells(deps, call),
  changeStock: (call: ChangeStock) => changeStock(deps, call),
  readWarehouseIds: async (accountId: string) => {
    const own = (await listWarehouses(deps, null)).filter(({ sellerAccount }) => sellerAccount.id === accountId)
    return new Map(own.map(({ id, wbWarehouseId }) => [wbWarehouseId, id]))
  },
  readLiveOrders: async (accountId: string) => {
    const own = (await listWarehouses(deps, null)).filter(({ sellerAccount }) => sellerAccount.id === accountId)
    const boards = await Promise.all(own.map(({ id }) => readBoard(deps, id)))
    return boards.flatMap(({ orders }) => orders)
  },
})

export type DemoUseCases = ReturnType<typeof createDemoUseCases>
