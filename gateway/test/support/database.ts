import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createPrisma } from '../../../prisma/client.js'
import type { StorageDeps } from '../../storage/deps.js'
import { createPool } from '../../storage/pool.js'
import { TEMPLATE } from './global-setup.js'

/** A migrated, empty database of one's own. */
export interface TestDatabase {
  /** As its owner. */
  readonly url: string
  /** What the use cases work with, in the application's role; `committed` gathers what `onCommit` was told. */
  readonly deps: StorageDeps
  readonly committed: readonly (readonly string[])[]
  /** Statements in the owner's role. */
  readonly owner: pg.Pool
  /** Takes it away again, whoever is still connected. */
  close(): Promise<void>
}

const admin = async (run: (client: pg.Client) => Promise<unknown>) => {
  const client = new pg.Client({ connectionString: inject('testServerUrl') })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}

const newName = () => `wba_${randomBytes(6).toString('hex')}`

const urlOf = (name: string) => {
  const url = new URL(inject('testServerUrl'))
  url.pathname = `/${name}`
  return url.href
}

const drop = (name: string) => admin((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))

/** A database without tables. */
export const createEmptyDatabase = async (): Promise<Pick<TestDatabase, 'url' | 'close'>> => {
  const name = newName()
  await admin((client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
  return { url: urlOf(name), close: () => drop(name) }
}

/** A copy of the migrated template: some 50 ms. Call `close` in afterAll. */
export const createDatabase = async (): Promise<TestDatabase> => {
  const name = newName()
  await admin((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`))
  const url = urlOf(name)
  const committed: (readonly string[])[] = []
  const pool = createPool(url)
  const owner = new pg.Pool({ connectionString: url, max: 2 })
  owner.on('error', () => undefined)
  // DROP … WITH (FORCE) may still meet a connection that is on its way out.
  owner.on('connect', (client) => client.on('error', () => undefined))
  const prisma = createPrisma(pool)
  return {
    url,
    deps: { pool, prisma, onCommit: (warehouseIds) => committed.push(warehouseIds) },
    committed,
    owner,
    async close() {
      await prisma.$disconnect()
      await pool.end()
      await owner.end()
      await drop(name)
    },
  }
}
