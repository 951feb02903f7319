import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { folderAt } from '../../storage/embedded/folder.js'
import { startEmbedded } from '../../storage/embedded/index.js'
import { findPostmaster } from '../../storage/embedded/postmaster.js'
import { migrate } from '../../storage/migrate.js'

const migrations = path.resolve(import.meta.dirname, '../../../prisma/migrations')
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A PostgreSQL of this run alone, so that it may be killed. */
export interface ModelDatabase {
  /** Of the owner. */
  readonly url: string
  readonly pool: pg.Pool
  /** kill -9 of the server; resolves when its supervisor has brought it back. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** Starts an empty database with our tables in a folder of its own. */
export const startModelDatabase = async (): Promise<ModelDatabase> => {
  const base = mkdtempSync(path.join(os.tmpdir(), 'wba-log-model-'))
  const dataDir = path.join(base, 'data')
  const embedded = await startEmbedded({
    dataDir,
    log: quiet,
    env: { PATH: process.env['PATH'], PG_BIN: process.env['PG_BIN'] },
    flags: ['-c', 'max_wal_size=4GB'],
  })
  // The server outlives its owner on purpose; one of a run that is broken off must not.
  const abandon = () => {
    const left = findPostmaster(folderAt(dataDir))
    if (left) process.kill(left.pid, 'SIGQUIT')
  }
  process.once('exit', abandon)
  await migrate(embedded.url, migrations)
  const pool = new pg.Pool({ connectionString: embedded.url, max: 20, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    url: embedded.url,
    pool,
    async crash() {
      const postmaster = findPostmaster(folderAt(dataDir))
      if (!postmaster) throw new Error('the server is not running')
      let restarting = false
      const back = new Promise<void>((resolve, reject) => {
        const unlisten = embedded.onState((state) => {
          if (state === 'restarting') restarting = true
          if (state === 'failed') reject(new Error('the supervisor gave up'))
          if (state === 'running' && restarting) {
            unlisten()
            resolve()
          }
        })
      })
      process.kill(postmaster.pid, 'SIGKILL')
      await back
    },
    async stop() {
      await pool.end()
      await embedded.stop()
      process.off('exit', abandon)
      rmSync(base, { recursive: true, force: true })
    },
  }
}
