import './node-version.mjs'
// The default import: a Node too old to have the function must get as far as the message about its version.
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, BuildError } from './build.mjs'
import { root } from './run-tool.mjs'

/**
 * Builds what changed, then runs a built program in this process with this process's arguments: no second process
 * stands between a signal and the program.
 * @param {string} entry path below dist/
 * @param {{ wanted?: readonly import('./parts.mjs').Part[] }} [options]
 */
export async function runBuilt(entry, options = {}) {
  try {
    await build(options)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
  const program = join(root, 'dist', entry)
  // A program that asks whether it is the main one sees itself.
  process.argv[1] = program
  module.enableCompileCache(join(root, 'dist/.compile-cache'))
  await import(pathToFileURL(program).href)
}
