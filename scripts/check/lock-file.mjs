// Says what of package-lock.json does not come from the registry, or is not held to what it was by a hash.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build/run-tool.mjs'

const registry = 'https://registry.npmjs.org/'
/** @type {{ packages: Readonly<Record<string, { version?: string, resolved?: string, integrity?: string, link?: boolean }>> }} */
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/** @type {string[]} */
const faults = []
for (const [path, { version, resolved, integrity, link }] of Object.entries(lock.packages)) {
  // The project itself.
  if (path === '') continue
  // Without an address npm asks the registry of whoever installs. Addresses of git, of files and of other hosts name theirs.
  if (link || (resolved !== undefined && !resolved.startsWith(registry)))
    faults.push(`${path} ${version} comes from ${resolved}, not from ${registry}`)
  if (!integrity?.startsWith('sha512-')) faults.push(`${path} ${version} has no sha512 to be held to`)
}

for (const fault of faults) process.stdout.write(`${fault}\n`)
process.exitCode = faults.length > 0 ? 1 : 0
