import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createUpkeep } from '../../storage/upkeep.js'
import { startJobs } from '../../jobs/start-jobs.js'
import { expireClaims } from '../../storage/claim/expire-claims.js'
import { findOrder } from '../../storage/order/find-order.js'
import { readTimelines } from '../../storage/order/read-timelines.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, give, makeWarehouse, refusedBy, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
let account: string

beforeAll(async () => {
  db = await createDatabase()
  account = (await makeWarehouse(db.deps)).account.id
})
afterAll(() => db.close())

/** An order that anna claimed 21 minutes ago. */
const deadLease = async () => {
  const [order] = await bringOrders(db.deps, account, [wbOrder()])
  const id = order?.id ?? ''
  await give(db.deps, 'RELEASE', id)
  await give(db.deps, 'CLAIM', id)
  await db.owner.query(
    `UPDATE claim SET claimed_at = claimed_at - interval '21 minutes', expires_at = expires_at - interval '21 minutes' WHERE order_id = $1`,
    [id],
  )
  return id
}
const types = async (id: string) =>
  (await readTimelines(db.deps, [id])).get(id)?.map(({ type, actor }) => `${type} ${actor}`)

test('a lease that has run out gives the order back to the floor', async () => {
  const [dead, live] = [await deadLease(), (await bringOrders(db.deps, account, [wbOrder()]))[0]?.id ?? '']
  await give(db.deps, 'RELEASE', live)
  await give(db.deps, 'CLAIM', live)
  expect(await expireClaims(db.deps)).toBe(1)
  expect(await findOrder(db.deps, dead, null)).toMatchObject({ state: 'RELEASED', claim: null })
  expect(await findOrder(db.deps, live, null)).toMatchObject({ state: 'CLAIMED' })
  expect((await types(dead))?.at(-1)).toBe('CLAIM_EXPIRED system')
  expect(await expireClaims(db.deps)).toBe(0)
  expect(await refusedBy(db.deps, 'PICK', dead)).toMatchObject({ code: 'NOT_CLAIMED' })
})

test('until somebody else takes the order, its holder may still pick: what was done, was done', async () => {
  const id = await deadLease()
  expect(await refusedBy(db.deps, 'PICK', id, 'boris')).toMatchObject({ code: 'NOT_CLAIMED' })
  expect(await give(db.deps, 'PICK', id)).toMatchObject({ state: 'PICKED', pickedBy: 'anna' })
})

test('another may claim before the sweep comes: the log tells both', async () => {
  const id = await deadLease()
  expect((await refusedBy(db.deps, 'PICK', id, 'boris')).availableCommands).toContain('CLAIM')
  expect((await give(db.deps, 'CLAIM', id, 'boris')).claim?.holder).toBe('boris')
  expect((await types(id))?.slice(-3)).toEqual(['CLAIMED anna', 'CLAIM_EXPIRED system', 'CLAIMED boris'])
  const events = (await readTimelines(db.deps, [id])).get(id) ?? []
  expect(events.map(({ order }) => order.version)).toEqual([1, 2, 3, 4, 5])
  expect(events.at(-2)?.order).toMatchObject({ state: 'RELEASED', claim: null })
  expect(events.at(-2)).toMatchObject({ device: null })
})

test('the holder may renew a dead lease by claiming again', async () => {
  const id = await deadLease()
  expect((await give(db.deps, 'CLAIM', id)).claim?.holder).toBe('anna')
})

test('a row that a command has in hand is passed by', async () => {
  const id = await deadLease()
  const client = await db.owner.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [id])
    expect(await expireClaims(db.deps)).toBe(0)
    await client.query('ROLLBACK')
  } finally {
    client.release()
  }
  expect(await expireClaims(db.deps)).toBe(1)
})

test('the jobs of two replicas end each lease once, make the log’s days and forget old results', async () => {
  const ids = [await deadLease(), await deadLease(), await deadLease()]
  await db.owner.query(
    `UPDATE command_result SET created_at = now() - interval '31 days' WHERE command_id = (SELECT command_id FROM command_result LIMIT 1)`,
  )
  const old = async () =>
    (await db.owner.query(`SELECT FROM command_result WHERE created_at < now() - interval '30 days'`)).rowCount
  expect(await old()).toBe(1)
  await db.owner.query(
    `DO $$ BEGIN EXECUTE 'DROP TABLE order_event_' || to_char((now() AT TIME ZONE 'UTC')::date + 5, 'YYYYMMDD'); END $$`,
  )
  const days = async () =>
    (await db.owner.query(`SELECT FROM pg_class WHERE relname ~ '^order_event_[0-9]{8}$' AND relkind = 'r'`)).rowCount
  expect(await days()).toBe(7)

  const errors: unknown[] = []
  const options = {
    upkeep: createUpkeep(db.deps),
    onError: (error: unknown) => errors.push(error),
    every: { leases: 20, upkeep: 60_000 },
  }
  const replicas = [startJobs(options), startJobs(options)]
  try {
    await vi.waitFor(async () => {
      for (const id of ids) expect(await findOrder(db.deps, id, null)).toMatchObject({ state: 'RELEASED' })
      expect(await old()).toBe(0)
      expect(await days()).toBe(8)
    }, 10_000)
  } finally {
    await Promise.all(replicas.map((jobs) => jobs.stop()))
  }
  for (const id of ids) expect((await types(id))?.filter((type) => type.startsWith('CLAIM_EXPIRED'))).toHaveLength(1)
  expect(errors).toEqual([])
})
