import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReachableState, type SeededWarehouse, seedOrder, seedWarehouse } from '../support/seed.js'
import { startGateway } from '../support/server.js'

let gateway: Awaited<ReturnType<typeof startGateway>>
let warehouse: SeededWarehouse

beforeAll(async () => {
  gateway = await startGateway()
  warehouse = await seedWarehouse(gateway.client)
})
afterAll(() => gateway.close())

const states: readonly ReachableState[] = [
  'NEW',
  'RELEASED',
  'CLAIMED',
  'PICKED',
  'PACKED',
  'STAGED',
  'HANDED_OVER',
  'ACCEPTED',
  'DONE',
  'SHORT',
  'ON_HOLD',
  'CANCELLED',
]

describe('a seeded order', () => {
  it.each(states)('comes into the state %s through the public API', async (state) => {
    const order = await seedOrder(gateway.client, warehouse, { state })
    expect(order.state).toBe(state)
  })

  it('takes what the marketplace might say instead', async () => {
    const order = await seedOrder(gateway.client, warehouse, {
      wbOrder: { article: 'one-ring-7548', chrtId: 7, nmId: 8 },
    })
    const { order: read } = await gateway.client.data<{ order: { sku: { article: string } } }>(
      'query ($id: ID!) { order(id: $id) { sku { article } } }',
      { id: order.id },
    )
    expect(read.sku.article).toBe('one-ring-7548')
  })
})
