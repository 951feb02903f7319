// Helpers of this folder's tests: throw-away data folders, processes that own a database, waiting for conditions.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { folderAt } from './folder.js'
import { findPostmaster, stopPostmaster } from './postmaster.js'

const saidSchema = z.object({
  url: z.string().optional(),
  port: z.number().optional(),
  pid: z.number().optional(),
  fresh: z.boolean().optional(),
  adopted: z.boolean().optional(),
  runsAs: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  running: z.object({ pid: z.number(), url: z.string().nullable() }).optional(),
})

/** A process that owns (or failed to own) a database, and the line it said. */
export type Owner = { readonly process: ChildProcess; readonly said: z.infer<typeof saidSchema> }

/** A log that keeps quiet. */
export const quiet = { info: (): void => {}, warn: (): void => {}, error: (): void => {} }

/** The part of this environment that finds a server. */
export const env = { PATH: process.env['PATH'] }

/** A new folder; `halt` ends what runs on it, `clear` takes it away too. */
export function scratch(parent = os.tmpdir()): {
  readonly dir: string
  readonly halt: () => Promise<void>
  readonly clear: () => Promise<void>
} {
  const base = mkdtempSync(path.join(parent, 'wba-test-'))
  const dir = path.join(base, 'data')
  const halt = async (): Promise<void> => {
    const left = findPostmaster(folderAt(dir))
    if (left) await stopPostmaster(left)
  }
  const clear = async (): Promise<void> => {
    await halt()
    rmSync(base, { recursive: true, force: true })
  }
  return { dir, halt, clear }
}

/** Starts `owner-process.mjs`, behind `wrap` when given, and waits for its line. */
export async function spawnOwner(dir: string, announced = '', wrap: readonly string[] = []): Promise<Owner> {
  const hook = fileURLToPath(new URL('../../../scripts/resolve-ts.mjs', import.meta.url))
  const script = fileURLToPath(new URL('owner-process.mjs', import.meta.url))
  const args = ['--import', hook, script, dir, announced]
  const [file = process.execPath, ...rest] = wrap
  const child = spawn(file, wrap.length > 0 ? [...rest, process.execPath, ...args] : args, {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (chunk) => (complaints += String(chunk)))
  for await (const line of createInterface({ input: child.stdout })) {
    return { process: child, said: saidSchema.parse(JSON.parse(line)) }
  }
  throw new Error(`the owner process said nothing: ${complaints}`)
}

/** Ends a process with a signal and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** Runs statements on one connection; returns the rows of the last. */
export async function sql(url: string | undefined, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url ?? 'no url' })
  await client.connect()
  try {
    let rows: readonly unknown[] = []
    for (const statement of statements) ({ rows } = await client.query(statement))
    return rows
  } finally {
    await client.end()
  }
}

/** Tries until it succeeds; after 20 s the last failure is thrown. */
export async function eventually<Result>(attempt: () => Promise<Result> | Result): Promise<Result> {
  for (const deadline = Date.now() + 20_000; ; await delay(10)) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
  }
}
