import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The environment for our tools: node_modules/.bin first, as npm does, also when a script is started without npm. */
export const toolEnvironment = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  // Prisma's CLI would ask a host on the internet for news.
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
})

/**
 * Runs a tool of node_modules/.bin to its end and answers its exit code, its output and the milliseconds it took. The
 * output is kept back: a reader wants it only when the tool fails.
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {Promise<{ code: number, output: string, ms: number }>}
 */
export function runTool(tool, args, environment = {}) {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const child = spawn(tool, args, {
      cwd: root,
      env: { ...toolEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => (output += text))
    }
    const end = (/** @type {number} */ code) => resolve({ code, output, ms: performance.now() - startedAt })
    child.on('error', (error) => {
      output += `${tool}: ${error.message}\n`
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`
