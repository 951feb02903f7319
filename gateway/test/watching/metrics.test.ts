import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byHash } from '../support/registry.js'
import { startGateway, startGatewayOn } from '../support/server.js'
import { bringOrders, give, makeWarehouse, wbOrder } from '../support/warehouse.js'
import { createLog } from '../../transport/log.js'
import { startWorker } from '../../worker.js'
import { scrape } from './scrape.js'

const board = (after = '') =>
  `subscription ($id: ID!) { orderBoard(warehouseId: $id${after}) { __typename seq ... on BoardSnapshot { epoch } ... on OrderUpserted { order { state } } } }`
const patiently = { timeout: 10_000 }

const release = `mutation Release($id: ID!, $commandId: UUID!) {
  releaseOrders(commandId: $commandId, orderIds: [$id]) { __typename }
}`

interface Message {
  readonly orderBoard: { readonly __typename: string; readonly seq: number; readonly epoch: string }
}

describe('a gateway that is watched', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>
  let warehouseId: string
  let orderId: string
  beforeAll(async () => {
    gateway = await startGateway()
    const { account, warehouse } = await makeWarehouse(gateway.database.deps, { name: 'North "1"' })
    warehouseId = warehouse.id
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
    // Four hours to assemble: in time, soon, very soon, missed; and one that is on its way.
    const orders = await bringOrders(
      gateway.database.deps,
      account.id,
      [0.1, 2.5, 3.75, 5, 1].map((hours) => wbOrder({ createdAt: hoursAgo(hours) })),
    )
    orderId = orders[0]?.id ?? ''
    const last = orders[4]?.id ?? ''
    await give(gateway.database.deps, 'RELEASE', last)
    await give(gateway.database.deps, 'CLAIM', last)
    await give(gateway.database.deps, 'PICK', last)
  })
  afterAll(() => gateway.close())

  const post = (body: object) =>
    gateway.tokens.of('anna').then((token) =>
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      }),
    )

  test('tells how the work of each warehouse stands', async () => {
    const { value } = await scrape(gateway.url)
    const of = (name: string, label: string) =>
      value(`${name}{warehouse_id="${warehouseId}",warehouse="North \\"1\\"",${label}}`)
    expect(of('wba_orders', 'state="NEW"')).toBe(4)
    expect(of('wba_orders', 'state="PICKED"')).toBe(1)
    expect(of('wba_orders', 'state="SHORT"')).toBe(0)
    expect(of('wba_orders_by_sla', 'sla="GREEN"')).toBe(2)
    expect(of('wba_orders_by_sla', 'sla="AMBER"')).toBe(1)
    expect(of('wba_orders_by_sla', 'sla="RED"')).toBe(1)
    expect(of('wba_orders_by_sla', 'sla="OVERDUE"')).toBe(1)
    expect(of('wba_orders_done_last_hour', 'step="PICKED"')).toBe(1)
    expect(of('wba_orders_done_last_hour', 'step="HANDED_OVER"')).toBe(0)
    const oldest = value(`wba_oldest_unreleased_order_seconds{warehouse_id="${warehouseId}",warehouse="North \\"1\\""}`)
    expect(oldest).toBeGreaterThan(5 * 3_600 - 60)
    expect(oldest).toBeLessThan(5 * 3_600 + 60)
    expect(value('wba_database_size_bytes')).toBeGreaterThan(1_000_000)
    expect(value('wba_database_connections')).toBeGreaterThan(0)
  })

  test('counts requests by route, operations by the name of a trusted document, and no word of a caller', async () => {
    const trusted = byHash('query WatchedWarehouses { warehouses { id } }')
    await post(trusted)
    await post({ query: 'query hunter2 { warehouses { id } }' })
    await post({ ...trusted, query: 'query hunter2 { nothing }', extensions: {} })
    await fetch(`${gateway.url}/nothing/hunter2`)
    const { value, lines } = await scrape(gateway.url)
    expect(value('wba_named_operation_seconds_count{operation="WatchedWarehouses",outcome="ok"}')).toBe(1)
    expect(value('wba_named_operation_seconds_count{operation="other",outcome="ok"}')).toBeGreaterThan(0)
    expect(value('wba_named_operation_seconds_count{operation="none",outcome="error"}')).toBe(1)
    expect(value('wba_http_request_seconds_count{route="/graphql",status="2xx"}')).toBeGreaterThanOrEqual(3)
    expect(value('wba_http_request_seconds_count{route="none",status="4xx"}')).toBe(1)
    expect(lines('').join('\n')).not.toContain('hunter2')
  })

  test('tells how many share a message, what those who come back are served from, and who lost a right', async () => {
    const start = await scrape(gateway.url)
    const since = async (name: string) => ((await scrape(gateway.url)).value(name) ?? 0) - (start.value(name) ?? 0)
    const followers = [1, 2, 3].map(() => gateway.client.follow<Message>(board(), { id: warehouseId }))
    const [first] = await Promise.all(followers.map((follower) => follower.next()))
    await gateway.client.data(release, { id: orderId, commandId: randomUUID() })
    for (const follower of followers)
      await follower.waitFor(({ orderBoard }) => orderBoard.__typename === 'OrderUpserted')
    const executions = await since('wba_live_executions_total')
    expect(executions).toBeGreaterThanOrEqual(2)
    expect(await since('wba_live_deliveries_total')).toBe(3 * executions)
    expect(await since('wba_live_delay_seconds_count')).toBe(1)
    expect((await scrape(gateway.url)).value('wba_subscriptions')).toBe(3)
    expect((await scrape(gateway.url)).value('wba_live_groups')).toBe(1)
    expect((await scrape(gateway.url)).value('wba_live_ring_events')).toBe(1)

    const { seq = 0, epoch = '' } = first?.orderBoard ?? {}
    const back = async (after: string) => {
      const follower = gateway.client.follow<Message>(board(after), { id: warehouseId })
      await follower.next()
      await follower.stop()
    }
    await back(`, after: ${seq}, epoch: "${epoch}"`)
    await back(`, after: ${seq - 1}, epoch: "${epoch}"`)
    await back(`, after: ${seq}, epoch: "${randomUUID()}"`)
    for (const source of ['ring', 'log', 'snapshot'])
      expect(await since(`wba_live_resumes_total{source="${source}"}`), source).toBe(1)
    expect(await since('wba_live_gaps_total{reason="EPOCH"}')).toBe(1)

    await gateway.database.owner.query(
      'WITH gone AS (DELETE FROM access_token) UPDATE rights_head SET version = version + 1',
    )
    for (const follower of followers) await expect(follower.waitFor(() => false)).rejects.toThrow('4403')
    expect(await since('wba_rights_closed_sockets_total{reason="Signed out"}')).toBe(3)
    await expect.poll(async () => (await scrape(gateway.url)).value('wba_rights_lag_versions'), patiently).toBe(0)
  })

  test('beside a worker leaves the warehouses to it: what is told twice would count twice', async () => {
    const { url: databaseUrl } = gateway.database
    const beside = await startGatewayOn(databaseUrl, { jobsElsewhere: true })
    const worker = await startWorker({ host: '127.0.0.1', port: 0 }, { databaseUrl, log: createLog('silent') })
    const [served, worked] = [await scrape(beside.url), await scrape(worker.url)]
    await worker.close()
    await beside.close()
    expect(served.lines('wba_orders')).toEqual([])
    expect(served.lines('wba_job')).toEqual([])
    expect(worked.lines('wba_orders{').length).toBeGreaterThan(0)
    expect(worked.value('wba_pool_connections{pool="main"}')).toBeGreaterThan(0)
  })

  test('tells when each job last ran, and how the process and its pools are', async () => {
    const { value } = await scrape(gateway.url)
    for (const job of [
      'expire-leases',
      'end-shifts',
      'partitions',
      'prune-events',
      'seal-audit',
      'forget-commands',
      'forget-journals',
      'forget-ended',
    ]) {
      expect(value(`wba_job_last_success_timestamp_seconds{job="${job}"}`), job).toBeGreaterThan(
        Date.now() / 1_000 - 600,
      )
      expect(value(`wba_job_failures_total{job="${job}"}`) ?? 0).toBe(0)
    }
    expect(value('wba_pool_connections{pool="main"}')).toBeGreaterThan(0)
    expect(value('wba_pool_waiting{pool="analysts"}')).toBe(0)
    expect(value('wba_event_loop_utilization_ratio')).toBeGreaterThan(0)
    expect(value('wba_live_age_seconds')).toBeGreaterThanOrEqual(0)
  })
})
