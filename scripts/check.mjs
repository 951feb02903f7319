// npm run check: everything a machine can say of the code without running it. All faults at once, the quick ones first.
//   --quick: only what needs no build (format and lint without types), a few seconds
import './build/node-version.mjs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { generated } from './build/generated.mjs'
import { root, runTool, seconds } from './build/run-tool.mjs'

let failed = 0

/** @param {string} name @param {readonly string[]} command */
async function step(name, [tool = '', ...args]) {
  const { code, output, ms } = await runTool(tool, args)
  if (code !== 0) failed += 1
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${seconds(ms).padStart(7)}  ${name}\n`)
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n\n`)
}

/** Answers whether anything has failed so far. @param {...Promise<void>} steps */
const together = async (...steps) => {
  await Promise.all(steps)
  return failed > 0
}

// Before the first release nobody ran the version before a migration.
const firstRelease = '20261127'
const migrations = readdirSync(join(root, 'prisma/migrations'))
  .filter((name) => name >= firstRelease && !name.endsWith('.toml'))
  .map((name) => `prisma/migrations/${name}/migration.sql`)
const locks = async () => {
  if (migrations.length > 0) await step('migrations: squawk', ['squawk', ...migrations])
}

const format = step('format: prettier', ['prettier', '--check', '--log-level', 'warn', '.'])
const lockFile = step('packages: the lock file', ['node', 'scripts/check/lock-file.mjs'])
if (process.argv.includes('--quick')) {
  await together(format, lockFile, step('lint: oxlint, without types', ['oxlint']))
} else {
  // Types, lint and the unused need the database client's types.
  await together(format, lockFile, step('database client: prisma generate', ['prisma', 'generate']))
  await step('types: tsc', ['tsc', '-b', '--pretty', 'false'])
  await together(
    step('lint: oxlint with types', ['oxlint', '--type-aware']),
    step('regular expressions: recheck', ['node', 'scripts/check/regexes.mjs']),
    locks(),
    (async () => {
      await step('unused code and packages: knip', ['knip', '--no-progress'])
      for (const file of generated) await step(`in step: ${file.name}`, file.check)
    })(),
  )
}

if (failed > 0) {
  process.stdout.write(`\n${failed} failed. \`npm run fix\` mends format, generated files and some of the lint.\n`)
  process.exitCode = 1
}
