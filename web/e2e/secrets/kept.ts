import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Page } from 'playwright-core'
import type { Place } from './search'

/** What of PostgreSQL's own repeats texts of statements, values of rows or settings. */
const system = ['pg_stat_activity', 'pg_prepared_statements', 'pg_cursors', 'pg_stats', 'pg_settings']

/** Every row of every table and view, as text; bytes in hexadecimal. */
export async function readTables(pool: pg.Pool): Promise<readonly Place[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind IN ('r', 'v', 'm')
       AND (c.relnamespace = 'public'::regnamespace OR c.relname = ANY ($1))`,
    [system],
  )
  const places = []
  for (const { name } of rows) {
    const { rows: all } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
    places.push({ name: `table ${name}`, content: all.map(({ row }) => row).join('\n') })
  }
  return places
}

/** Every file below a folder. */
export const readFiles = (folder: string): readonly Place[] =>
  readdirSync(folder, { recursive: true }).flatMap((name) => {
    const path = join(folder, String(name))
    // What a running server keeps for a moment may be gone.
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
    return isFile ? [{ name: `file ${String(name)}`, content: readFileSync(path) }] : []
  })

/** What the scripts of a page left in its browser, out of the cookies. */
export async function readStorage(page: Page, name: string): Promise<readonly Place[]> {
  const { origins } = await page.context().storageState({ indexedDB: true })
  const session = await page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  return [{ name: `storage of ${name}`, content: JSON.stringify(origins) + session }]
}
