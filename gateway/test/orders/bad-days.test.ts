import { createServer, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPrisma } from '../../../prisma/client.js'
import { readBoard } from '../../storage/board/read-board.js'
import { commandOrder } from '../../storage/order/command-orders.js'
import { findOrder } from '../../storage/order/find-order.js'
import { createPool } from '../../storage/pool.js'
import { inTransaction } from '../../storage/transaction.js'
import { listWarehouses } from '../../storage/warehouse/list-warehouses.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, by, give, makeWarehouse, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
let account: string
let warehouse: string

beforeAll(async () => {
  db = await createDatabase()
  const made = await makeWarehouse(db.deps)
  account = made.account.id
  warehouse = made.warehouse.id
})
afterAll(() => db.close())

const released = async () => {
  const [order] = await bringOrders(db.deps, account, [wbOrder()])
  return give(db.deps, 'RELEASE', order?.id ?? '')
}
const logLength = async () => (await db.owner.query('SELECT FROM order_event')).rowCount

/** A way to PostgreSQL that can be cut, at a word that passes. */
const cuttable = async (url: string) => {
  const target = new URL(url)
  const { hostname, port } = target
  const sockets = new Set<Socket>()
  let cut: { readonly at: string; readonly when: 'CARRIED' | 'ANSWERED' } | undefined
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
      })
    }
    client.on('data', (data) => {
      upstream.write(data)
      if (cut === undefined || !data.toString('latin1').includes(cut.at)) return
      if (cut.when === 'CARRIED') client.destroy()
      else answered = () => client.destroy()
      cut = undefined
    })
    let answered: (() => void) | undefined
    upstream.on('data', (data) => (answered ? answered() : client.write(data)))
    client.on('close', () => upstream.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  target.port = String(typeof address === 'object' ? address?.port : '')
  return {
    url: target.href,
    /** Cuts the connection right after it has carried `at`, or when the answer to that comes. */
    cutAt: (at: string, when: 'CARRIED' | 'ANSWERED' = 'CARRIED') => (cut = { at, when }),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('a backend that is killed in mid-command leaves nothing half done, and the command may be repeated', async () => {
  const order = await released()
  const before = await logLength()
  const claim = { ...by('anna'), command: 'CLAIM', orderId: order.id } as const
  // Holds the log's head, so that the command stands still just before its end.
  const holder = await db.owner.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('SELECT FROM stream_head WHERE warehouse_id = $1 FOR UPDATE', [warehouse])
    const failed = expect(commandOrder(db.deps, claim)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true })
    const waiting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%append_order_events%' AND datname = current_database()`
    while ((await db.owner.query(waiting)).rowCount === 0);
    await failed
    await holder.query('ROLLBACK')
  } finally {
    holder.release()
  }
  expect(await logLength()).toBe(before)
  expect(await findOrder(db.deps, order.id, null)).toEqual(order)
  expect(await commandOrder(db.deps, claim)).toMatchObject({ order: { state: 'CLAIMED' } })
})

test('a row that is locked for too long is an answer to try again, not a hanging request', async () => {
  const order = await released()
  const holder = await db.owner.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [order.id])
    const claim = commandOrder(db.deps, { ...by('anna'), command: 'CLAIM', orderId: order.id })
    await expect(claim).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await holder.query('ROLLBACK')
  } finally {
    holder.release()
  }
})

describe('with a connection that can be cut', () => {
  test('silence after COMMIT is an unknown outcome; the same commandId tells what became of it', async () => {
    const proxy = await cuttable(db.url)
    const pool = createPool(proxy.url)
    const deps = { ...db.deps, pool }
    try {
      for (let round = 0; round < 10; round++) {
        const order = await released()
        await findOrder(deps, order.id, null)
        const before = await logLength()
        const claim = { ...by('anna'), command: 'CLAIM', orderId: order.id } as const
        const answered = round % 2 === 1
        proxy.cutAt('COMMIT', answered ? 'ANSWERED' : 'CARRIED')
        await expect(commandOrder(deps, claim)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN', retryable: true })
        if (answered) expect(await logLength()).toBe((before ?? 0) + 1)
        const repeated = await commandOrder(deps, claim)
        expect(repeated).toMatchObject({ order: { state: 'CLAIMED', version: 3 } })
        // Once, whether by the first attempt or by the repeat.
        expect((await logLength()) ?? 0).toBe((before ?? 0) + 1)
      }
    } finally {
      await pool.end()
      await proxy.close()
    }
  })

  test('a cut before COMMIT has changed nothing, and the next command finds a new connection', async () => {
    const proxy = await cuttable(db.url)
    const pool = createPool(proxy.url)
    const deps = { ...db.deps, pool }
    try {
      const order = await released()
      const claim = { ...by('anna'), command: 'CLAIM', orderId: order.id } as const
      proxy.cutAt('append_order_events')
      await expect(commandOrder(deps, claim)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      expect(await findOrder(deps, order.id, null)).toEqual(order)
      expect(await commandOrder(deps, claim)).toMatchObject({ order: { state: 'CLAIMED' } })
    } finally {
      await pool.end()
      await proxy.close()
    }
  })

  test('a database that is away gives an answer at once, for reads and commands alike', async () => {
    const proxy = await cuttable(db.url)
    const pool = createPool(proxy.url)
    const prisma = createPrisma(pool)
    const deps = { ...db.deps, pool, prisma }
    const order = await released()
    await readBoard(deps, warehouse)
    await proxy.close()
    const claim = { ...by('anna'), command: 'CLAIM', orderId: order.id } as const
    for (const attempt of [
      () => commandOrder(deps, claim),
      () => readBoard(deps, warehouse),
      () => findOrder(deps, order.id, null),
      () => listWarehouses(deps, null),
    ])
      await expect(attempt()).rejects.toMatchObject({ name: 'UnavailableError', code: 'UNAVAILABLE' })
    await prisma.$disconnect()
    await pool.end()
  })
})

test('a conflict’s victim is tried again, and other errors are not', async () => {
  let tries = 0
  const result = await inTransaction(db.deps.pool, async (tx) => {
    tries += 1
    if (tries < 3) await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'victim' USING ERRCODE = '40P01'; END $$`)
    return 'done'
  })
  expect([result, tries]).toEqual(['done', 3])
  await expect(inTransaction(db.deps.pool, (tx) => tx.query('SELECT 1 / 0'))).rejects.toMatchObject({ code: '22012' })
})

test('an error that somebody swallowed does not pass for a commit', async () => {
  const swallowing = inTransaction(db.deps.pool, async (tx) => {
    await tx.query('SELECT 1 / 0').catch(() => undefined)
  })
  await expect(swallowing).rejects.toThrow('ROLLBACK')
})

test('the application’s role can neither change the log nor the tables', async () => {
  for (const sql of [
    'DELETE FROM order_event',
    'UPDATE order_event SET actor = $$x$$',
    'DROP TABLE orders',
    'DELETE FROM orders',
  ])
    await expect(db.deps.pool.query(sql)).rejects.toMatchObject({ code: '42501' })
})
