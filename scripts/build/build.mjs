import { withBuildLock } from './build-lock.mjs'
import { parts } from './parts.mjs'
import { runTool, seconds } from './run-tool.mjs'
import { digest, dropStamp, hasOutput, isFresh, writeStamp } from './stamp.mjs'

/** A tool of the build refused; its output has been shown. */
export class BuildError extends Error {}

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`)

/** @param {import('./parts.mjs').Part} part @param {boolean} all */
async function buildPart(part, all) {
  const before = digest(part)
  // tsc believes its .tsbuildinfo and would not write a file again that somebody removed.
  const force = all || !hasOutput(part) ? part.force : []
  // A tool that fails may have written half: whatever stood there is not fresh from here on.
  dropStamp(part)
  const { code, output, ms } = await runTool(part.tool, [...part.args, ...force])
  if (code !== 0) {
    say(output.trimEnd())
    throw new BuildError(`${part.name}: ${part.tool} ${part.args.join(' ')} failed`)
  }
  writeStamp(part, before)
  say(`  ${part.name} ${seconds(ms)}`)
}

/**
 * Builds the parts whose inputs changed, those that do not wait for one another side by side; a part is built again too
 * when one that it comes after was. Progress goes to stderr: stdout belongs to the program that runs next.
 * @param {{ all?: boolean, wanted?: readonly import('./parts.mjs').Part[] }} [options] `all`: whether anything changed or not
 * @returns {Promise<boolean>} whether anything was built
 * @throws {BuildError}
 */
export async function build({ all = false, wanted = parts } = {}) {
  if (!all && wanted.every(isFresh)) return false
  await withBuildLock(async () => {
    /** @type {Map<string, Promise<boolean>>} */
    const running = new Map()
    say('Building:')
    for (const part of wanted) {
      const work = async () => {
        const renewed = await Promise.all(part.after.map((name) => running.get(name) ?? Promise.resolve(false)))
        if (!all && !renewed.includes(true) && isFresh(part)) return false
        await buildPart(part, all)
        return true
      }
      running.set(part.name, work())
    }
    const results = await Promise.allSettled(running.values())
    const failure = results.find((result) => result.status === 'rejected')
    if (failure) throw failure.reason
  })
  return true
}
