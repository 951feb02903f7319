import { setTimeout as delay } from 'node:timers/promises'
import { AlreadyRunning, EmbeddedError } from './errors.js'
import type { Folder } from './folder.js'
import { claimOwnership, type Ownership } from './ownership.js'
import { findPostmaster, stopPostmaster, type Postmaster } from './postmaster.js'
import { livingOwner } from './running-file.js'

/** A server that is ours now. */
export type Taken = { readonly postmaster: Postmaster; readonly ownership: Ownership; readonly adopted: boolean }

const POLL_MS = 10
const PATIENCE_MS = 300_000 // recovery after a crash, or a shutdown that takes its time
const ORPHAN_MS = 3_000 // how long a killed owner's session may need to be noticed

/**
 * Takes the cluster's server: adopts a running one that no living process owns, else starts one with `launch`.
 * Call it with the start lock held. Throws AlreadyRunning when a living process owns it.
 */
export async function takeServer(folder: Folder, launch: () => Promise<Postmaster>): Promise<Taken> {
  let launched: Postmaster | undefined
  let heldSince: number | undefined
  try {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(POLL_MS)) {
      const owner = livingOwner(folder.running)
      const postmaster = findPostmaster(folder) ?? (owner ? undefined : (launched = await launch()))
      // A proven owner is left alone even while its server is down: it is bringing it back. Where a process cannot be
      // proven (no /proc) the advisory lock decides. An owner that is stopping is waited for.
      const bars = owner && !owner.stopping
      if (bars && (owner.token !== '' || !postmaster)) throw new AlreadyRunning(folder.root, owner)
      if (!postmaster) continue
      const claim = await claimOwnership(folder, postmaster.port)
      if (typeof claim === 'object') return { postmaster, ownership: claim, adopted: postmaster.pid !== launched?.pid }
      if (claim !== 'HELD') continue
      heldSince ??= Date.now()
      if (bars || Date.now() - heldSince > ORPHAN_MS) throw new AlreadyRunning(folder.root, owner)
    }
    const seconds = PATIENCE_MS / 1000
    const message = `The server on ${folder.cluster} takes no connections for ${seconds} s; see ${folder.log}.`
    throw new EmbeddedError('START_FAILED', message)
  } catch (error) {
    if (launched) await stopPostmaster(launched)
    throw error
  }
}
