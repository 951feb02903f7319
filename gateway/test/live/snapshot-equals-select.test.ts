import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrderCommand } from '../../domain/order-states.js'
import { orderFields } from '../log-model/gateway-client.js'
import { startGateway } from '../support/server.js'
import { bringOrders, give, makeWarehouse, wbOrder } from '../support/warehouse.js'
import { type BoardMessage, createBoardModel } from './board-model.js'

const follow = `subscription ($warehouseId: ID!) { orderBoard(warehouseId: $warehouseId) { __typename seq prevSeq
  ... on BoardSnapshot { epoch last orders { ${orderFields} } } ... on OrderUpserted { order { ${orderFields} } } ... on OrderLeft { orderId } } }`
const read = `query ($warehouseId: ID!) { orderBoard(warehouseId: $warehouseId) { seq orders { ${orderFields} } } }`

interface BoardRead {
  readonly orderBoard: { readonly seq: number; readonly orders: readonly { readonly id: string }[] }
}

/** Ways through the states that touch every part of a public order: claim, resume state, holder, reason, put-back. */
const ways: readonly (readonly OrderCommand[])[] = [
  ['RELEASE', 'CLAIM', 'PICK', 'PACK', 'STAGE', 'HAND_OVER'],
  ['RELEASE', 'CLAIM', 'PICK', 'PACK', 'HOLD'],
  ['RELEASE', 'CLAIM', 'PICK', 'CANCEL'],
  ['RELEASE', 'CLAIM', 'UNCLAIM', 'CLAIM'],
  ['RELEASE', 'CLAIM', 'REPORT_SHORTAGE'],
  ['RELEASE', 'HOLD', 'RESUME'],
  ['CANCEL'],
  [],
]

let gateway: Awaited<ReturnType<typeof startGateway>>
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())

test('a snapshot, the snapshot after its events, and a read at the same seq are the same data', async () => {
  const { deps } = gateway.database
  const { warehouse, account } = await makeWarehouse(deps)
  const orders = await bringOrders(
    deps,
    account.id,
    ways.map(() => wbOrder()),
  )
  const variables = { warehouseId: warehouse.id }
  const board = gateway.client.follow<{ readonly orderBoard: BoardMessage }>(follow, variables)
  const model = createBoardModel()
  const byId = (list: Iterable<{ readonly id: string }>) => new Map([...list].map((order) => [order.id, order]))
  const compare = async (stream: typeof board, picture: typeof model) => {
    const { orderBoard } = await gateway.client.data<BoardRead>(read, variables)
    while ((picture.seq ?? 0) < orderBoard.seq) picture.take((await stream.next()).orderBoard)
    expect(byId(picture.orders.values())).toEqual(byId(orderBoard.orders))
  }

  await compare(board, model)
  for (const [index, way] of ways.entries())
    for (const command of way) {
      await give(deps, command, orders[index]?.id ?? '')
      await compare(board, model)
    }
  expect(model.counts).toMatchObject({ snapshots: 1, gaps: [], repeats: 0 })
  const late = gateway.client.follow<{ readonly orderBoard: BoardMessage }>(follow, variables)
  await compare(late, createBoardModel())
  await board.stop()
  await late.stop()
})
