import type pg from 'pg'
import type { PrismaClient } from '../../prisma/client.js'

// The smallest honest command: lock the row, write it, append its event, commit.

const lock = 'SELECT version FROM orders WHERE id = $1 FOR UPDATE'
const append = `SELECT FROM append_order_events((SELECT jsonb_agg(jsonb_build_object('warehouseId', s.warehouse_id, 'orderId', s.id,
  'type', 'DEADLINE_CHANGED', 'before', NULL, 'state', s.state)) FROM order_state s WHERE s.id = $1), 'bench', NULL, NULL, NULL)`

/** By hand, with prepared statements. */
export const holdWithPg = async (pool: pg.Pool, id: string): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ version: number }>({ name: 'hold-lock', text: lock, values: [id] })
    await client.query({
      name: 'hold-update',
      text: 'UPDATE orders SET version = $2 WHERE id = $1',
      values: [id, (rows[0]?.version ?? 0) + 1],
    })
    await client.query({ name: 'hold-append', text: append, values: [id] })
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

/** With Prisma: its own update, the lock and the log's function as raw statements, for which it has no words. */
export const holdWithPrisma = async (prisma: PrismaClient, id: string): Promise<void> => {
  await prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<
      { version: number }[]
    >`SELECT version FROM orders WHERE id = ${id}::uuid FOR UPDATE`
    await tx.order.update({ where: { id }, data: { version: (row?.version ?? 0) + 1 } })
    await tx.$queryRaw`SELECT count(*)::int FROM (SELECT append_order_events((SELECT jsonb_agg(jsonb_build_object('warehouseId', s.warehouse_id, 'orderId', s.id,
      'type', 'DEADLINE_CHANGED', 'before', NULL, 'state', s.state)) FROM order_state s WHERE s.id = ${id}::uuid), 'bench', NULL, NULL, NULL)) a`
  })
}
