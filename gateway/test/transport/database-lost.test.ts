import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConfig } from '../../config.js'
import { type Database, openDatabase } from '../../open-database.js'
import { createLog } from '../../transport/log.js'
import type { Answer } from '../support/client.js'
import { startGatewayOn, type TestGateway } from '../support/server.js'
import { wbOrder } from '../support/warehouse.js'
import { startCommitCutter } from './commit-cutter.js'

const release = `mutation ($commandId: UUID!, $orderIds: [ID!]!) {
  releaseOrders(commandId: $commandId, orderIds: $orderIds) {
    ... on ReleaseOrdersSuccess { outcomes { order { state version timeline { type } } refusal { code } } }
    ... on Refusal { code }
  }
}`
const done = {
  releaseOrders: {
    outcomes: [
      {
        order: { state: 'RELEASED', version: 2, timeline: [{ type: 'IMPORTED' }, { type: 'RELEASED' }] },
        refusal: null,
      },
    ],
  },
}

/** Asks again, as a client does, until the answer is no longer that the database is away. */
const untilAvailable = async <Data>(send: () => Promise<Answer<Data>>): Promise<Answer<Data>> => {
  for (;;) {
    const answer = await send()
    if (!answer.errors?.some(({ extensions }) => extensions.code === 'UNAVAILABLE')) return answer
  }
}

describe('a database that goes away', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wba-lost-'))
  const log = createLog('silent')
  let database: Database
  let gateway: TestGateway
  let sellerAccountId: string

  beforeAll(async () => {
    const config = parseConfig({ ...parseConfig().embedded, DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
    database = await openDatabase(config, log)
    gateway = await startGatewayOn(database.url)
    const account = await gateway.client.data<{ createSellerAccount: { sellerAccount: { id: string } } }>(
      `mutation { createSellerAccount(commandId: "${randomUUID()}", name: "a") { ... on CreateSellerAccountSuccess { sellerAccount { id } } } }`,
    )
    sellerAccountId = account.createSellerAccount.sellerAccount.id
    await gateway.client.data(
      `mutation ($id: ID!, $policy: SlaPolicyInput!) { createWarehouse(commandId: "${randomUUID()}", sellerAccountId: $id, wbWarehouseId: "658434", name: "n", timeZone: "Europe/Moscow", slaPolicy: $policy) { __typename } }`,
      { id: sellerAccountId, policy: { assemblyMinutes: 240, cutOffs: [], amberMinutes: 120, redMinutes: 30 } },
    )
  })
  afterAll(async () => {
    await gateway.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const importOrder = async (client = gateway.client): Promise<string> => {
    const { importOrders } = await client.data<{ importOrders: { outcomes: { order: { id: string } }[] } }>(
      `mutation ($id: ID!, $orders: [WbOrder!]!) { importOrders(commandId: "${randomUUID()}", sellerAccountId: $id, orders: $orders) { ... on ImportOrdersSuccess { outcomes { order { id } } } } }`,
      { id: sellerAccountId, orders: [wbOrder()] },
    )
    const [outcome] = importOrders.outcomes
    if (!outcome) throw new Error('nothing imported')
    return outcome.order.id
  }

  test('in mid-command: the answer is UNAVAILABLE, the process stays, the repeat is done once', async () => {
    const orderId = await importOrder()
    const call = { commandId: randomUUID(), orderIds: [orderId] }
    // Holds the order's row, so that the command is in the middle when PostgreSQL is killed.
    const holder = new pg.Client({ connectionString: database.url })
    holder.on('error', () => undefined)
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [orderId])
    const answer = gateway.client.send(release, call)
    await expect
      .poll(async () => (await holder.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)).rowCount)
      .toBe(1)
    const postmaster = await holder.query<{ pid: number }>(
      `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid`,
    )
    process.kill(postmaster.rows[0]?.pid ?? 0, 'SIGKILL')

    expect(await answer).toMatchObject({ status: 200, errors: [{ extensions: { code: 'UNAVAILABLE' } }] })
    const live = await fetch(`${gateway.url}/health/live`)
    expect(live.status).toBe(200)
    expect(await untilAvailable(() => gateway.client.send(release, call))).toEqual({ status: 200, data: done })
    expect(await gateway.client.data(release, call)).toEqual(done)
    await expect.poll(async () => (await fetch(`${gateway.url}/health/ready`)).status).toBe(200)
  })

  test('while a command is being committed: its outcome is unknown, and the repeat tells that it was done', async () => {
    const cutter = await startCommitCutter(database.url)
    const behind = await startGatewayOn(cutter.url)
    const orderId = await importOrder(behind.client)
    const call = { commandId: randomUUID(), orderIds: [orderId] }
    cutter.cutCommitOf(call.commandId)
    expect(await behind.client.send(release, call)).toMatchObject({
      errors: [{ extensions: { code: 'OUTCOME_UNKNOWN' } }],
    })
    expect(await behind.client.data(release, call)).toEqual(done)
    await behind.close()
    await cutter.close()
  })
})
