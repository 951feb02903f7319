import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { debianBinaries } from './binaries.js'
import { folderAt } from './folder.js'
import { startEmbedded } from './index.js'
import { findPostmaster } from './postmaster.js'
import { takeStartLock } from './start-lock.js'
import { env, quiet, scratch, sql } from './test-support.js'

const folder = scratch() // empty for each test
const used = scratch() // holds a cluster
afterEach(folder.clear)
beforeAll(async () => (await start(used.dir)).stop())
afterAll(used.clear)
const start = (dataDir = folder.dir, more = {}) => startEmbedded({ dataDir, log: quiet, env: { ...env, ...more } })

test('a cluster of another major version is left alone, and the answer says what to do', async () => {
  const { cluster } = folderAt(folder.dir)
  mkdirSync(path.join(cluster, 'global'), { recursive: true })
  writeFileSync(path.join(cluster, 'PG_VERSION'), '15\n')
  await expect(start()).rejects.toMatchObject({
    code: 'OTHER_MAJOR',
    message: expect.stringMatching(/PostgreSQL 15.*brings 18.*PG_BIN=.*dump/s),
  })
  expect(readdirSync(cluster).sort()).toEqual(['PG_VERSION', 'global'])
})

test('a folder that cannot be made or written is named, with the reason', async () => {
  mkdirSync(path.dirname(folder.dir), { recursive: true })
  writeFileSync(folder.dir, 'a file, even root cannot make folders below it')
  await expect(start(path.join(folder.dir, 'data'))).rejects.toMatchObject({
    code: 'NOT_WRITABLE',
    message: expect.stringMatching(/ENOTDIR.*DATA_DIR/s),
  })
})

test('a folder with something else in it is not touched', async () => {
  const { cluster } = folderAt(folder.dir)
  mkdirSync(cluster, { recursive: true })
  writeFileSync(path.join(cluster, 'holiday.jpg'), 'x')
  await expect(start()).rejects.toMatchObject({ code: 'NOT_A_CLUSTER' })
  expect(readdirSync(cluster)).toEqual(['holiday.jpg'])
})

test('what a killed initdb and a killed start left behind is cleared away', async () => {
  const { root, startLock } = folderAt(folder.dir)
  mkdirSync(path.join(root, 'init-12345', 'cluster'), { recursive: true })
  writeFileSync(path.join(root, 'init-12345', 'cluster', 'PG_VERSION'), '18\n')
  writeFileSync(startLock, '999999999 1 token-of-a-dead-process')
  const database = await start()
  expect(database.fresh).toBe(true)
  expect(readdirSync(root).sort()).toEqual(['postgres', 'postgres.log', 'running.json'])
  await database.stop()
})

test('a pid file that names a living stranger does not keep the server down', async () => {
  const pidFile = path.join(folderAt(used.dir).cluster, 'postmaster.pid')
  writeFileSync(pidFile, `${process.ppid}\n/nowhere\n1\n1\n\n127.0.0.1\n\nready\n`)
  const database = await start(used.dir)
  expect(database).toMatchObject({ adopted: false })
  expect(await sql(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await database.stop()
})

test('a server that dies at once is answered with what its log says', async () => {
  const flags = ['-c', 'no_such_setting=1']
  const broken = startEmbedded({ dataDir: used.dir, log: quiet, env, flags })
  await expect(broken).rejects.toMatchObject({
    code: 'START_FAILED',
    message: expect.stringContaining('no_such_setting'),
  })
  await (await start(used.dir)).stop()
})

test('a lost password file is said, before any server is started', async () => {
  rmSync(folderAt(used.dir).password)
  await expect(start(used.dir)).rejects.toMatchObject({ code: 'NO_PASSWORD' })
  expect(findPostmaster(folderAt(used.dir))).toBeUndefined()
})

test('no server anywhere is answered with every place tried', async () => {
  const missing = path.join(os.tmpdir(), 'no-postgres-here')
  await expect(start(folder.dir, { PG_BIN: missing })).rejects.toMatchObject({
    code: 'NO_SERVER',
    message: expect.stringContaining(missing),
  })
})

test.skipIf(!debianBinaries(15))('an older server from PG_BIN serves too, and knows Cyrillic', async () => {
  const database = await start(folder.dir, { PG_BIN: debianBinaries(15) })
  expect(database).toMatchObject({ major: 15, from: 'PG_BIN' })
  expect(await sql(database.url, `SELECT lower('ЁЖ') AS lower`)).toEqual([{ lower: 'ёж' }])
  await database.stop()
})

test('the start lock is held by one at a time and given back', async () => {
  mkdirSync(folder.dir, { recursive: true })
  const { startLock } = folderAt(folder.dir)
  const order: string[] = []
  const release = await takeStartLock(startLock)
  const second = takeStartLock(startLock).then((unlock) => {
    order.push('second')
    unlock()
  })
  expect(readFileSync(startLock, 'utf8')).toContain(String(process.pid))
  order.push('first')
  release()
  await second
  expect({ order, left: existsSync(startLock) }).toEqual({ order: ['first', 'second'], left: false })
})
