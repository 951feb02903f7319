import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGateway } from '../support/server.js'
import { bringOrders, makeWarehouse, wbOrder } from '../support/warehouse.js'

const release = `mutation ($commandId: UUID!, $orderIds: [ID!]!) {
  releaseOrders(commandId: $commandId, orderIds: $orderIds) {
    ... on ReleaseOrdersSuccess { outcomes { order { state } refusal { code } } }
    ... on Refusal { code }
  }
}`
const board = `subscription ($warehouseId: ID!) {
  orderBoard(warehouseId: $warehouseId) {
    __typename seq
    ... on BoardSnapshot { last orders { id state } }
    ... on OrderUpserted { order { id state } }
  }
}`

interface BoardMessage {
  readonly orderBoard: {
    readonly __typename: string
    readonly seq: number
    readonly order?: object
    readonly orders?: object[]
  }
}

describe('a gateway on a real database', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>
  beforeAll(async () => {
    gateway = await startGateway()
  })
  afterAll(() => gateway.close())

  test('shows a board what a command over HTTP has done, and refuses a repeat under another payload', async () => {
    const { warehouse, account } = await makeWarehouse(gateway.database.deps)
    const [order] = await bringOrders(gateway.database.deps, account.id, [wbOrder()])
    const follower = gateway.client.follow<BoardMessage>(board, { warehouseId: warehouse.id })
    const first = await follower.next()
    expect(first.orderBoard).toMatchObject({
      __typename: 'BoardSnapshot',
      last: true,
      orders: [{ id: order?.id, state: 'NEW' }],
    })

    const commandId = randomUUID()
    const done = { releaseOrders: { outcomes: [{ order: { state: 'RELEASED' }, refusal: null }] } }
    expect(await gateway.client.data(release, { commandId, orderIds: [order?.id] })).toEqual(done)
    const moved = await follower.waitFor(({ orderBoard }) => orderBoard.__typename === 'OrderUpserted')
    expect(moved.orderBoard.order).toEqual({ id: order?.id, state: 'RELEASED' })

    expect(await gateway.client.data(release, { commandId, orderIds: [order?.id] })).toEqual(done)
    expect(await gateway.client.data(release, { commandId, orderIds: [randomUUID()] })).toEqual({
      releaseOrders: { code: 'COMMAND_ID_REUSED' },
    })
    await follower.stop()
  })

  test('answers a subscription to an unknown warehouse with an error', async () => {
    const follower = gateway.client.follow(board, { warehouseId: randomUUID() })
    await expect(follower.next()).rejects.toThrow('UNKNOWN_WAREHOUSE')
    await follower.stop()
  })

  test('answers unknown ids, pages and cursors with what is wrong', async () => {
    const { client } = gateway
    expect(await client.data('{ order(id: "nothing") { id } }')).toEqual({ order: null })
    for (const page of [
      'first: -1',
      'first: 1000000',
      'first: 0',
      'first: 1, last: 1',
      'first: 1, after: "broken"',
      'last: 1, before: "🔥"',
    ])
      expect(await client.send(`{ orders(${page}) { pageInfo { hasNextPage } } }`)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      })
    expect(await client.send('{ orderBoard(warehouseId: "x") { seq } }')).toMatchObject({
      errors: [{ extensions: { code: 'UNKNOWN_WAREHOUSE' } }],
    })
  })

  test('takes commands of whoever has proved who they are, and nothing of others', async () => {
    const command = (name: string) =>
      `mutation { createSellerAccount(commandId: "${randomUUID()}", name: "${name}") { __typename } }`
    expect(await gateway.client.as('Аня 👩‍🏭').data(command('a'))).toEqual({
      createSellerAccount: { __typename: 'CreateSellerAccountSuccess' },
    })
    expect(await gateway.client.as(undefined).send(command('b'))).toMatchObject({
      errors: [{ extensions: { code: 'SIGN_IN_REQUIRED' } }],
    })
  })

  test('is ready', async () => {
    expect(await (await fetch(`${gateway.url}/health/ready`)).json()).toEqual({ ready: true, reasons: [] })
  })

  test('closes with a board on it: the board is told to come back', async () => {
    const { warehouse } = await makeWarehouse(gateway.database.deps)
    const other = await startGateway()
    await other.close()
    const follower = gateway.client.follow(board, { warehouseId: warehouse.id })
    await follower.next()
    await gateway.server.close()
    await expect(follower.waitFor(() => false)).rejects.toThrow('closed with 1012')
  })
})
