// The official Prisma CLI on the engine from npm (scripts/schema-engine.mjs), beside our own migration runner.
import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startEmbedded, type Embedded } from './embedded/index.js'
import { env, quiet, scratch, sql } from './embedded/test-support.js'
import { migrate } from './migrate.js'

const failedSchema = z.object({ stdout: z.string(), stderr: z.string() })
const root = fileURLToPath(new URL('../..', import.meta.url))
const migrations = path.join(root, 'prisma/migrations')
const folder = scratch()
let server: Embedded
beforeAll(async () => {
  server = await startEmbedded({ dataDir: folder.dir, log: quiet, env, flags: ['-c', 'fsync=off'] })
})
afterAll(async () => {
  await server.stop()
  await folder.clear()
})

type Outcome = { readonly code: number; readonly said: string }
async function prisma(url: string, args: readonly string[], cwd = root): Promise<Outcome> {
  const cli = path.join(root, 'node_modules/prisma/build/index.js')
  const options = { cwd, env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1', NO_COLOR: '1' } }
  const finished = promisify(execFile)(process.execPath, [cli, ...args], options)
  const { stdout, stderr } = await finished.catch((error: unknown) => failedSchema.parse(error))
  return { code: finished.child.exitCode ?? -1, said: stdout + stderr }
}

async function newDatabase(name: string): Promise<string> {
  await sql(server.url, `CREATE DATABASE ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

const HISTORY =
  'SELECT migration_name, checksum, logs, rolled_back_at, applied_steps_count FROM _prisma_migrations ORDER BY 1'

test('after our runner `migrate status` is content, and the history is the one `migrate deploy` writes', async () => {
  const [ours, theirs] = [await newDatabase('ours'), await newDatabase('theirs')]
  await migrate(ours, migrations)
  const [status, deploy] = await Promise.all([
    prisma(ours, ['migrate', 'status']),
    prisma(theirs, ['migrate', 'deploy']),
  ])
  expect(status).toMatchObject({ code: 0, said: expect.stringContaining('Database schema is up to date!') })
  expect(deploy).toMatchObject({ code: 0, said: expect.stringContaining('successfully applied') })
  expect(await sql(ours, HISTORY)).toEqual(await sql(theirs, HISTORY))
  const columns = `SELECT column_name, data_type, column_default, is_nullable FROM information_schema.columns
    WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`
  expect(await sql(ours, columns)).toEqual(await sql(theirs, columns))
  expect(await migrate(theirs, migrations)).toEqual([])
})

test('migrations and schema.prisma say the same; a difference is seen', async () => {
  const url = await newDatabase('same')
  const copy = mkdtempSync(path.join(os.tmpdir(), 'wba-schema-'))
  const schema = path.join(copy, 'schema.prisma')
  cpSync(path.join(root, 'prisma/schema.prisma'), schema)
  appendFileSync(schema, '\nmodel Extra {\n  id Int @id\n}\n')
  const diff = (to: string) =>
    prisma(url, ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', to, '--exit-code'])
  const [same, different] = await Promise.all([diff('prisma/schema.prisma'), diff(schema)])
  rmSync(copy, { recursive: true })
  expect(same, same.said).toMatchObject({ code: 0 })
  expect(different, different.said).toMatchObject({ code: 2, said: expect.stringContaining('Extra') })
  expect(await sql(url, `SELECT datname FROM pg_database WHERE datname LIKE '%shadow%'`)).toEqual([]) // cleared away
})

test('`migrate dev` writes and applies a migration, `migrate reset` makes the database again', async () => {
  const url = await newDatabase('dev')
  const project = mkdtempSync(path.join(os.tmpdir(), 'wba-project-'))
  for (const name of ['prisma/schema.prisma', 'prisma/migrations', 'prisma.config.ts', 'scripts', 'package.json'])
    cpSync(path.join(root, name), path.join(project, name), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'))
  appendFileSync(path.join(project, 'prisma/schema.prisma'), '\nmodel Extra {\n  id Int @id\n}\n')

  const dev = await prisma(url, ['migrate', 'dev', '--name', 'extra'], project)
  expect(dev, dev.said).toMatchObject({ code: 0 })
  expect(readdirSync(path.join(project, 'prisma/migrations')).some((name) => name.endsWith('_extra'))).toBe(true)
  expect(await sql(url, 'SELECT count(*)::int AS rows FROM "Extra"')).toEqual([{ rows: 0 }])

  await sql(url, 'INSERT INTO "Extra" VALUES (1)')
  const reset = await prisma(url, ['migrate', 'reset', '--force'], project)
  expect(reset, reset.said).toMatchObject({ code: 0 })
  expect(await sql(url, 'SELECT count(*)::int AS rows FROM "Extra"')).toEqual([{ rows: 0 }])
  rmSync(project, { recursive: true })
})

test('a failure inside the engine fails the command', async () => {
  const unreachable = await prisma('postgresql://wba:x@127.0.0.1:1/wba', ['migrate', 'status'])
  expect(unreachable).toMatchObject({ code: 1, said: expect.stringContaining(`Can't reach database server`) })
  const denied = new URL(server.url)
  denied.password = 'wrong'
  const refused = await prisma(denied.href, ['migrate', 'status'])
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Authentication failed') })
})
