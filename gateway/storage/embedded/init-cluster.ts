import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Server } from './choose-server.js'
import { EmbeddedError } from './errors.js'
import type { Folder } from './folder.js'

const run = promisify(execFile)
const HALF_MADE = 'init-'

/**
 * Makes the cluster, owned by role `wba` with a random password. It is made beside its place and moved there whole, so
 * that a crash in between leaves nothing that looks like a cluster. Call it with the start lock held. Throws START_FAILED.
 */
export async function initCluster(folder: Folder, server: Server): Promise<void> {
  for (const name of readdirSync(folder.root)) {
    if (name.startsWith(HALF_MADE)) rmSync(path.join(folder.root, name), { recursive: true, force: true })
  }
  const work = path.join(folder.root, `${HALF_MADE}${process.pid}`)
  const cluster = path.join(work, 'cluster')
  const password = path.join(work, 'password')
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  const { ids } = server.runAs
  if (ids) for (const file of [work, cluster, password]) chownSync(file, ids.uid, ids.gid)
  const auth = ['-U', 'wba', '-A', 'scram-sha-256', `--pwfile=${password}`]
  const args = ['-D', cluster, ...auth, '-E', 'UTF8', '--locale=C', ...localeProvider(server.major), '--data-checksums']
  const make = async (extra: readonly string[]) => {
    const [file, all] = server.command('initdb', [...args, ...extra])
    await run(file, all, { ...ids, env: server.env, cwd: cluster })
  }
  try {
    // pg_trgm asks the C library what is a letter: with plain C no Cyrillic one is, and no index finds Russian text. A
    // system without this locale gets a cluster all the same; the start says then that such searches are slow.
    await make(['--lc-ctype=C.UTF-8']).catch(async (error: unknown) => {
      if (!stderrOf(error).includes('invalid locale name')) throw error
      await make([])
    })
    renameSync(password, path.join(cluster, path.basename(folder.password)))
    chmodSync(cluster, 0o700)
    renameSync(cluster, folder.cluster)
    syncFolder(folder.root)
  } catch (error) {
    const said = stderrOf(error)
    throw new EmbeddedError('START_FAILED', `The database cannot be made in ${folder.cluster}: ${said}`, {
      cause: error,
    })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

// The message of a failed command repeats its command line; what the command itself said is apart.
const stderrOf = (error: unknown): string =>
  error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)

// With plain C rules lower() and ILIKE do nothing to Cyrillic letters.
function localeProvider(major: number): readonly string[] {
  if (major >= 18) return ['--locale-provider=builtin', '--builtin-locale=PG_UNICODE_FAST']
  if (major === 17) return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return ['--locale-provider=icu', '--icu-locale=und']
}

// Without this a power cut could take the rename back.
function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r')
  fsyncSync(fd)
  closeSync(fd)
}
