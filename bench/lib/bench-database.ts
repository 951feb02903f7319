import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { folders } from '../../gateway/folders.js'
import { startEmbedded } from '../../gateway/storage/embedded/index.js'
import { migrate } from '../../gateway/storage/migrate.js'
import type { Closers } from './closers.js'

/** A PostgreSQL for one scenario, with the settings that users get. */
export interface BenchServer {
  /** Another migrated, empty database; the URL is its owner's. */
  createDatabase(name: string): Promise<string>
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Starts a server in a folder that goes away with the scenario. */
export const startBenchServer = async (closers: Closers): Promise<BenchServer> => {
  const base = mkdtempSync(join(tmpdir(), 'wba-bench-'))
  closers.add(() => rmSync(base, { recursive: true, force: true }))
  const { PATH, PG_BIN } = process.env
  const embedded = await startEmbedded({ dataDir: join(base, 'data'), log: quiet, env: { PATH, PG_BIN } })
  closers.add(() => embedded.stop())
  return {
    async createDatabase(name) {
      const url = new URL(embedded.url)
      const admin = new pg.Client({ connectionString: url.href })
      await admin.connect()
      await admin.query(`CREATE DATABASE ${name}`)
      await admin.end()
      url.pathname = `/${name}`
      await migrate(url.href, folders.migrations)
      return url.href
    },
  }
}

/** A pool of the owner, closed with the scenario. */
export const openPool = (url: string, closers: Closers, max = 4): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max })
  pool.on('error', () => undefined)
  closers.add(() => pool.end())
  return pool
}
