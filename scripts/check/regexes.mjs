// Says which regular expressions of the product's own code could take more than linear time (ReDoS): recheck looks at each.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import { parseSync, Visitor } from 'vite'
import { root } from '../build/run-tool.mjs'

// JavaScript in this process: its native programs need not be there, and every machine finds the same.
process.env.RECHECK_SYNC_BACKEND = 'pure'

const isProduct = (/** @type {string} */ path) =>
  /\.tsx?$/.test(path) && !/\.test\.tsx?$|^gateway\/test\/|\/testing\/|^web\/src\/gql\//.test(path)

const paths = ['floor', 'gateway', 'schema', 'prisma/seed', 'web/src']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${String(name)}`))
  .filter(isProduct)

/** @type {Map<string, { source: string, flags: string, at: string[] }>} */
const found = new Map()
/** @type {string[]} */
const faults = []

for (const path of paths) {
  const text = readFileSync(join(root, path), 'utf8')
  const at = (/** @type {number} */ start) => `${path}:${text.slice(0, start).split('\n').length}`
  const made = (/** @type {import('vite').ESTree.NewExpression | import('vite').ESTree.CallExpression} */ node) => {
    if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
      faults.push(`${at(node.start)} makes a RegExp of a text, which nothing can look at: write a literal`)
  }
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return
      const { pattern: source, flags } = node.regex
      const known = found.get(`/${source}/${flags}`) ?? { source, flags, at: [] }
      found.set(`/${source}/${flags}`, known)
      known.at.push(at(node.start))
    },
    NewExpression: made,
    CallExpression: made,
  }).visit(parseSync(path, text).program)
}

// Bounded by the characters that an attack reads, and not by the clock, whose word on a busy machine is another each time.
const unhurried = { timeout: null, attackTimeout: null, incubationTimeout: null }
for (const [literal, { source, flags, at }] of found) {
  const said = checkSync(source, flags, unhurried)
  const why = said.status === 'vulnerable' ? said.complexity.summary : said.status
  if (said.status !== 'safe') faults.push(`${at.join(', ')} ${literal}: ${why}`)
}
// A reader of the syntax that has changed would find nothing, and nothing would be wrong with that.
if (found.size < 40) faults.push(`only ${found.size} regular expressions were found in ${paths.length} files`)

for (const fault of faults) process.stdout.write(`${fault}\n`)
process.exitCode = faults.length > 0 ? 1 : 0
