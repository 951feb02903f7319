import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { folderAt } from './folder.js'
import { runningDatabase, startEmbedded } from './index.js'
import { end, env, quiet, scratch, spawnOwner, sql } from './test-support.js'

const folder = scratch()
afterEach(folder.clear) // each of these begins on an empty folder
const start = () => startEmbedded({ dataDir: folder.dir, log: quiet, env })

test('a first start makes a durable cluster that knows Cyrillic, later ones find its rows', async () => {
  const first = await start()
  expect(first).toMatchObject({ fresh: true, adopted: false, major: 18, from: 'npm' })
  const settings = await sql(
    first.url,
    'CREATE TABLE note (text text)',
    `INSERT INTO note VALUES ('ЁЖ')`,
    `SELECT current_database() AS database, current_user AS role, lower('ЁЖ') AS lower, current_setting('fsync') AS fsync,
       current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS listens,
       current_setting('unix_socket_directories') AS sockets`,
  )
  expect(settings).toEqual([
    { database: 'wba', role: 'wba', lower: 'ёж', fsync: 'on', checksums: 'on', listens: '127.0.0.1', sockets: '' },
  ])
  const { password, log } = folderAt(folder.dir)
  expect(statSync(password).mode & 0o777).toBe(0o600)
  expect(readFileSync(log, 'utf8')).toContain('ready to accept connections')
  await first.stop()
  expect(first.state()).toBe('stopped')
  expect(runningDatabase(folder.dir)).toBeUndefined()

  const second = await start()
  expect(second).toMatchObject({ fresh: false, adopted: false })
  expect(await sql(second.url, 'SELECT text FROM note')).toEqual([{ text: 'ЁЖ' }])
  await second.stop()
})

test('the owner says in running.json where it serves, takes the file away when it stops, and the next start waits for that', async () => {
  const database = await start()
  const file = path.join(folder.dir, 'running.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, url: null })
  await database.announce('http://127.0.0.1:4000')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:4000' })
  expect(runningDatabase(folder.dir)).toBe(database.url)
  await Promise.all([database.stop(), database.stop()])
  expect(existsSync(file)).toBe(false)

  // A start that comes while the owner stops waits, then has the folder for itself.
  const leaving = await start()
  const stopping = leaving.stop()
  const next = await start()
  await stopping
  expect(next.fresh).toBe(false)
  expect(await sql(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await next.stop()
})

test('of two starts that race on an empty folder one makes the cluster and the other is told of it', async () => {
  const owners = await Promise.all([spawnOwner(folder.dir), spawnOwner(folder.dir)])
  const winner = owners.find(({ said }) => said.code === undefined)
  const loser = owners.find(({ said }) => said.code === 'ALREADY_RUNNING')
  expect(winner?.said).toMatchObject({ fresh: true, adopted: false })
  expect(loser?.said.running).toMatchObject({ pid: winner?.process.pid })
  await Promise.all(owners.map((owner) => end(owner.process, 'SIGTERM')))
  expect(runningDatabase(folder.dir)).toBeUndefined()
})
