// npm run dev [-- flags of the gateway]: compiler, gateway and screens, each renewing itself when a file changes.
// The screens are at Vite's address, which forwards the API to the gateway. Ctrl+C ends all of them.
import './build/node-version.mjs'
import { spawn } from 'node:child_process'
import { build, BuildError } from './build/build.mjs'
import { root, toolEnvironment } from './build/run-tool.mjs'

try {
  // The first compilation must be over before the gateway is started, else it would start on half of it.
  await build()
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  process.stderr.write(`${error.message}\nStill watching: mend it and save.\n`)
}

const watched = ['dist/gateway', 'dist/schema', 'dist/prisma'].map((folder) => `--watch-path=${folder}`)
const commands = [
  ['tsc', '-b', 'gateway', '--watch', '--preserveWatchOutput'],
  [
    'node',
    '--enable-source-maps',
    ...watched,
    '--watch-preserve-output',
    'dist/gateway/main.js',
    ...process.argv.slice(2),
  ],
  ['vite', 'web', '--clearScreen', 'false'],
]

const children = commands.map(([tool = '', ...args]) =>
  spawn(tool, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit', shell: process.platform === 'win32' }),
)

let ending = false
function endAll() {
  if (ending) return
  ending = true
  for (const child of children) child.kill('SIGTERM')
}

// At Ctrl+C the terminal tells the children too: this process only waits for them.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, endAll)
for (const child of children) {
  child.on('error', (error) => process.stderr.write(`${error.message}\n`))
  // One that gives up by itself would leave a half that looks alive.
  child.on('exit', (code) => {
    if (!ending && code) process.exitCode = code
    endAll()
  })
}
