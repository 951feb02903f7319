import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPool } from '../../storage/pool.js'
import { russianSearchFault } from '../../storage/russian-search.js'
import { createDatabase, type TestDatabase } from '../support/database.js'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

it('finds no fault with the database that comes with the product', async () => {
  expect(await russianSearchFault(db.deps.pool)).toBeUndefined()
})

it('names what is wrong with a database that takes no Cyrillic letter for one', async () => {
  const name = `c_locale_${Date.now()}`
  await db.owner.query(`CREATE DATABASE ${name} TEMPLATE template0 LOCALE 'C' LOCALE_PROVIDER libc`)
  const url = new URL(db.url)
  url.pathname = `/${name}`
  const pool = createPool(url.href, { role: null })
  try {
    await pool.query('CREATE EXTENSION pg_trgm')
    expect(await russianSearchFault(pool)).toContain('LC_CTYPE of this database is C')
  } finally {
    await pool.end()
    await db.owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
  }
})
