// @prisma/adapter-pg as the schema engine needs it. Three repairs, each found by a migration that failed without it:
//   1. executeScript() of the adapter splits at ';' and so breaks functions and DO blocks: send the script whole.
//   2. Catalogue queries return the type "char" (OID 18), which the adapter refuses: let it pass as text, then call it a
//      character again, because as text the engine panics on the first check (or, from PostgreSQL 18, NOT NULL) constraint.
//   3. The shadow database must go even when a session still hangs on it: DROP … WITH (FORCE).
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const CHAR = 18
const TEXT = 25
// Words of Prisma's URLs that `pg` does not know.
const PRISMA_ONLY = ['schema', 'connection_limit', 'pool_timeout', 'connect_timeout', 'pgbouncer']

export class MigrationAdapterFactory extends PrismaPg {
  #url

  constructor(url) {
    const plain = new URL(url)
    const schema = plain.searchParams.get('schema') ?? undefined
    for (const name of PRISMA_ONLY) plain.searchParams.delete(name)
    const searchPath = schema ? { options: `-c search_path="${schema}"` } : {}
    super({ connectionString: plain.href, max: 1, ...searchPath }, { schema })
    this.#url = plain
  }

  async connect() {
    return repair(await super.connect())
  }

  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    const admin = new pg.Client({ connectionString: this.#url.href })
    await admin.connect()
    await admin.query(`CREATE DATABASE "${name}"`)
    const shadowUrl = new URL(this.#url)
    shadowUrl.pathname = `/${name}`
    const adapter = await new MigrationAdapterFactory(shadowUrl.href).connect()
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      await dispose()
      await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await admin.end()
    }
    return adapter
  }
}

function repair(adapter) {
  const pool = adapter.underlyingDriver()
  pool.on('error', () => {}) // the shadow database's session ends by force
  const charColumns = new Map() // by statement: its columns have the same types every time
  const query = pool.query.bind(pool)
  pool.query = async (config, ...rest) => {
    const result = await query(config, ...rest)
    const chars = (result?.fields ?? []).filter((field) => field.dataTypeID === CHAR)
    if (chars.length > 0) charColumns.set(config.text, new Set(chars.map((field) => result.fields.indexOf(field))))
    for (const field of chars) field.dataTypeID = TEXT
    return result
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement)
    const chars = charColumns.get(statement.sql)
    if (!chars) return result
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, i) => (chars.has(i) ? ColumnTypeEnum.Character : type)),
    }
  }
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => adapter.onError(error))
  }
  return adapter
}
