import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { EmbeddedError, errorCode } from './errors.js'

/** The places inside DATA_DIR. */
export type Folder = {
  readonly root: string
  /** PostgreSQL's own data directory. */
  readonly cluster: string
  readonly password: string
  readonly log: string
  readonly running: string
  readonly startLock: string
  /** Links to the server's libraries, when npm's own folder may not be written. */
  readonly libraries: string
}

/** Where everything lies below a data folder; touches nothing. */
export function folderAt(dataDir: string): Folder {
  const root = path.resolve(dataDir)
  const cluster = path.join(root, 'postgres')
  return {
    root,
    cluster,
    password: path.join(cluster, 'wba.password'),
    log: path.join(root, 'postgres.log'),
    running: path.join(root, 'running.json'),
    startLock: path.join(root, 'start.lock'),
    libraries: path.join(root, 'lib'),
  }
}

/** Makes the data folder and proves that it can be written. Throws NOT_WRITABLE. */
export function openFolder(dataDir: string): Folder {
  const folder = folderAt(dataDir)
  const probe = path.join(folder.root, `.probe-${process.pid}`)
  try {
    mkdirSync(folder.root, { recursive: true })
    closeSync(openSync(probe, 'w'))
    rmSync(probe)
    return folder
  } catch (error) {
    throw new EmbeddedError(
      'NOT_WRITABLE',
      `The data folder ${folder.root} cannot be written (${errorCode(error) ?? String(error)}). ` +
        'Give this user the right to write there, or set DATA_DIR to another folder.',
      { cause: error },
    )
  }
}

/** The major version of the cluster, undefined when there is none yet. Throws NOT_A_CLUSTER when something else is there. */
export function clusterMajor(folder: Folder): number | undefined {
  const { cluster } = folder
  if (!existsSync(cluster)) return undefined
  const refuse = (what: string): never => {
    throw new EmbeddedError(
      'NOT_A_CLUSTER',
      `${cluster} ${what}. Nothing was changed. Move it away, or set DATA_DIR to another folder.`,
    )
  }
  let names: readonly string[]
  try {
    names = readdirSync(cluster)
  } catch (error) {
    return refuse(`cannot be read as a folder (${errorCode(error) ?? String(error)})`)
  }
  if (names.length === 0) return undefined
  if (!names.includes('PG_VERSION') || !names.includes('global'))
    return refuse('is not empty and holds no PostgreSQL data')
  const major = Number.parseInt(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8'), 10)
  return Number.isNaN(major) ? refuse('has a PG_VERSION that says no version') : major
}

/** The owner's password. Throws NO_PASSWORD. */
export function readPassword(folder: Folder): string {
  try {
    return readFileSync(folder.password, 'utf8').trim()
  } catch (error) {
    throw new EmbeddedError(
      'NO_PASSWORD',
      `The password file ${folder.password} cannot be read (${errorCode(error) ?? String(error)}). Restore it from a ` +
        'backup, or start this PostgreSQL yourself and set DATABASE_URL.',
      { cause: error },
    )
  }
}
