import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrderCommand } from '../../domain/order-states.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { readBoard } from '../../storage/board/read-board.js'
import { commandOrders } from '../../storage/order/command-orders.js'
import { inTransaction } from '../../storage/transaction.js'
import { appendEvents } from '../../storage/command/append-events.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, by, makeWarehouse, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

interface LogRow {
  readonly warehouse_id: string
  readonly seq: number
  readonly state: PublicOrder
}

const readLog = async () => {
  const { rows } = await db.owner.query<LogRow>(
    'SELECT warehouse_id, seq::int, state FROM order_event ORDER BY warehouse_id, seq',
  )
  return rows
}

test('under concurrent commands and rollbacks each log is 1, 2, 3, … and ends in what the tables say', async () => {
  const places = [await makeWarehouse(db.deps), await makeWarehouse(db.deps)]
  const orders: PublicOrder[] = []
  for (const { account } of places)
    orders.push(
      ...(await bringOrders(
        db.deps,
        account.id,
        Array.from({ length: 20 }, () => wbOrder()),
      )),
    )
  const ids = orders.map(({ id }) => id)
  const some = (round: number, worker: number) => ids.filter((_, index) => (index * 7 + round * 3 + worker) % 5 === 0)
  const commands: readonly OrderCommand[] = ['RELEASE', 'CLAIM', 'PICK', 'HOLD', 'RESUME', 'UNCLAIM', 'PACK', 'CANCEL']

  const work = async (worker: number) => {
    for (let round = 0; round < 12; round++) {
      const command = commands[(round + worker) % commands.length] ?? 'RELEASE'
      // Orders of both warehouses in one call, in any order: locks are taken in the one order of ids.
      const orderIds = worker % 2 ? some(round, worker) : some(round, worker).toReversed()
      await commandOrders(db.deps, { ...by(`worker ${worker % 3}`), command, orderIds, barcode: '6665956397512' })
    }
  }
  const failing = async () => {
    for (let round = 0; round < 12; round++) {
      const state = orders[round]
      if (!state) continue
      const by = { actor: 'nobody', device: null, clientTime: null, commandId: null, recordedAt: undefined }
      const attempt = inTransaction(db.deps.pool, async (tx) => {
        await appendEvents(tx, [{ type: 'HELD', before: null, state }], by)
        throw new Error('rolled back')
      })
      await expect(attempt).rejects.toThrow('rolled back')
    }
  }
  await Promise.all([work(0), work(1), work(2), work(3), work(4), failing()])

  const log = await readLog()
  const last = new Map<string, number>()
  const latest = new Map<string, PublicOrder>()
  for (const { warehouse_id, seq, state } of log) {
    expect(seq).toBe((last.get(warehouse_id) ?? 0) + 1)
    last.set(warehouse_id, seq)
    // An order's versions rise by one in its warehouse's log: its events stand in the order of its changes.
    expect(state.version).toBe((latest.get(state.id)?.version ?? 0) + 1)
    latest.set(state.id, state)
  }
  expect(latest.size).toBe(40)
  for (const { warehouse } of places) {
    const board = await readBoard(db.deps, warehouse.id)
    expect(board.seq).toBe(last.get(warehouse.id))
    for (const order of board.orders) expect(order).toEqual(latest.get(order.id))
  }
  const { rows } = await db.owner.query<{ id: string; state: PublicOrder }>('SELECT id, state FROM order_state')
  for (const { id, state } of rows) expect(state).toEqual(latest.get(id))
})

test('a board read between commits is the log up to its seq', async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  const orders = await bringOrders(
    db.deps,
    account.id,
    Array.from({ length: 30 }, () => wbOrder()),
  )
  const work = (async () => {
    for (const { id } of orders)
      for (const command of ['RELEASE', 'CLAIM', 'PICK'] as const)
        await commandOrders(db.deps, { ...by('anna'), command, orderIds: [id], barcode: '6665956397512' })
  })()
  const boards: Awaited<ReturnType<typeof readBoard>>[] = []
  let working = true
  void work.then(() => (working = false))
  while (working) boards.push(await readBoard(db.deps, warehouse.id))
  await work
  const log = (await readLog()).filter(({ warehouse_id }) => warehouse_id === warehouse.id)
  expect(boards.length).toBeGreaterThan(5)
  for (const { seq, orders: shown } of boards) {
    const expected = new Map(log.slice(0, seq).map(({ state }) => [state.id, state]))
    expect(new Map(shown.map((order) => [order.id, order]))).toEqual(expected)
  }
})

test('after each commit the warehouses whose logs grew are told, and only then', async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  const before = db.committed.length
  const [order] = await bringOrders(db.deps, account.id, [wbOrder()])
  const orderIds = [order?.id ?? '']
  await commandOrders(db.deps, { ...by('anna'), command: 'PACK', orderIds })
  expect(db.committed.slice(before)).toEqual([[warehouse.id]])
})
