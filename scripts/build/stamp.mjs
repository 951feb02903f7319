import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run-tool.mjs'

/** Folders whose files never reach the build. */
const skipped = new Set(['node_modules', 'dist', 'generated', 'test', 'e2e'])

/** @param {string} path @param {RegExp} endings @returns {string[]} */
function filesOf(path, endings) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesOf(inner, endings)
    return endings.test(entry.name) ? [inner] : []
  })
}

/**
 * A digest of the names and the content of a part's inputs. Content and not times: a git checkout renews the times of
 * files that did not change, and keeps none.
 * @param {import('./parts.mjs').Part} part
 */
export function digest(part) {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([process.platform, process.arch, part.tool, part.args]))
  for (const file of part.inputs.flatMap((input) => filesOf(input, part.endings)).sort()) {
    const content = readFileSync(join(root, file))
    hash.update(`\n${file} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** @param {import('./parts.mjs').Part} part */
const stampFile = (part) => join(root, 'dist/.stamps', part.name.replaceAll(' ', '-'))

/** @param {import('./parts.mjs').Part} part */
export const hasOutput = (part) => existsSync(join(root, part.output))

/** @param {import('./parts.mjs').Part} part */
export function isFresh(part) {
  if (!hasOutput(part) || !existsSync(stampFile(part))) return false
  return readFileSync(stampFile(part), 'utf8') === digest(part)
}

/** @param {import('./parts.mjs').Part} part @param {string} value the digest taken before the build began */
export function writeStamp(part, value) {
  mkdirSync(dirname(stampFile(part)), { recursive: true })
  writeFileSync(stampFile(part), value)
}

/** @param {import('./parts.mjs').Part} part */
export const dropStamp = (part) => rmSync(stampFile(part), { force: true })
