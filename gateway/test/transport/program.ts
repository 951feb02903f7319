import { spawn } from 'node:child_process'
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

const main = fileURLToPath(new URL('../../../dist/gateway/main.js', import.meta.url))

/** Runs the built program; `npm test` has built it. The environment is this one without what configures the program. */
export const startProgram = (env: Readonly<Record<string, string>>, args: readonly string[] = []): Program => {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
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
    stop: (signal = 'SIGTERM') => void child.kill(signal),
  }
}
