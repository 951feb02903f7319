import { randomUUID } from 'node:crypto'
import { expireClaims } from '../../../storage/claim/expire-claims.js'
import type { StorageDeps } from '../../../storage/deps.js'
import type pg from 'pg'
import type { TestClient } from '../../support/client.js'
import type { SeededWarehouse } from '../../support/seed.js'
import { importMatrix, type MatrixOrder } from '../matrix-orders.js'
import { type Brought, type ModelAct, type ModelOrder, newOrder, take, world } from './oracle.js'
import { type Doors, type Phone, startPhone } from './phone.js'
import type { Round, Worldly } from './script.js'

/** Where runs take place: two gateways on one database, and people with a session at both. */
export interface Stage {
  readonly client: TestClient
  readonly owner: pg.Pool
  readonly deps: StorageDeps
  readonly warehouse: SeededWarehouse
  readonly people: readonly { readonly name: string; readonly doors: Doors }[]
}

/** What a run came to. */
export interface Ran {
  readonly commands: number
  readonly outcomes: ReadonlyMap<string, number>
}

const actNames: Readonly<Record<string, ModelAct>> = {
  PICK: 'pick',
  PACK: 'pack',
  STAGE: 'stage',
  REPORT_SHORTAGE: 'reportShortage',
  UNCLAIM: 'unclaim',
  PUT_BACK: 'putBack',
}

/** Small, quick, and the same for the same seed. */
const randomFrom = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const chunk = 1_000
const inChunks = async (ids: readonly string[], give: (some: readonly string[]) => Promise<unknown>) => {
  for (let at = 0; at < ids.length; at += chunk) await give(ids.slice(at, at + chunk))
}
const many = (name: string, more = '') =>
  `mutation ($c: UUID!, $ids: [ID!]!) { r: ${name}(commandId: $c, orderIds: $ids${more}) { __typename } }`

/** Runs a script, and compares everything that comes of it with what the oracle says. Throws what differs. */
export const runScript = async (
  stage: Stage,
  rounds: readonly Round[],
  orderCount: number,
  seed: number,
): Promise<Ran> => {
  const { client, owner, deps, warehouse, people } = stage
  const random = randomFrom(seed)
  await owner.query('UPDATE journal SET grant_expires_at = now()')
  const orders: MatrixOrder[] = []
  while (orders.length < orderCount)
    orders.push(...(await importMatrix(client, warehouse, Math.min(chunk, orderCount - orders.length))))
  await inChunks(
    orders.map(({ id }) => id),
    (ids) => client.data(many('releaseOrders'), { c: randomUUID(), ids }),
  )
  const models = new Map(orders.map(({ id }) => [id, newOrder()]))
  const modelOf = (id: string): ModelOrder => {
    const model = models.get(id)
    if (!model) throw new Error(`an act on an unknown order ${id}`)
    return model
  }
  const phones = await Promise.all(people.map(({ name, doors }) => startPhone(name, doors, warehouse.id)))
  const owners = () => new Map(phones.flatMap(({ person, journals }) => journals.map((id) => [id, person] as const)))
  const outcomes = new Map<string, number>()
  let commands = 0
  let seenUntil = '-infinity'

  /** What the server has taken since, in the order in which it decided: the oracle must say the same of each. */
  const compare = async () => {
    const persons = owners()
    const { rows } = await owner.query<{
      journal: string
      act: string
      order: string
      status: string
      outcome: string | null
      code: string | null
      state: string | null
      until: string
    }>(
      `SELECT c.journal_id AS journal, c.act, c.order_id AS "order", c.status, c.answer->>'outcome' AS outcome, c.answer->>'code' AS code,
         c.answer->>'orderState' AS state, c.at::text AS until
       FROM journal_command c WHERE c.journal_id = ANY($1) AND c.at > $2::timestamptz ORDER BY c.at, c.journal_id, c.seq`,
      [[...persons.keys()], seenUntil],
    )
    for (const { journal, act, order, status, outcome, code, state, until } of rows) {
      const brought: Brought = { journal, person: persons.get(journal)!, act: actNames[act]! }
      const model = modelOf(order)
      const before = JSON.stringify({ ...model, held: [...model.held] })
      const expected = take(model, brought)
      const said = status === 'DONE' ? outcome : `${status} ${code}`
      if (said !== expected || state !== model.state)
        throw new Error(
          `${act} by ${brought.person} on ${order}: the server says ${said}, ${state}; the oracle ${expected}, ${model.state}; before: ${before}`,
        )
      commands += 1
      outcomes.set(expected, (outcomes.get(expected) ?? 0) + 1)
      seenUntil = until
    }
  }

  const dismissAll = async (journal: string) => {
    const { rows } = await owner.query<{ id: string; order: string }>(
      'SELECT id, order_id AS "order" FROM parked_command WHERE journal_id = $1 AND resolved_at IS NULL',
      [journal],
    )
    for (const { id, order } of rows) {
      await client.data(
        'mutation ($c: UUID!, $id: ID!) { r: resolveParkedCommand(commandId: $c, parkedId: $id, resolution: DISMISS) { __typename } }',
        { c: randomUUID(), id },
      )
      world.dismiss(modelOf(order), journal)
    }
  }
  const claimFor = async (index: number, from: number, ids: readonly string[]) => {
    const { person, known } = phones[index]!
    await inChunks(ids, (some) => people[index]!.doors[0]!.send(many('claimOrders'), { c: randomUUID(), ids: some }))
    ids.forEach((id, n) => {
      const model = modelOf(id)
      world.claim(model, person)
      if (model.holder === person) known.push((from + n) % orders.length)
    })
  }
  const expireFor = async (person: string, ids: readonly string[]) => {
    await owner.query(
      `UPDATE claim SET expires_at = now() - interval '1 s', renewed_until = NULL WHERE released_at IS NULL AND holder = $1 AND order_id = ANY($2)`,
      [person, ids],
    )
    while ((await expireClaims(deps)) > 0);
    for (const id of ids) world.expire(modelOf(id), person)
  }
  const happen = async ({ kind, phone: index, from, count }: Worldly) => {
    const phone = phones[index]!
    const ids = Array.from({ length: count }, (_, n) => orders[(from + n) % orders.length]!.id)
    const told = (name: string, more = '') =>
      inChunks(ids, (some) => client.data(many(name, more), { c: randomUUID(), ids: some }))
    const all = (change: (model: ModelOrder) => void) => ids.forEach((id) => change(modelOf(id)))
    switch (kind) {
      case 'claim':
        return claimFor(index, from, ids)
      case 'expire':
        return expireFor(phone.person, ids)
      case 'overtake':
        await expireFor(phone.person, ids)
        return claimFor((index + 1) % phones.length, from, ids)
      case 'cancel':
        // Few: most orders are not cancelled.
        ids.splice(Math.max(1, Math.ceil(count / 8)))
        await told('cancelOrders', ', reason: "x"')
        return all(world.cancel)
      case 'hold':
        ids.splice(Math.max(1, Math.ceil(count / 4)))
        await told('holdOrders', ', reason: "x"')
        return all(world.hold)
      case 'resume':
        await told('resumeOrders')
        return all(world.resume)
      case 'resolve':
        for (const id of ids.filter((one) => modelOf(one).state === 'SHORT'))
          await client.data(
            'mutation ($c: UUID!, $id: ID!) { r: resolveShortage(commandId: $c, orderId: $id) { __typename } }',
            {
              c: randomUUID(),
              id,
            },
          )
        return all(world.resolve)
      case 'dismiss':
        return dismissAll(phone.journals.at(-1)!)
    }
  }
  const cutConnections = () =>
    owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%journal%' AND state <> 'idle'`,
    )

  for (const { world: worldly, doings, networks, cut } of rounds) {
    for (const one of worldly) await happen(one)
    for (const { phone: index, order, act, stray } of doings) {
      const phone = phones[index]!
      const at = stray || phone.known.length === 0 ? order % orders.length : phone.known[order % phone.known.length]!
      phone.do(act, orders[at]!)
    }
    const sending = networks.map(async (network, index) => {
      const phone = phones[index]!
      if (network.up) await phone.send(network, random)
      if (network.reinstalled) await phone.reinstall()
    })
    if (cut) await cutConnections()
    await Promise.all(sending)
    await compare()
  }
  await Promise.all(phones.map((phone) => phone.drain()))
  await compare()
  await checkEnd(stage, orders, models, phones)
  return { commands, outcomes }
}

/** Nothing lost, nothing twice: every order, unit and cell is as the oracle says. */
const checkEnd = async (
  { owner }: Stage,
  orders: readonly MatrixOrder[],
  models: ReadonlyMap<string, ModelOrder>,
  phones: readonly Phone[],
) => {
  const faults = phones.flatMap(({ contradictions }) => contradictions)
  const ids = orders.map(({ id }) => id)
  const { rows } = await owner.query<{
    id: string
    state: string
    resume: string | null
    holder: string | null
    pickedBy: string | null
    putBack: boolean
    surplus: string[]
    taken: number
    returned: number
  }>(
    `SELECT o.id, o.state, o.resume_state AS resume, c.holder, o.picked_by AS "pickedBy", o.put_back_required AS "putBack",
       ARRAY(SELECT s.picked_by FROM surplus_unit s WHERE s.order_id = o.id AND s.closed_at IS NULL ORDER BY s.picked_at, s.id) AS surplus,
       (SELECT count(*)::int FROM stock_movement m WHERE m.order_id = o.id AND m.kind = 'PICKED') AS taken,
       (SELECT count(*)::int FROM stock_movement m WHERE m.order_id = o.id AND m.kind = 'PUT_BACK') AS returned
     FROM orders o LEFT JOIN claim c ON c.order_id = o.id AND c.released_at IS NULL WHERE o.id = ANY($1)`,
    [ids],
  )
  for (const { id, ...found } of rows) {
    const model = models.get(id)!
    const { state, resume, holder, pickedBy, putBack, taken, returned } = model
    const expected = { state, resume, holder, pickedBy, putBack, surplus: model.surplus, taken, returned }
    const [a, b] = [found, expected].map((one) => JSON.stringify({ ...one, surplus: one.surplus.toSorted() }))
    if (a !== b) faults.push(`${id} is ${a} and should be ${b}`)
  }
  const { rows: levels } = await owner.query<{ wrong: number }>(
    `SELECT count(*)::int AS wrong FROM stock_level l
     WHERE l.on_hand <> (SELECT coalesce(sum(m.quantity), 0) FROM stock_movement m WHERE m.cell_id = l.cell_id AND m.sku_id = l.sku_id)`,
  )
  if (levels[0]?.wrong !== 0) faults.push('what lies on hand is not the sum of its movements')
  const { rows: claims } = await owner.query<{ id: string }>(
    'SELECT order_id AS id FROM claim WHERE released_at IS NULL GROUP BY 1 HAVING count(*) > 1',
  )
  if (claims.length > 0) faults.push(`claimed twice: ${claims.map(({ id }) => id).join()}`)
  if (rows.length !== orders.length) faults.push(`${orders.length - rows.length} orders are lost`)
  if (faults.length > 0) throw new Error(`${faults.length} faults: ${faults.slice(0, 5).join('\n')}`)
}
