import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where `npm run test:edge` keeps what it fetches. */
const fetched = fileURLToPath(new URL('../../../node_modules/.cache/edge', import.meta.url))

/** A program of the machine's own or one that was fetched; undefined: there is none. */
export const findProgram = (name: string): string | undefined =>
  [fetched, ...(process.env['PATH'] ?? '').split(delimiter)].map((folder) => join(folder, name)).find(existsSync)
