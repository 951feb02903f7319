import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'

/** One folder of prisma/migrations. */
export type Migration = {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, in hex, as Prisma stores it. */
  readonly checksum: string
  /** Must run outside a transaction (CREATE INDEX CONCURRENTLY): the file says so with a line `-- no transaction`. */
  readonly alone: boolean
}

/** All migrations of a folder, in the order of their names. Throws when one has no migration.sql. */
export async function readMigrations(dir: string): Promise<readonly Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map((name) => read(dir, name)))
}

async function read(dir: string, name: string): Promise<Migration> {
  const bytes = await readFile(path.join(dir, name, 'migration.sql'))
  const sql = bytes.toString('utf8')
  return {
    name,
    sql,
    checksum: createHash('sha256').update(bytes).digest('hex'),
    alone: /^-- no transaction$/m.test(sql),
  }
}
