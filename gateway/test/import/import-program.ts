import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runImport } from '../../cli/run-import.js'
import { runStockImport } from '../../cli/run-stock-import.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What a run of the command left behind. */
export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as a process of its own, from the sources: Node strips their types. */
export const spawnImport = async (argv: readonly string[], input: string, token: string): Promise<Ran> => {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/resolve-ts.mjs', 'gateway/cli/import-orders.ts', ...argv],
    { cwd: root, env: { ...process.env, WBA_TOKEN: token } },
  )
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    return () => Buffer.concat(parts).toString()
  })
  child.stdin.end(input)
  const { promise, resolve } = Promise.withResolvers<number | null>()
  child.on('close', resolve)
  const code = await promise
  return { code, stdout: stdout?.() ?? '', stderr: stderr?.() ?? '' }
}

interface RunOptions {
  readonly token: string | undefined
  readonly onSleep?: (ms: number) => void
  readonly fetch?: typeof fetch
}

/** Runs a command in this process; its pauses are told and not waited for. */
const run = async (command: typeof runImport, argv: readonly string[], options: RunOptions): Promise<Ran> => {
  let stdout = ''
  let stderr = ''
  const code = await command(argv, {
    stdin: (async function* () {})(),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    terminal: undefined,
    sleep: async (ms) => options.onSleep?.(ms),
    token: options.token,
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  })
  return { code, stdout, stderr }
}

/** Runs `orders:import` in this process. */
export const importOrders = (argv: readonly string[], options: RunOptions): Promise<Ran> =>
  run(runImport, argv, options)

/** Runs `stock:import` in this process. */
export const importStock = (argv: readonly string[], options: RunOptions): Promise<Ran> =>
  run(runStockImport, argv, options)
