import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** A gateway in a process of its own, as `npm start` runs it. */
export interface Program {
  readonly pid: number
  /** What it has printed so far. */
  output(): string
  /** Resolves with the text once it is printed; rejects when the process ends before. */
  prints(pattern: RegExp): Promise<RegExpExecArray>
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  stop(signal?: NodeJS.Signals): void
}

/** The project's folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

const main = `${root}/dist/gateway/main.js`

/** Runs the built program; `npm test` has built it. The environment is this one without what configures the program. */
export const startProgram = (
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  program = main,
): Program => {
  const child = spawn(process.execPath, [program, ...args], { ...ways(env), stdio: ['ignore', 'pipe', 'pipe'] })
  return watch(child, (signal) => child.kill(signal))
}

/** Runs `npm start` as a terminal does: what stops it goes to npm and to the gateway at once. */
export const startNpm = (env: Readonly<Record<string, string>>, args: readonly string[] = []): Program => {
  const child = spawn('npm', ['start', ...args], { ...ways(env), detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  return watch(child, (signal) => child.pid !== undefined && process.kill(-child.pid, signal))
}

const ways = (env: Readonly<Record<string, string>>) => {
  const { PATH = '', HOME = '' } = process.env
  return { cwd: root, env: { PATH, HOME, LOG_LEVEL: 'warn', ...env } }
}

const watch = (
  child: ChildProcessByStdio<null, Readable, Readable>,
  kill: (signal: NodeJS.Signals) => void,
): Program => {
  let text = ''
  const watching = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      for (const look of watching) look()
    })
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  )
  return {
    pid: child.pid ?? 0,
    output: () => text,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text)
          if (found) resolve(found)
        }
        watching.add(look)
        look()
        void ended.then(() => reject(new Error(`ended without printing ${String(pattern)}:\n${text}`)))
      }),
    ended,
    stop: (signal = 'SIGTERM') => kill(signal),
  }
}
