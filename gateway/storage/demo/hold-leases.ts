import { setTimeout as sleep } from 'node:timers/promises'
import { alone } from '../alone.js'
import type { StorageDeps } from '../deps.js'

/** The name under which the job that ends leases is alone (gateway/jobs). */
const expiryJob = 'expire-leases'
const askAgainMs = 50

/**
 * Runs something while no lease is ended in this database, on any replica: leases that are filled in for hours ago have
 * run out the moment they are written. Waits for whoever else does the same.
 */
export const holdLeases = async <T>(deps: Pick<StorageDeps, 'pool'>, run: () => Promise<T>): Promise<T> => {
  for (;;) {
    const done = await alone(deps, expiryJob, async () => ({ result: await run() }))
    if (done !== undefined) return done.result
    await sleep(askAgainMs)
  }
}
