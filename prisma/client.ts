import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from './generated/client.js'

export type { Prisma, PrismaClient } from './generated/client.js'

/**
 * Prisma over a pool that it shares with raw `pg`, so that both count against one limit of connections. The pool's maker
 * sets its timeouts (Prisma 7 has none of its own), listens to its `error` event and ends it.
 */
export function createPrisma(pool: pg.Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) })
}
