import type { SchemaContext } from '../schema/context.js'
import { InputError } from './domain/errors.js'
import type { Right, Rights } from './domain/person/rights.js'
import { mustBe } from './identity-context.js'
import type { CommandHeader } from './storage/command/run-command.js'
import type { Carrier } from './storage/journal/find-delivery.js'
import { listParked } from './storage/journal/list-parked.js'
import { openJournal } from './storage/journal/open-journal.js'
import { resolveParked } from './storage/journal/resolve-parked.js'
import { submitCommands, type SubmitDeps } from './storage/journal/submit-commands.js'
import type { ReadDeps } from './storage/stoppable-read.js'
import { closeSurplusUnit } from './storage/surplus/close-surplus-unit.js'
import { listPutBacks } from './storage/surplus/list-put-backs.js'

/** Who calls, and what they do as such. */
export interface JournalCaller extends Carrier {
  readonly rights: Rights
  readonly reads: ReadDeps
  /** Throws SIGN_IN_REQUIRED. */
  readonly by: () => Pick<CommandHeader, 'actor' | 'device' | 'rights'>
}

/** Fits journals, and what is to be done about them, to the schema's port, for one caller. */
export const createJournalPort = (
  deps: SubmitDeps,
  { viewer, deviceSecret, rights, reads, by }: JournalCaller,
): SchemaContext['journals'] => {
  const must = (right: Right, warehouseId: string) => {
    if (!rights.may(right, warehouseId)) throw new InputError('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')
  }
  return {
    open: async (warehouseId) => openJournal(deps, mustBe(viewer), rights, warehouseId),
    submit: (call) => submitCommands(deps, { ...call, viewer, deviceSecret }),
    async parked(warehouseId) {
      must('RESOLVE_PARKED', warehouseId)
      return listParked(reads, warehouseId)
    },
    resolveParked: async (call) => resolveParked(deps, { ...call, ...by() }),
    async putBacks(warehouseId) {
      must('CONFIRM_PUT_BACK', warehouseId)
      return listPutBacks(reads, warehouseId)
    },
    closeSurplusUnit: async (call) => closeSurplusUnit(deps, { ...call, ...by() }),
  }
}
