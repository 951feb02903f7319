import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { isAlive, processToken } from './processes.js'

const runningSchema = z.object({
  pid: z.number().int().positive(),
  /** Tells the process from a later one with the same pid. */
  token: z.string(),
  /** Where the owner serves people; null until it has said so. */
  url: z.string().nullable(),
  startedAt: z.iso.datetime(),
  stopping: z.boolean(),
})

/** What the owner of a data folder says of itself in `running.json`. */
export type Running = Readonly<z.infer<typeof runningSchema>>

/** How this process describes itself before its address is known. */
export function describeMyself(): Running {
  return {
    pid: process.pid,
    token: processToken(process.pid),
    url: null,
    startedAt: new Date().toISOString(),
    stopping: false,
  }
}

/** Writes the file in one step: a reader sees the old text or the new one. */
export function writeRunning(file: string, running: Running): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(running, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}

/** Removes the file. */
export function removeRunning(file: string): void {
  rmSync(file, { force: true })
}

/** The owner that the file names, if that very process still lives; a file left by a killed one counts for nothing. */
export function livingOwner(file: string): Running | undefined {
  const running = readRunning(file)
  return running && isAlive(running.pid) && processToken(running.pid) === running.token ? running : undefined
}

function readRunning(file: string): Running | undefined {
  try {
    return runningSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined // absent, or written by hand: the advisory lock decides, this file only informs
  }
}
