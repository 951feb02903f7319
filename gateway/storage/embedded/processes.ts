import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { errorCode } from './errors.js'

// What /proc/<pid>/stat says after the command's name, which may itself hold spaces and brackets.
function stat(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined // no such process, or no /proc on this system
  }
}

/** Is there such a process? A zombie counts as dead: in a container whose first process never reaps, it stays for ever. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  return stat(pid)?.[0] !== 'Z'
}

/**
 * Tells a process from a later one with the same number (a restarted container counts from 1 again): boot id and start
 * tick on Linux, empty elsewhere.
 */
export function processToken(pid: number): string {
  const started = stat(pid)?.[19]
  if (started === undefined) return ''
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${started}`
  } catch {
    return started
  }
}

/** Is this process the postmaster of that cluster? A postmaster's working directory is its data directory. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return true // no /proc, or another user's process: believe the file, as PostgreSQL itself would
  }
}
