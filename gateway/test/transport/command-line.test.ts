import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createBrowser } from '../identity/browser.js'
import { ownDocument } from '../support/registry.js'
import { createDatabase } from '../support/database.js'
import { startNpm, startProgram } from './program.js'

const base = mkdtempSync(join(tmpdir(), 'wba-cli-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const address = /http:\/\/127\.0\.0\.1:\d+/
const failed = { code: 1, signal: null }

test('names every fault of the configuration at once, in plain lines, and starts nothing', async () => {
  const program = startProgram({
    PORT: 'http',
    HOST: 'warehouse',
    PUBLIC_URL: 'http://wms.example.ru',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    DEMO: 'perhaps',
    LOG_LEVEL: 'loud',
    SOCKETS_PER_ADDRESS: 'many',
  })
  expect(await program.ended).toEqual(failed)
  const output = program.output()
  for (const name of ['PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'DEMO', 'LOG_LEVEL', 'SOCKETS_PER_ADDRESS'])
    expect(output).toContain(`  ${name} must `)
  expect(output).not.toMatch(/hunter2|\n\s+at /)
})

test('says how it is used when it does not know a flag', async () => {
  const program = startProgram({}, ['--demo=never'])
  expect(await program.ended).toEqual(failed)
  expect(program.output()).toContain('--no-demo')
})

test('says how it is used when asked, and starts nothing', async () => {
  const program = startProgram({ DATA_DIR: join(base, 'help') }, ['--help'])
  expect(await program.ended).toEqual({ code: 0, signal: null })
  expect(program.output()).toMatch(/^Usage: npm start .*--no-demo.*DATABASE_URL/s)
  expect(existsSync(join(base, 'help'))).toBe(false)
})

test('says in one line why the data folder cannot be used', async () => {
  const file = join(base, 'a-file')
  writeFileSync(file, '')
  const program = startProgram({ DATA_DIR: file, PORT: '0' })
  expect(await program.ended).toEqual(failed)
  expect(program.output()).toContain(file)
  expect(program.output().trim().split('\n')).toHaveLength(1)
})

test('says that the database of DATABASE_URL cannot be reached, without its password', async () => {
  const program = startProgram({ DATABASE_URL: 'postgresql://wba:hunter2@127.0.0.1:1/wba', PORT: '0' })
  expect(await program.ended).toEqual(failed)
  expect(program.output()).toMatch(/DATABASE_URL.*ECONNREFUSED/)
  expect(program.output()).not.toMatch(/hunter2|\n\s+at /)
})

test('wants a key for authenticators on a database of one’s own, or that none is demanded', async () => {
  const database = await createDatabase()
  const env = { DATABASE_URL: database.url, PORT: '0', DEMO: '0' }
  const without = startProgram(env)
  expect(await without.ended).toEqual(failed)
  expect(without.output()).toMatch(/TOTP_KEY must be set.*DEMAND_AUTHENTICATOR=0/)
  for (const settings of [{ TOTP_KEY: 'k'.repeat(32) }, { DEMAND_AUTHENTICATOR: '0' }]) {
    const program = startProgram({ ...env, ...settings })
    await program.prints(address)
    program.stop()
    await program.ended
  }
  await database.close()
})

test('starts, says where; a second start says that too; a taken port is named; SIGTERM ends it in order', async () => {
  const dataDir = join(base, 'data')
  const first = startProgram({ DATA_DIR: dataDir, PORT: '0' }, ['--no-demo'])
  const [url] = await first.prints(address)
  await first.prints(/127\.0\.0\.1 alone/)
  await expect.poll(async () => (await fetch(`${url}/health/ready`)).status, { timeout: 10_000 }).toBe(200)

  // Whoever reads the folder of the data has what seals the authenticators: nobody else does.
  for (const name of ['totp-key', 'pin-pepper']) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)

  const second = startProgram({ DATA_DIR: dataDir, PORT: '0' })
  expect(await second.ended).toEqual({ code: 0, signal: null })
  expect(second.output()).toContain(`${url} (process ${first.pid})`)

  first.stop('SIGTERM')
  expect(await first.ended).toEqual({ code: 0, signal: null })

  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  const third = startProgram({ DATA_DIR: dataDir, PORT: String(port) })
  expect(await third.ended).toEqual(failed)
  expect(third.output().trim()).toMatch(new RegExp(`^WB Assistant cannot start: port ${port} is taken .*PORT=`))
  taken.close()

  const fourth = startProgram({ DATA_DIR: dataDir, PORT: '0' }, ['--no-demo'])
  await fourth.prints(address)
  fourth.stop('SIGINT')
  expect(await fourth.ended).toEqual({ code: 0, signal: null })
})

test('one Ctrl+C, which npm hands on once more, ends npm start in order and its database too', async () => {
  const dataDir = join(base, 'terminal')
  // Without the `--` too: npm takes the flag for its own.
  const program = startNpm({ DATA_DIR: dataDir, PORT: '0' }, ['--no-demo'])
  await program.prints(address)
  await program.prints(/127\.0\.0\.1 alone/)
  program.stop('SIGINT')
  expect(await program.ended).toEqual({ code: 0, signal: null })
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
  expect(program.output()).not.toContain('demo')
})

test('a fault nobody caught is logged and ends the process in order, not by a crash', async () => {
  const rejects = "process.on('SIGUSR2',()=>void%20Promise.reject(new%20Error('boom')))"
  const env = { DATA_DIR: join(base, 'faulty'), PORT: '0', NODE_OPTIONS: `--import=data:text/javascript,${rejects}` }
  const program = startProgram(env, ['--no-demo'])
  await program.prints(address)
  program.stop('SIGUSR2')
  expect(await program.ended).toEqual(failed)
  expect(program.output()).toMatch(/"level":60.*boom.*the process stops/)
})

test('without the demo prints a link to be the first administrator, until there is one', async () => {
  const env = { DATA_DIR: join(base, 'bare'), PORT: '0' }
  const bare = startProgram(env, ['--no-demo'])
  const [, url = '', secret = ''] = await bare.prints(/(http\S+)\/sign-in#first=([\w-]{43})/)
  const call = { secret, name: 'Анна', login: 'anna', password: 'вечером ели пирог' }
  expect(await createBrowser(url).give(ownDocument('CreateFirstAdmin'), call)).toHaveProperty('me')
  bare.stop()
  await bare.ended
  const again = startProgram(env, ['--no-demo'])
  await again.prints(/127\.0\.0\.1 alone/)
  again.stop()
  await again.ended
  expect(again.output()).not.toContain('#first=')
})
