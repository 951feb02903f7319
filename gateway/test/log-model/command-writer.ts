import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import type { Random } from '../../../prisma/seed/random.js'
import { type Answer, type Doors, sendCommand } from './gateway-client.js'
import type { Act, Fate, History } from './history.js'
import type { Shop } from './shop.js'
import type { Violations } from './violations.js'

/** A person at a gateway: reads what orders need, commands it, repeats what got no answer. */
export interface CommandWriterOptions {
  readonly pool: pg.Pool
  readonly random: Random
  readonly shop: Shop
  readonly history: History
  readonly violations: Violations
  readonly doors: Doors
  readonly turn: (events: number) => Promise<boolean>
  readonly committed: (events: number) => void
}

interface Candidate {
  readonly id: string
  readonly state: string
  readonly holder: string | null
  readonly barcode: string
}

const many = (name: string, more = '') =>
  `mutation ($commandId: UUID!, $orderIds: [ID!]!) { result: ${name}(commandId: $commandId, orderIds: $orderIds${more}) {
     ... on Refusal { code } ... on ${name[0]?.toUpperCase()}${name.slice(1)}Success { outcomes { orderId order { version } refusal { code } } } } }`
const one = (name: string) =>
  `mutation ($commandId: UUID!, $orderId: ID!, $barcode: String!) { result: ${name}(commandId: $commandId, orderId: $orderId, barcode: $barcode) {
     ... on Refusal { code } ... on ${name[0]?.toUpperCase()}${name.slice(1)}Success { order { id version } } } }`

/** What to command an order in a state; the actor is its holder where that matters. */
const commandFor: Readonly<Record<string, readonly string[]>> = {
  NEW: [many('releaseOrders')],
  RELEASED: [many('claimOrders'), many('claimOrders'), many('holdOrders', ', reason: "модель"')],
  CLAIMED: [one('pickOrder'), many('unclaimOrders')],
  PICKED: [one('packOrder'), many('cancelOrders', ', reason: "модель"')],
  PACKED: [many('stageOrders')],
  STAGED: [many('handOverOrders')],
  ON_HOLD: [many('resumeOrders')],
  CANCELLED: [one('confirmPutBack')],
}

const outcome = z.object({
  orderId: z.string(),
  order: z.object({ version: z.number() }).nullable(),
  refusal: z.object({ code: z.string() }).nullable(),
})
const result = z.union([
  z.object({ code: z.string() }),
  z.object({ outcomes: z.array(outcome) }),
  z.object({ order: z.object({ id: z.string(), version: z.number() }) }),
])

const actOf = (id: string, orderIds: readonly string[], answer: Answer): Act => {
  const refused = new Map<string, Fate>(orderIds.map((orderId) => [orderId, 'refused']))
  const none = new Map<string, number>()
  if (!answer.answered)
    return {
      id,
      rounds: 1,
      outcome: answer.nothingDone ? { known: true, orders: refused } : { known: false },
      versions: none,
    }
  const told = result.parse(answer.data['result'])
  if ('code' in told) return { id, rounds: 1, outcome: { known: true, orders: refused }, versions: none }
  const done = 'order' in told ? [{ orderId: told.order.id, order: told.order }] : told.outcomes
  const fates = done.map(({ orderId, order }) => [orderId, order ? 'done' : 'refused'] as const)
  const versions = done.flatMap(({ orderId, order }) => (order ? [[orderId, order.version] as const] : []))
  return { id, rounds: 1, outcome: { known: true, orders: new Map(fates) }, versions: new Map(versions) }
}

/** Commands until the storm is over. */
export const runCommandWriter = async (options: CommandWriterOptions): Promise<void> => {
  const { pool, random, shop, history, violations, doors, turn, committed } = options
  const candidates = async (): Promise<readonly Candidate[]> => {
    const warehouse = random.pick(shop.warehouses)
    const { rows } = await pool.query<Candidate>(
      `SELECT o.id, o.state::text, c.holder, (SELECT min(b.barcode) FROM sku_barcode b WHERE b.sku_id = o.sku_id) AS barcode
       FROM orders o LEFT JOIN claim c ON c.order_id = o.id AND c.released_at IS NULL
       WHERE o.id = ANY($1::uuid[]) AND o.state = ANY($2::order_state_name[]) ORDER BY random() LIMIT $3`,
      [warehouse.orderIds, Object.keys(commandFor), random.int(1, 6)],
    )
    return rows
  }

  const command = async ([first, ...others]: readonly [Candidate, ...Candidate[]]) => {
    const query = random.pick(commandFor[first.state] ?? [])
    const alone = query.includes('$orderId:')
    // Some orders of another state come along and are refused, each by itself.
    const orderIds = [first, ...others.filter(() => !alone && random.chance(0.7))].map(({ id }) => id)
    const actor = first.holder ?? `picker-${random.int(1, 4)}`
    const token = await doors.tokens.of(actor)
    const commandId = random.uuid()
    const variables = { commandId, ...(alone ? { orderId: first.id, barcode: first.barcode } : { orderIds }) }
    // A person who got no answer says it again, perhaps to the other gateway; some give up for ever.
    for (let tries = random.int(1, 5); ; tries -= 1) {
      const answer = await sendCommand(random.pick(doors.urls), token, query, variables)
      const before = history.acts.get(commandId)
      const act = actOf(commandId, orderIds, answer)
      // Nothing was done by *this* request; an earlier one without an answer may still have been.
      const settled = answer.answered || (act.outcome.known && before?.outcome.known !== false)
      history.acts.set(commandId, settled ? act : { ...act, outcome: { known: false } })
      if (act.outcome.known && answer.answered) return committed(act.versions.size)
      if (tries === 1) return
      await pause(random.int(5, 150))
    }
  }

  while (await turn(2)) {
    try {
      const [first, ...others] = await candidates()
      if (first) await command([first, ...others])
      else await pause(20)
    } catch (error) {
      // PostgreSQL is away: the reader of candidates is not what is judged. A wrong answer is.
      if (error instanceof z.ZodError) violations.add(`a gateway's answer cannot be read: ${error.message}`)
      await pause(50)
    }
  }
}
