import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../support/database.js'
import { type Program, startProgram } from './program.js'

const folder = mkdtempSync(join(tmpdir(), 'wba-roles-'))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const login = `serving_${randomBytes(4).toString('hex')}`
const password = 'hunter2/ #?'
let database: TestDatabase
/** Of a process whose login owns nothing, with its secrets in files. */
let env: Readonly<Record<string, string>>

beforeAll(async () => {
  database = await createDatabase()
  await database.owner.query(`CREATE ROLE ${login} LOGIN PASSWORD '${password}' IN ROLE wba_app, wba_analyst`)
  const url = new URL(database.url)
  url.username = login
  url.password = ''
  env = {
    DATABASE_URL: url.href,
    DATABASE_PASSWORD_FILE: file('password', `${password}\n`),
    TOTP_KEY_FILE: file('totp-key', 'k'.repeat(32)),
    PIN_PEPPER_FILE: file('pin-pepper', 'p'.repeat(32)),
    PORT: '0',
    LOG_LEVEL: 'info',
  }
})
afterAll(async () => {
  await database.owner.query(`DROP OWNED BY ${login}; DROP ROLE ${login}`).catch(() => undefined)
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A process that begins has much to do at once, on a busy machine. */
const patiently = { timeout: 10_000 }

const servedAt = async (program: Program) => {
  const [, url = ''] = await program.prints(/"url":"(http:\/\/127\.0\.0\.1:\d+)"/)
  return url
}
const end = async (program: Program) => {
  program.stop()
  expect(await program.ended).toEqual({ code: 0, signal: null })
}

test('a gateway leaves the jobs to a worker, which does them', async () => {
  const gateway = startProgram(env, ['gateway'])
  const url = await servedAt(gateway)
  await expect.poll(async () => (await fetch(`${url}/health/ready`)).status, patiently).toBe(200)
  // What is made at the first run of the jobs and by nothing else.
  const partitions = async () => {
    const { rows } = await database.owner.query<{ days: number }>(
      `SELECT count(*)::int AS days FROM pg_inherits WHERE inhparent = 'order_event'::regclass`,
    )
    return rows[0]?.days ?? 0
  }
  const { rows: last } = await database.owner.query<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'order_event'::regclass AND inhrelid::regclass::text ~ '\\d{8}' ORDER BY 1 DESC LIMIT 1`,
  )
  await database.owner.query(`DROP TABLE ${last[0]?.name}`)
  const before = await partitions()

  const worker = startProgram(env, ['worker'])
  const health = await servedAt(worker)
  await expect.poll(partitions, patiently).toBe(before + 1)
  expect((await fetch(`${health}/health/ready`)).status).toBe(200)
  expect(await (await fetch(`${health}/metrics`)).text()).toContain('wba_pool_connections')
  expect((await fetch(`${health}/graphql`)).status).toBe(404)
  await end(worker)
  await end(gateway)
  for (const program of [gateway, worker]) expect(program.output()).not.toMatch(/hunter2|first=/)
})

test('a migration step makes the tables, ends, and may come again; whose login may not is told', async () => {
  const empty = await createEmptyDatabase()
  const mayNot = new URL(empty.url)
  const { username, password: nothing } = new URL(env['DATABASE_URL'] ?? '')
  mayNot.username = username
  mayNot.password = nothing
  const early = startProgram({ ...env, DATABASE_URL: mayNot.href }, ['gateway'])
  expect(await early.ended).toEqual({ code: 1, signal: null })
  expect(early.output()).toMatch(/lacks \d+ migration.*migrate/)
  for (const _ of ['first', 'again']) {
    const migrate = startProgram({ DATABASE_URL: empty.url }, ['migrate'])
    expect([await migrate.ended, migrate.output()]).toMatchObject([{ code: 0 }, expect.stringContaining('up to date')])
  }
  await empty.close()
})

test('a link for the first administrator is printed for whoever asks, until there is one', async () => {
  const ask = async () => {
    const program = startProgram({ ...env, PUBLIC_URL: 'https://wms.example.ru' }, ['first-admin'])
    expect(await program.ended).toEqual({ code: 0, signal: null })
    return program.output()
  }
  expect(await ask()).toMatch(/https:\/\/wms\.example\.ru\/sign-in#first=[\w-]{43}\n/)
  await database.owner.query(
    `WITH p AS (INSERT INTO person (id, name) VALUES (gen_random_uuid(), 'Admin') RETURNING id)
     INSERT INTO role_grant (id, person_id, role) SELECT gen_random_uuid(), id, 'ADMIN' FROM p`,
  )
  expect(await ask()).toContain('There is an administrator already')
})

test('says what is missing: a part without a database, a file that is not there or empty, a part that does not exist', async () => {
  const cases = [
    [['gateway'], {}, 'DATABASE_URL must be set for gateway'],
    [
      ['gateway'],
      { ...env, TOTP_KEY_FILE: file('empty', '\n') },
      'TOTP_KEY_FILE must name a file with something in it',
    ],
    [
      ['worker'],
      { ...env, DATABASE_PASSWORD_FILE: join(folder, 'none') },
      'DATABASE_PASSWORD_FILE must name a file that',
    ],
    [['gateway'], { ...env, TOTP_KEY: 'k'.repeat(32) }, 'TOTP_KEY_FILE must not be set beside TOTP_KEY'],
    [['gateway'], { ...env, TRUSTED_PROXIES: 'traefik' }, 'TRUSTED_PROXIES must be addresses'],
    [['gateways'], env, 'no such part: gateways'],
  ] as const
  for (const [args, settings, text] of cases) {
    const program = startProgram(settings, args)
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(program.output()).toContain(text)
  }
})
