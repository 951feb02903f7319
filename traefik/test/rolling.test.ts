import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestClient } from '../../gateway/test/support/client.js'
import { createDatabase, type TestDatabase } from '../../gateway/test/support/database.js'
import { seedOrder, seedWarehouse } from '../../gateway/test/support/seed.js'
import { createTokens, type Tokens } from '../../gateway/test/support/tokens.js'
import { gatherCrowd } from './support/crowd.js'
import { type Edge, eventually, startEdge } from './support/edge.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from './support/gateway-process.js'
import { startLoad } from './support/load.js'

const rolls = Number(process.env['EDGE_ROLLS'] ?? 3)
const people = 30
let edge: Edge
let database: TestDatabase
let tokens: Tokens
const gateways: GatewayProcess[] = []
beforeAll(async () => {
  edge = await startEdge()
  database = await createDatabase()
  tokens = createTokens(database.url)
  for (const number of [1, 2]) gateways.push(await startGatewayProcess(edge, database.url, number))
})
afterAll(async () => {
  await edge.close()
  for (const { program } of gateways) program.stop('SIGKILL')
  await tokens.close()
  await database.close()
})

const headOf = async (warehouseId: string) => {
  const { rows } = await database.owner.query<{ seq: number; epoch: string }>(
    'SELECT seq::int, epoch FROM stream_head WHERE warehouse_id = $1',
    [warehouseId],
  )
  return rows[0] ?? { seq: 0, epoch: '' }
}

test(
  `gateways are replaced one by one ${rolls} times, under 100 requests/s and 300 sockets: no request fails and no event is missed`,
  { timeout: 60_000 + rolls * 40_000 },
  async () => {
    const client = createTestClient({ url: gateways[0]?.url ?? '', tokens }, 'person 0')
    const warehouse = await seedWarehouse(client)
    const orderIds: string[] = []
    for (let count = 0; count < 20; count += 1)
      orderIds.push((await seedOrder(client, warehouse, { state: 'RELEASED' })).id)
    const bearers = await Promise.all(Array.from({ length: people }, (_, number) => tokens.of(`person ${number}`)))
    const { seq, epoch } = await headOf(warehouse.id)
    const crowd = gatherCrowd({ boards: 240, events: 60 }, seq, (number) => ({
      ...{ way: edge.wayFrom(1), token: bearers[number % people] ?? '', warehouseId: warehouse.id, epoch },
    }))
    await eventually(async () => crowd.every((member) => member.seq !== undefined), 60_000)
    const load = startLoad({ way: edge.wayFrom(2), tokens: bearers, perSecond: 100, orderIds })

    const began = performance.now()
    for (let next = 3; next < 3 + rolls * 2; next += 1) {
      gateways.push(await startGatewayProcess(edge, database.url, next))
      const [oldest] = gateways.splice(0, 1)
      if (oldest) await stopGatewayProcess(edge, oldest)
    }
    const seconds = (performance.now() - began) / 1_000
    await load.stop()

    const head = await headOf(warehouse.id)
    await eventually(async () => crowd.every((member) => member.seq === head.seq))
    await Promise.all(crowd.map((member) => member.leave()))
    const ends = Map.groupBy(
      crowd.flatMap((member) => member.ends),
      (end) => end,
    )
    const slowest = load.took.toSorted((one, other) => other - one)
    console.log(
      [
        `${rolls * 2} gateways replaced in ${seconds.toFixed(0)} s`,
        `answers: ${[...load.answers].map(([kind, count]) => `${count} × ${kind}`).join(', ')}`,
        `p50 ${slowest[Math.floor(slowest.length / 2)]?.toFixed(0)} ms, p99 ${slowest[Math.floor(slowest.length / 100)]?.toFixed(0)} ms, slowest ${slowest[0]?.toFixed(0)} ms`,
        `${head.seq - seq} events to each of ${crowd.length} sockets`,
        `sockets ended: ${[...ends].map(([end, all]) => `${all.length} × ${end}`).join(', ')}`,
      ].join('\n'),
    )
    expect(crowd.flatMap((member) => member.faults)).toEqual([])
    expect([...load.answers.keys()]).toEqual(['200'])
    expect([...ends.keys()]).toEqual(['1012 server restarts'])
    expect(head.seq - seq).toBeGreaterThan(100)
  },
)
