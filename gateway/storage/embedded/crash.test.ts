import { once } from 'node:events'
import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { folderAt } from './folder.js'
import { startEmbedded } from './index.js'
import { findPostmaster } from './postmaster.js'
import { supervise, type EmbeddedState } from './supervisor.js'
import { end, env, eventually, quiet, scratch, spawnOwner, sql } from './test-support.js'

const folder = scratch()
afterEach(folder.halt)
afterAll(folder.clear)
const start = () => startEmbedded({ dataDir: folder.dir, log: quiet, env })

test('a second start is refused while the owner lives, and adopts its server once the owner was killed', async () => {
  const owner = await spawnOwner(folder.dir, 'http://127.0.0.1:4000')
  await sql(owner.said.url, 'CREATE TABLE kept (id int)', 'INSERT INTO kept VALUES (1)')
  await expect(start()).rejects.toMatchObject({
    code: 'ALREADY_RUNNING',
    running: { pid: owner.process.pid, url: 'http://127.0.0.1:4000' },
    message: expect.stringContaining('http://127.0.0.1:4000'),
  })
  expect(await sql(owner.said.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]) // the refused start broke nothing

  await end(owner.process, 'SIGKILL')
  const heir = await start()
  expect(heir).toMatchObject({ adopted: true, fresh: false, pid: owner.said.pid, port: owner.said.port })
  expect(await sql(heir.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }])
  await heir.stop()
  expect(findPostmaster(folderAt(folder.dir))).toBeUndefined()
})

test('without running.json the advisory lock alone keeps a second start away', async () => {
  const database = await start()
  rmSync(folderAt(folder.dir).running)
  await expect(start()).rejects.toMatchObject({ code: 'ALREADY_RUNNING' })
  await database.stop()
})

test('a killed PostgreSQL comes back on the same port with every acknowledged row, and pools reconnect', async () => {
  const database = await start()
  const states: EmbeddedState[] = []
  database.onState((state) => states.push(state))
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await pool.query('CREATE TABLE note (id int PRIMARY KEY)')
  const acknowledged: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const running = findPostmaster(folderAt(folder.dir))
    if (!running) throw new Error('no server to kill')
    for (let id = round * 1000; ; id += 1) {
      const written = pool.query('INSERT INTO note VALUES ($1)', [id]).then(() => acknowledged.push(id))
      if (id === round * 1000 + 40) process.kill(running.pid, 'SIGKILL')
      if (
        await written.then(
          () => false,
          () => true,
        )
      )
        break
    }
    await eventually(() => pool.query('SELECT 1'))
    await eventually(() => expect(database.state()).toBe('running'))
  }
  expect(findPostmaster(folderAt(folder.dir))?.port).toBe(database.port)
  const { rows } = await pool.query<{ id: number }>('SELECT id FROM note')
  expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining(acknowledged))
  expect(acknowledged.length).toBeGreaterThan(100)
  await pool.end()
  await database.stop()
  expect(states).toEqual(['restarting', 'running', 'restarting', 'running', 'restarting', 'running', 'stopped'])
})

test('an adopted server is brought back too', async () => {
  const owner = await spawnOwner(folder.dir)
  await end(owner.process, 'SIGKILL')
  const heir = await start()
  process.kill(heir.pid, 'SIGKILL')
  await eventually(async () => expect(await sql(heir.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]))
  await heir.stop()
})

test('stopping in the middle of a restart leaves no server behind', async () => {
  const database = await start()
  const restarting = new Promise<void>((resolve) => database.onState((state) => state === 'restarting' && resolve()))
  process.kill(database.pid, 'SIGKILL')
  await restarting
  await database.stop()
  expect(database.state()).toBe('stopped')
  expect(findPostmaster(folderAt(folder.dir))).toBeUndefined()
})

test('an owner whose session was ended owns the same server again', async () => {
  const database = await start()
  const restarted = new Promise<void>((resolve) => database.onState((state) => state === 'running' && resolve()))
  await sql(database.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wba-owner'`)
  await restarted
  expect(findPostmaster(folderAt(folder.dir))?.pid).toBe(database.pid)
  await expect(start()).rejects.toMatchObject({ code: 'ALREADY_RUNNING' })
  await database.stop()
})

test('a server that cannot be brought back is given up aloud, after a bounded number of tries', async () => {
  let tries = 0
  const launch = async (): Promise<never> => {
    tries += 1
    throw new Error('disk gone')
  }
  const lost = Promise.withResolvers<void>()
  const ownership = { lost: lost.promise, release: async (): Promise<void> => {} }
  const deps = { folder: folderAt(folder.dir), launch, port: 1, log: quiet, attempts: 4 }
  const supervisor = supervise(deps, ownership)
  const states: EmbeddedState[] = []
  const failed = new Promise<void>((resolve) => {
    supervisor.onState((state) => {
      states.push(state)
      if (state === 'failed') resolve()
    })
  })
  lost.resolve()
  await failed
  expect({ tries, states }).toEqual({ tries: 4, states: ['restarting', 'failed'] })
  await supervisor.stop()
})

test('Ctrl+C in the terminal reaches the owner only, which stops the server in order', async () => {
  const owner = await spawnOwner(folder.dir)
  owner.process.kill('SIGTERM')
  await once(owner.process, 'exit')
  expect(findPostmaster(folderAt(folder.dir))).toBeUndefined()
  const again = await start()
  expect(again).toMatchObject({ adopted: false, fresh: false })
  await again.stop()
})
