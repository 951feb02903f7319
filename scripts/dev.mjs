// npm run dev [-- flags of the gateway]: the gateway, built and started again when a file of it changes, and Vite for the
// screens, which forwards the API to the gateway. Ctrl+C ends both.
import './build/node-version.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build, BuildError } from './build/build.mjs'
import { gatewayParts } from './build/parts.mjs'
import { root, toolEnvironment } from './build/run-tool.mjs'

/** An editor writes several files, and some of them twice. */
const settleMs = 150

/** @param {string} tool @param {readonly string[]} args */
const start = (tool, ...args) => {
  const child = spawn(tool, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit' })
  child.on('error', (error) => process.stderr.write(`${error.message}\n`))
  return child
}

/** @param {import('node:child_process').ChildProcess | undefined} child */
async function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

let ending = false
/** @type {import('node:child_process').ChildProcess | undefined} */
let gateway

/** Builds what changed; the running gateway stays when that fails. @returns {Promise<boolean>} whether there is news */
async function rebuild() {
  try {
    return await build({ wanted: gatewayParts })
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    process.stderr.write(`${error.message}\n`)
    return false
  }
}

async function renew() {
  const isNew = await rebuild()
  if (ending || (gateway && !isNew)) return
  await end(gateway)
  if (!ending) gateway = start('node', '--enable-source-maps', 'dist/gateway/main.js', ...process.argv.slice(2))
}

// Not `tsc -b --watch`: TypeScript 7.0.2 overlooks changes in a project whose folder holds other projects (gateway/).
/** @type {Promise<void>} */
let work = renew()
/** @type {NodeJS.Timeout | undefined} */
let settling
const watchers = ['schema', 'gateway', 'prisma', 'web/src/gql'].map((folder) =>
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(settling)
    settling = setTimeout(() => {
      work = work.then(renew)
    }, settleMs)
  }),
)
const vite = start('vite', 'web', '--clearScreen', 'false')

async function endAll() {
  if (ending) return
  ending = true
  clearTimeout(settling)
  for (const watcher of watchers) watcher.close()
  await work
  await Promise.all([end(vite), end(gateway)])
}

// At Ctrl+C the terminal tells the children too: this process only waits for them.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void endAll())
// Without Vite half of it would look alive; the gateway may stop and come back with the next change.
vite.on('exit', (code) => {
  if (!ending) process.exitCode = code ?? 1
  void endAll()
})
