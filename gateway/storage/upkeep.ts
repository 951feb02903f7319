import { alone } from './alone.js'
import { sealChains } from './audit/seal-chains.js'
import { EXPIRY_BATCH, expireClaims, LEASE_EXPIRY } from './claim/expire-claims.js'
import { FORGET_BATCH, forgetCommands } from './command/forget-commands.js'
import type { StorageDeps } from './deps.js'
import { forgetJournals, JOURNALS_BATCH } from './journal/forget-journals.js'
import { ensurePartitions, pruneEvents } from './log-upkeep.js'
import { ENDED_BATCH, forgetEnded } from './session/forget-ended.js'
import { endShiftsOver, SHIFTS_BATCH } from './shift/end-shift.js'

/** The name under which one process at a time seals, and forgets what is sealed. */
const SEALING = 'seal-audit'

/**
 * What the jobs ask of the storage. Every replica runs them; an advisory lock lets one at a time do each, in bounded runs:
 * true means that there is more to do at once.
 */
export const createUpkeep = (deps: StorageDeps) => ({
  expireLeases: async () => (await alone(deps, LEASE_EXPIRY, () => expireClaims(deps))) === EXPIRY_BATCH,
  endShifts: async () => (await alone(deps, 'end-shifts', () => endShiftsOver(deps))) === SHIFTS_BATCH,
  sealAudit: async () => (await alone(deps, SEALING, () => sealChains(deps))) === true,
  makePartitions: async (daysAhead: number) => void (await ensurePartitions(deps, daysAhead)),
  pruneEvents: async (keepDays: number) => {
    await alone(deps, SEALING, async () => {
      // What is forgotten before it is sealed could never be proved to have been there.
      while (await sealChains(deps));
      await pruneEvents(deps, keepDays)
    })
  },
  forgetCommands: async (keepDays: number) =>
    (await alone(deps, 'forget-commands', () => forgetCommands(deps, keepDays))) === FORGET_BATCH,
  forgetJournals: async (keepDays: number) =>
    (await alone(deps, 'forget-journals', () => forgetJournals(deps, keepDays))) === JOURNALS_BATCH,
  forgetEnded: async () => (await alone(deps, 'forget-ended', () => forgetEnded(deps))) === ENDED_BATCH,
})
