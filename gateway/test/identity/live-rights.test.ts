import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOrder, type SeededOrder, type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { startGatewayOn, type TestGateway } from '../support/server.js'
import { give } from '../support/warehouse.js'
import { type Browser, mutations, type OpenSocket, openSocket } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'
import { within } from './within.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let second: TestGateway
let north: SeededWarehouse
let south: SeededWarehouse
let order: SeededOrder
beforeAll(async () => {
  started = await startWithAdmin()
  second = await startGatewayOn(started.gateway.database.url)
  north = await seedWarehouse(started.client)
  south = await seedWarehouse(started.client)
  order = await seedOrder(started.client, north, { state: 'RELEASED' })
  await seedOrder(started.client, south)
})
afterAll(async () => {
  await second.close()
  await started.gateway.close()
})

const events = 'subscription ($id: ID!) { orderEvents(warehouseId: $id) { type } }'
const board = `subscription ($id: ID!) { orderBoard(warehouseId: $id) { __typename ... on BoardSnapshot { orders { id price { amount } } } } }`
const sent = ({ messages }: OpenSocket) => JSON.stringify(messages)
const patiently = { timeout: 10_000, interval: 5 }

const manager = (name: string) =>
  invite(started.gateway.url, started.admin, {
    name,
    roles: [north, south].map(({ id: warehouseId }) => ({ role: 'MANAGER', warehouseId })),
  })

/** A socket on which events of the north come. */
const following = async (browser: Browser) => {
  const socket = await browser.open()
  socket.subscribe(board, { id: north.id })
  await expect.poll(() => sent(socket), patiently).toContain('BoardSnapshot')
  const stream = await browser.open()
  stream.subscribe(events, { id: north.id })
  socket.end()
  return stream
}

test('while who may see it cannot be looked at, nothing that came after a lost right is sent, neither events nor boards', async () => {
  const { owner, deps } = started.gateway.database
  const [leaver, stayer] = [await manager('Уходит'), await manager('Остаётся')]
  const [lost, kept] = [await following(leaver.browser), await following(stayer.browser)]
  const other = await leaver.browser.open()
  await expect
    .poll(async () => {
      await give(deps, 'HOLD', order.id)
      await give(deps, 'RESUME', order.id)
      return [sent(lost), sent(kept)].map((text) => text.includes('RESUMED'))
    }, patiently)
    .toEqual([true, true])

  const blocker = await owner.connect()
  const waiting = async () =>
    (await owner.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`))
      .rowCount
  const claims = () => [lost, kept].map((socket) => sent(socket).includes('CLAIMED'))
  try {
    await blocker.query('BEGIN')
    await blocker.query('LOCK TABLE device IN ACCESS EXCLUSIVE MODE')
    await owner.query(
      `WITH ended AS (DELETE FROM session WHERE person_id = '${leaver.id}') UPDATE rights_head SET version = version + 1`,
    )
    await give(deps, 'CLAIM', order.id)
    other.subscribe(board, { id: south.id })
    // The look gives up after a second; before the one that follows it the event has been read.
    await expect.poll(waiting, patiently).toBeGreaterThan(0)
    await expect.poll(waiting, patiently).toBe(0)
    await expect.poll(waiting, patiently).toBeGreaterThan(0)
    expect(claims()).toEqual([false, false])
    expect(sent(other)).not.toContain('BoardSnapshot')
  } finally {
    await blocker.query('ROLLBACK')
    blocker.release()
  }
  const ended = { code: 4403, reason: 'Signed out' }
  expect(await within(2_000, Promise.all([lost.closed, other.closed]))).toEqual([ended, ended])
  await expect.poll(claims, patiently).toEqual([false, true])
  expect(sent(other)).not.toContain('BoardSnapshot')
  kept.end()
})

test('a socket that opens while its right is being taken is ended too, on either gateway', async () => {
  const call = { name: 't', scopes: ['READ'], days: 1 }
  const made = await started.admin.give(mutations.createAccessToken, call)
  const params = { authorization: `Bearer ${made.secret}` }
  const urls = [started.gateway.url, second.url]
  const open = () => urls.map((url) => openSocket(url, {}, params))
  const opening = [...open(), ...open()]
  const taken = started.admin.give(mutations.revokeAccessToken, { id: made.accessToken?.id })
  for (let i = 0; i < 6; i += 1) {
    opening.push(...open())
    await opening.at(-1)
  }
  expect(await taken).toHaveProperty('accessTokens')
  const ends = await within(2_000, Promise.all(opening.map(async (one) => (await one).closed)))
  for (const { code } of ends) expect([4401, 4403]).toContain(code)
  expect(ends).toHaveLength(16)
})

test('who may no longer see prices is closed, and sees none when they come back', async () => {
  const { id: personId, browser } = await manager('Бывший менеджер')
  const open = async () => {
    const socket = await browser.open()
    socket.subscribe(board, { id: north.id })
    await expect.poll(() => sent(socket), patiently).toContain(order.id)
    return socket
  }
  const before = await open()
  expect(sent(before)).toContain('"amount"')
  const roles = [{ role: 'PICKER', warehouseId: north.id }]
  await started.admin.give(mutations.setRoles, { personId, roles })
  expect(await within(2_000, before.closed)).toEqual({ code: 4403, reason: 'Rights changed' })
  const after = await open()
  expect(sent(after)).not.toContain('"amount"')
  after.end()
})
