import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../storage/embedded/index.js'
import { migrate } from '../../storage/migrate.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test server's own database, as the owner of everything. */
    readonly testServerUrl: string
  }
}

/** The migrated database that each test file gets a copy of. */
export const TEMPLATE = 'wba_template'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

// Nothing here has to outlive a power cut, and the copies of the template are made in a moment.
const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'].flatMap((one) => [
  '-c',
  one,
])

/** One real PostgreSQL for the whole run, in a folder of its own that goes away with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = mkdtempSync(join(tmpdir(), 'wba-vitest-'))
  const server = await startEmbedded({
    dataDir: join(base, 'data'),
    log: quiet,
    env: { PATH: process.env['PATH'] },
    flags,
  })
  const url = new URL(server.url)
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${TEMPLATE}`)
  await admin.end()
  const template = new URL(url)
  template.pathname = `/${TEMPLATE}`
  await migrate(template.href, fileURLToPath(new URL('../../../prisma/migrations', import.meta.url)))
  project.provide('testServerUrl', url.href)
  return async () => {
    await server.stop()
    rmSync(base, { recursive: true, force: true })
  }
}
