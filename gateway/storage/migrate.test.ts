import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded, type Embedded } from './embedded/index.js'
import { env, quiet, scratch, sql } from './embedded/test-support.js'
import { holdsOwnership, migrate, pendingMigrations } from './migrate.js'

const folder = scratch()
const migrations = mkdtempSync(path.join(os.tmpdir(), 'wba-migrations-'))
let server: Embedded
beforeAll(async () => {
  // Nothing here outlives the test: durability would only cost time.
  server = await startEmbedded({ dataDir: folder.dir, log: quiet, env, flags: ['-c', 'fsync=off'] })
})
afterAll(async () => {
  await server.stop()
  await folder.clear()
  rmSync(migrations, { recursive: true })
})

let databases = 0
async function newDatabase(): Promise<string> {
  databases += 1
  await sql(server.url, `CREATE DATABASE test_${databases}`)
  const url = new URL(server.url)
  url.pathname = `/test_${databases}`
  return url.href
}

const MAKE_NOTE = 'CREATE TABLE note (id int PRIMARY KEY);\nINSERT INTO note VALUES (1);\n'
function newFolder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(path.join(migrations, 'set-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(dir, name))
    writeFileSync(path.join(dir, name, 'migration.sql'), text)
  }
  writeFileSync(path.join(dir, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return dir
}

test('three processes that migrate at once apply each migration once, in order', async () => {
  const url = await newDatabase()
  const dir = newFolder({
    '1_note': MAKE_NOTE,
    '2_add': 'INSERT INTO note VALUES (2)',
    '3_more': 'INSERT INTO note VALUES (3)',
  })
  const applied = await Promise.all([migrate(url, dir), migrate(url, dir), migrate(url, dir)])
  expect(applied.flat()).toEqual(['1_note', '2_add', '3_more'])
  expect(await sql(url, 'SELECT id FROM note ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  expect(await pendingMigrations(url, dir)).toEqual([])
})

test('a failing migration leaves nothing but its record, and later starts are refused until it is resolved', async () => {
  const url = await newDatabase()
  const dir = newFolder({
    '1_note': MAKE_NOTE,
    '2_bad': 'INSERT INTO note VALUES (2); SELECT 1/0;',
    '3_never': 'SELECT 1',
  })
  await expect(migrate(url, dir)).rejects.toMatchObject({
    code: 'FAILED',
    message: expect.stringMatching(/2_bad.*division/),
  })
  expect(await sql(url, 'SELECT id FROM note')).toEqual([{ id: 1 }])
  const refused = { code: 'FAILED', message: expect.stringContaining('prisma migrate resolve --rolled-back 2_bad') }
  await expect(migrate(url, dir)).rejects.toMatchObject(refused)
  await expect(pendingMigrations(url, dir)).rejects.toMatchObject(refused)
  expect(await sql(url, `SELECT logs FROM _prisma_migrations WHERE migration_name = '2_bad'`)).toEqual([
    { logs: 'division by zero' },
  ])

  await sql(url, `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '2_bad'`) // what resolve does
  writeFileSync(path.join(dir, '2_bad', 'migration.sql'), 'INSERT INTO note VALUES (2)')
  expect(await migrate(url, dir)).toEqual(['2_bad', '3_never'])
})

test('a migration that does not get its lock in time leaves nothing at all: the next start simply migrates', async () => {
  const url = await newDatabase()
  await migrate(url, newFolder({ '1_note': MAKE_NOTE }))
  const dir = newFolder({
    '1_note': MAKE_NOTE,
    '2_more': "SET lock_timeout = '50ms'; ALTER TABLE note ADD COLUMN text text",
  })
  const reader = new pg.Client({ connectionString: url })
  await reader.connect()
  await reader.query('BEGIN; SELECT FROM note')
  await expect(migrate(url, dir)).rejects.toMatchObject({ code: 'BUSY', message: expect.stringContaining('2_more') })
  await reader.end()
  expect(await migrate(url, dir)).toEqual(['2_more'])
})

test('a process that dies in the middle of a migration leaves nothing: the next start simply migrates', async () => {
  const url = await newDatabase()
  const dir = newFolder({ '1_note': `${MAKE_NOTE}SELECT pg_advisory_xact_lock(4711);` })
  const gate = new pg.Client({ connectionString: url })
  await gate.connect()
  await gate.query('SELECT pg_advisory_lock(4711)')
  const dying = migrate(url, dir)
  const cut = expect(dying).rejects.toThrow()
  const kill = `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted`
  while ((await gate.query(kill)).rowCount === 0);
  await cut
  await gate.end()
  expect(await migrate(url, dir)).toEqual(['1_note'])
  expect(await sql(url, 'SELECT id FROM note')).toEqual([{ id: 1 }])
})

test('a file that was changed after it was applied is named', async () => {
  const url = await newDatabase()
  const dir = newFolder({ '1_note': MAKE_NOTE })
  await migrate(url, dir)
  writeFileSync(path.join(dir, '1_note', 'migration.sql'), `${MAKE_NOTE}-- only a remark`)
  const changed = { code: 'CHANGED', message: expect.stringContaining('1_note/migration.sql') }
  await expect(migrate(url, dir)).rejects.toMatchObject(changed)
  await expect(pendingMigrations(url, dir)).rejects.toMatchObject(changed)
})

test('a program older than the database does not touch it, and still serves: what is newer only adds', async () => {
  const url = await newDatabase()
  await migrate(url, newFolder({ '1_note': MAKE_NOTE, '2_future': 'SELECT 1' }))
  const older = newFolder({ '1_note': MAKE_NOTE })
  const refused = { code: 'NEWER_DATABASE', message: expect.stringContaining('2_future') }
  await expect(migrate(url, older)).rejects.toMatchObject(refused)
  expect(await pendingMigrations(url, older)).toEqual([])
})

test('a file marked `-- no transaction` may build an index concurrently; settings do not leak into the next file', async () => {
  const url = await newDatabase()
  const dir = newFolder({
    '1_note': `SET lock_timeout = '1s';\n${MAKE_NOTE}`,
    '2_index': '-- no transaction\nCREATE INDEX CONCURRENTLY note_by_id ON note (id)',
    '3_check': `CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS lock_timeout`,
  })
  expect(await migrate(url, dir)).toEqual(['1_note', '2_index', '3_check'])
  expect(await sql(url, 'SELECT lock_timeout FROM seen')).toEqual([{ lock_timeout: '0' }])
})

test('only the owner migrates; the application only checks', async () => {
  const url = await newDatabase()
  const dir = newFolder({ '1_note': MAKE_NOTE })
  await sql(url, `CREATE ROLE clerk LOGIN PASSWORD 'clerk'`)
  const clerk = new URL(url)
  clerk.username = 'clerk'
  clerk.password = 'clerk'
  expect([await holdsOwnership(url), await holdsOwnership(clerk.href)]).toEqual([true, false])
  expect(await pendingMigrations(clerk.href, dir)).toEqual(['1_note'])
  await migrate(url, dir)
  await sql(url, 'GRANT SELECT ON _prisma_migrations TO clerk')
  expect(await pendingMigrations(clerk.href, dir)).toEqual([])
})
