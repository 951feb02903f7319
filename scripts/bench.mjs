// npm run bench [-- NAME [ARGUMENTS]]: one scenario of bench/, or each in turn. Scenarios say themselves what they need.
import './build/node-version.mjs'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { benchPart, gatewayParts } from './build/parts.mjs'
import { runBuilt } from './build/run-built.mjs'
import { root } from './build/run-tool.mjs'

const scenarios = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()
const [name] = process.argv.slice(2)

if (name === undefined) {
  // Each in a process of its own: what one leaves in memory must not weigh on the next.
  for (const scenario of scenarios) {
    process.stdout.write(`\n== ${scenario}\n`)
    const { status } = spawnSync(process.execPath, [import.meta.filename, scenario], { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
} else if (scenarios.includes(name)) {
  process.argv.splice(2, 1)
  await runBuilt(`bench/${name}.js`, { wanted: [...gatewayParts, benchPart] })
} else {
  process.stderr.write(`There is no scenario ${name}: ${scenarios.join(', ')}\n`)
  process.exitCode = 1
}
