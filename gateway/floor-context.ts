import type { SchemaContext } from '../schema/context.js'
import { InputError } from './domain/errors.js'
import type { Right, Rights } from './domain/person/rights.js'
import type { StorageDeps } from './storage/deps.js'
import { findByScan } from './storage/order/find-by-scan.js'
import { endShift } from './storage/shift/end-shift.js'
import { readOwnShift, readShifts } from './storage/shift/read-shifts.js'
import { startShift } from './storage/shift/start-shift.js'
import { changeStock, moveStock } from './storage/stock/change-stock.js'
import { listCells, listLevels, listMovements, listRecounts } from './storage/stock/list-stock.js'
import { saveCells } from './storage/stock/save-cells.js'
import type { ReadDeps } from './storage/stoppable-read.js'
import { claimWork } from './storage/work/claim-work.js'
import { readWork } from './storage/work/read-work.js'
import { breakWork, handOverWork, releaseWork } from './storage/work/return-work.js'

/** Who works on the floor. */
export interface FloorCaller {
  readonly rights: Rights
  /** Who gives a command, on which device and in which session. Throws SIGN_IN_REQUIRED. */
  readonly by: () => {
    readonly actor: string
    readonly device: string | null
    readonly sessionId: string | null
    readonly rights: Rights
  }
  /** Where this caller reads: analysts elsewhere than the others. */
  readonly reads: ReadDeps
}

/** Fits stock, shifts and work to the schema's ports, for one caller. */
export const createFloorPorts = (
  deps: StorageDeps,
  { rights, by, reads }: FloorCaller,
): Pick<SchemaContext, 'stock' | 'work'> => {
  const mustMay = (right: Right, warehouseId: string) => {
    if (!rights.may('READ', warehouseId)) throw new InputError('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')
    if (!rights.may(right, warehouseId)) throw new InputError('FORBIDDEN', 'This is for people who work there.')
  }
  const inStock =
    <Args extends { readonly warehouseId: string }, Answer>(list: (deps: ReadDeps, args: Args) => Promise<Answer>) =>
    async (args: Args): Promise<Answer> => {
      mustMay('READ_ORDERS', args.warehouseId)
      return list(reads, args)
    }
  // What only people of the floor read, who do not read as analysts do.
  const ofOwn = async <Answer>(read: (person: string) => Promise<Answer>): Promise<Answer | null> =>
    rights.where('WORK_SHIFT')?.length === 0 ? null : read(by().actor)
  return {
    stock: {
      cells: inStock(listCells),
      levels: inStock(listLevels),
      movements: inStock(listMovements),
      recounts: (warehouseId) =>
        inStock((own, args: { readonly warehouseId: string }) => listRecounts(own, args.warehouseId))({ warehouseId }),
      saveCells: async (call) => saveCells(deps, { ...call, ...by() }),
      change: async (call) => changeStock(deps, { ...call, ...by() }),
      move: async (call) => moveStock(deps, { ...call, ...by() }),
    },
    work: {
      ownShift: () => ofOwn((person) => readOwnShift(reads, person)),
      async shifts(warehouseId) {
        mustMay('WORK_SHIFT', warehouseId)
        return readShifts(reads, warehouseId)
      },
      startShift: async (call) => startShift(deps, { ...call, ...by() }),
      endShift: async (call) => endShift(deps, { ...call, ...by() }),
      ownWork: () => ofOwn((person) => readWork(reads, person)),
      async orderByScan(call) {
        mustMay('WORK_SHIFT', call.warehouseId)
        return findByScan(reads, call)
      },
      async claim(call) {
        const result = await claimWork(deps, { ...call, ...by() })
        // The work is read anew also for a repeat: what is true now is of more use than what was.
        return result.refusal ? result : { ...result, work: await readWork(reads, by().actor) }
      },
      release: async (call) => releaseWork(deps, { ...call, ...by() }),
      handOver: async (call) => handOverWork(deps, { ...call, ...by() }),
      break: async (call) => breakWork(deps, { ...call, ...by() }),
    },
  }
}
