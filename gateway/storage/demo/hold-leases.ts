import { setTimeout as sleep } from 'node:timers/promises'
import { alone } from '../alone.js'
import { LEASE_EXPIRY } from '../claim/expire-claims.js'
import type { StorageDeps } from '../deps.js'

const askAgainMs = 50

/**
 * Runs something while no lease is ended in this database, on any replica: leases that are filled in for hours ago have
 * run out the moment they are written. Waits for whoever else does the same.
 */
export const holdLeases = async <T>(deps: Pick<StorageDeps, 'pool'>, run: () => Promise<T>): Promise<T> => {
  for (;;) {
    const done = await alone(deps, LEASE_EXPIRY, async () => ({ result: await run() }))
    if (done !== undefined) return done.result
    await sleep(askAgainMs)
  }
}
