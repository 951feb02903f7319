import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Random } from '../../../prisma/seed/random.js'
import type { Fate, History } from './history.js'
import { lockStatements, type RawBefore, stepsOf, stepStatements } from './raw-steps.js'
import type { Shop } from './shop.js'
import type { ModelSize } from './size.js'

/** A writer that is no gateway: raw transactions, no hints, with delays and rollbacks where they hurt most. */
export interface RawWriterOptions {
  readonly name: string
  readonly pool: pg.Pool
  readonly random: Random
  readonly shop: Shop
  readonly size: ModelSize
  readonly history: History
  /** Waits until so many more events may be written; false when the storm is over. */
  readonly turn: (events: number) => Promise<boolean>
  readonly committed: (events: number) => void
}

interface Plan {
  readonly orderIds: readonly string[]
  readonly rounds: number
  /** Pauses in ms: with rows locked, and with the heads locked as well. */
  readonly beforeAppend: number
  readonly beforeEnd: number
  readonly rollback: boolean
}

const planOf = ({ random, shop, size }: RawWriterOptions): Plan => {
  // One warehouse mostly; sometimes two, whose heads are then locked together.
  const warehouses = random.shuffled(shop.warehouses).slice(0, random.chance(0.15) ? 2 : 1)
  // A slow one holds few orders: the others are to pass it, not to queue behind it.
  const slow = random.chance(size.slow)
  const orders = slow ? random.int(1, 3) : random.int(1, size.batch)
  return {
    orderIds: random.shuffled(warehouses.flatMap(({ orderIds }) => orderIds)).slice(0, orders),
    rounds: random.chance(0.1) ? 2 : 1,
    beforeAppend: slow ? random.int(100, 1_500) : random.chance(0.2) ? random.int(1, 20) : 0,
    beforeEnd: random.chance(0.02) ? random.int(20, 300) : random.chance(0.1) ? random.int(1, 10) : 0,
    rollback: random.chance(0.1),
  }
}

type End = 'committed' | 'rolled back' | 'unknown'

const transact = async (options: RawWriterOptions, id: string, plan: Plan): Promise<End> => {
  const { pool, random, name } = options
  let client: pg.PoolClient
  try {
    client = await pool.connect()
  } catch {
    return 'rolled back'
  }
  let committing = false
  try {
    await client.query('BEGIN')
    await client.query(lockStatements.lock, [plan.orderIds])
    for (let round = 0; round < plan.rounds; round += 1) {
      const { rows } = await client.query<RawBefore>(lockStatements.read, [plan.orderIds])
      const steps = JSON.stringify(stepsOf(rows, random))
      await client.query(stepStatements.endClaims, [steps])
      await client.query(stepStatements.beginClaims, [steps])
      await client.query(stepStatements.update, [steps])
      if (plan.beforeAppend > 0 && round === 0) await pause(plan.beforeAppend)
      await client.query(stepStatements.append, [steps, name, id])
    }
    if (plan.beforeEnd > 0) await pause(plan.beforeEnd)
    committing = !plan.rollback
    await client.query(plan.rollback ? 'ROLLBACK' : 'COMMIT')
    client.release()
    return plan.rollback ? 'rolled back' : 'committed'
  } catch {
    // Not given back to the pool: closing it rolls back what COMMIT did not reach.
    client.release(true)
    return committing ? 'unknown' : 'rolled back'
  }
}

const outcomeOf = (end: End, plan: Plan) => {
  if (end === 'unknown') return { known: false, whole: plan.orderIds.length } as const
  const fate: Fate = end === 'committed' ? 'done' : 'refused'
  return { known: true, orders: new Map(plan.orderIds.map((id) => [id, fate])) } as const
}

/** Writes until the storm is over. */
export const runRawWriter = async (options: RawWriterOptions): Promise<void> => {
  const { random, history, turn, committed } = options
  for (;;) {
    const plan = planOf(options)
    if (!(await turn(plan.orderIds.length * plan.rounds))) return
    const id = random.uuid()
    const end = await transact(options, id, plan)
    // Two rounds are two events an order: judged as such by the checks.
    history.acts.set(id, { id, rounds: plan.rounds, outcome: outcomeOf(end, plan), versions: new Map() })
    if (end === 'committed') committed(plan.orderIds.length * plan.rounds)
    else await pause(5)
  }
}
