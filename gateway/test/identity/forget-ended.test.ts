import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUpkeep } from '../../storage/upkeep.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { makeWarehouse } from '../support/warehouse.js'

let db: TestDatabase
let warehouseId: string
let personId: string
beforeAll(async () => {
  db = await createDatabase()
  ;({
    warehouse: { id: warehouseId },
  } = await makeWarehouse(db.deps))
  const { rows } = await db.owner.query<{ id: string }>(
    `INSERT INTO person (id, name) VALUES (gen_random_uuid(), 'anna') RETURNING id`,
  )
  personId = rows[0]?.id ?? ''
})
afterAll(() => db.close())

/** An end: an hour ago, or in an hour. */
const over = "now() - interval '1 hour'"
const good = "now() + interval '1 hour'"
const hash = 'sha256(gen_random_uuid()::text::bytea)'

const links = (end: string, many = 1) =>
  `INSERT INTO sign_in_link (id, secret_hash, created_at, expires_at)
   SELECT gen_random_uuid(), ${hash}, now(), ${end} FROM generate_series(1, ${many})`
const throttle = (key: string, end: string) =>
  `INSERT INTO throttle (key, points, expire) VALUES ('${key}', 1, extract(epoch FROM ${end}) * 1000)`
const pairing = (code: string, end: string) =>
  `INSERT INTO pairing (id, kind, device_code_hash, user_code, created_at, expires_at)
   VALUES (gen_random_uuid(), 'BOARD', ${hash}, '${code}', now(), ${end})`
const token = (name: string, end: string) =>
  `INSERT INTO access_token (id, secret_hash, person_id, name, ending, scopes, created_at, expires_at)
   VALUES (gen_random_uuid(), ${hash}, '${personId}', '${name}', 'abcd', '{READ}', now(), ${end})`
const device = (name: string, end: string, seen: string) =>
  `INSERT INTO device (id, kind, name, warehouse_id, secret_hash, approved_by, created_at, last_seen_at, expires_at)
   VALUES (gen_random_uuid(), 'PHONE', '${name}', '${warehouseId}', ${hash}, '${personId}', now(), ${seen}, ${end})`
const session = (agent: string, end: string, seen: string, deviceName = '') =>
  `INSERT INTO session (id, secret_hash, person_id, agent, device_id, created_at, authenticated_at, last_seen_at, expires_at)
   VALUES (gen_random_uuid(), ${hash}, '${personId}', '${agent}', (SELECT id FROM device WHERE name = '${deviceName}'), now(), now(), ${seen}, ${end})`

const left = async (table: string, column: string) => {
  const { rows } = await db.owner.query<{ name: string }>(`SELECT ${column} AS name FROM ${table} ORDER BY 1`)
  return rows.map(({ name }) => name)
}

test('what is over is forgotten, sessions a month after their end; what is good stays', async () => {
  for (const statement of [
    throttle('over', over),
    throttle('good', good),
    `INSERT INTO throttle (key, points) VALUES ('endless', 1)`,
    pairing('OVER', over),
    pairing('GOOD', good),
    token('over', over),
    token('good', good),
    links(over),
    links(good),
    device('over', over, 'now()'),
    device('unseen', good, "now() - interval '91 days'"),
    device('good', good, "now() - interval '89 days'"),
    session('ended long ago', "now() - interval '31 days'", "now() - interval '31 days'"),
    session('idle long ago', good, "now() - interval '31 days'"),
    session('ended lately', "now() - interval '29 days'", "now() - interval '29 days'"),
    session('good', good, 'now()'),
    session('of a phone that is over', good, 'now()', 'over'),
  ])
    await db.owner.query(statement)

  expect(await createUpkeep(db.deps).forgetEnded()).toBe(false)

  expect(await left('throttle', 'key')).toEqual(['endless', 'good'])
  expect(await left('pairing', 'user_code')).toEqual(['GOOD'])
  expect(await left('access_token', 'name')).toEqual(['good'])
  expect(await left('sign_in_link', 'expires_at > now()')).toEqual([true])
  expect(await left('device', 'name')).toEqual(['good'])
  expect(await left('session', 'agent')).toEqual(['ended lately', 'good'])
})

test('one run forgets a batch and says that there is more', async () => {
  await db.owner.query('DELETE FROM sign_in_link')
  await db.owner.query(links(over, 1500))
  const upkeep = createUpkeep(db.deps)
  expect(await upkeep.forgetEnded()).toBe(true)
  expect((await left('sign_in_link', 'id::text')).length).toBe(500)
  expect(await upkeep.forgetEnded()).toBe(false)
  expect(await left('sign_in_link', 'id::text')).toEqual([])
})
