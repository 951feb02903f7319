import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedError, errorCode } from './errors.js'
import { isAlive, processToken } from './processes.js'

const WAIT_MS = 120_000
const POLL_MS = 20
let taken = 0

/**
 * Lets one start at a time work on a data folder; waits for the other, takes over from a dead one. Only initdb needs it:
 * later PostgreSQL's own pid file and our advisory lock hold, so the worst a lost lock costs is a wasted initdb.
 * Returns the release. Throws START_FAILED after two minutes.
 */
export async function takeStartLock(file: string): Promise<() => void> {
  taken += 1
  const mine = `${process.pid} ${taken} ${processToken(process.pid)}`
  const draft = `${file}.${process.pid}-${taken}`
  writeFileSync(draft, mine)
  const deadline = Date.now() + WAIT_MS
  try {
    while (!claim(draft, file)) {
      const holder = read(file)
      if (holder !== undefined && !isHeld(holder)) discard(file, holder, `${draft}-stale`)
      else if (Date.now() > deadline)
        throw new EmbeddedError(
          'START_FAILED',
          `Another start holds ${file} for two minutes. Delete it if none is under way.`,
        )
      else await delay(POLL_MS)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (read(file) === mine) rmSync(file, { force: true })
  }
}

// A link appears with its text already in it; a file made with O_EXCL would be seen empty for a moment.
function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function isHeld(holder: string): boolean {
  const [pid = '', , token = ''] = holder.split(' ')
  return isAlive(Number(pid)) && processToken(Number(pid)) === token
}

// Two may see the same dead holder: whoever moves the file away looks at what it really took, and puts a fresh lock back.
function discard(file: string, holder: string, aside: string): void {
  try {
    renameSync(file, aside)
  } catch {
    return // the other was quicker
  }
  if (read(aside) !== holder) claim(aside, file)
  rmSync(aside, { force: true })
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
