import { copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'

const LIMIT_BYTES = 8 * 1024 * 1024

/**
 * Opens the server's log to append. A file and not a pipe: a pipe would break, and the server with it, when the gateway
 * is killed.
 */
export function openLog(file: string): number {
  trimLog(file)
  return openSync(file, 'a', 0o600)
}

/**
 * Keeps the log bounded: above 8 MiB it is copied to `.1` and emptied in place, because the server holds it open (and
 * appends, so it goes on at the new end).
 */
export function trimLog(file: string): void {
  if (logSize(file) < LIMIT_BYTES) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

/** The log's length in bytes, 0 when there is none. */
export function logSize(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

/** What was written after an offset, its last 2,000 characters. */
export function logSince(file: string, offset: number): string {
  return readFileSync(file).subarray(offset).toString('utf8').slice(-2000).trim()
}
