import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createSchema } from '../../../schema/build-schema.js'
import type { ToldError, Variables } from '../support/client.js'
import { seedOrder } from '../support/seed.js'
import { fillArguments } from './walk/arguments.js'
import { createFieldTable, type FieldTable } from './walk/field-table.js'
import { leaves } from './walk/leaves.js'
import { objectTypes, rootFields, selectAll } from './walk/select-all.js'
import { callerRoles, seedOrders, startTenants } from './walk/tenants.js'

const schema = createSchema()
let started: Awaited<ReturnType<typeof startTenants>>
/** What each role was told, by queries and by each stream. */
const tables = {
  queries: createFieldTable(callerRoles),
  orderBoard: createFieldTable(callerRoles),
  orderEvents: createFieldTable(callerRoles),
}
/** Everything that the board was told. */
const onTheWall: unknown[] = []

beforeAll(async () => {
  started = await startTenants()
  await Promise.all(callerRoles.map(askEverything))
  await followEverything()
})
afterAll(() => started.close())

type Role = (typeof callerRoles)[number]
interface Told {
  readonly data?: object | null
  readonly errors?: readonly ToldError[]
}
const browserOf = (role: Role) => {
  const browser = started.north.callers.get(role)
  if (!browser) throw new Error(role)
  return browser
}
const note = (table: FieldTable, field: string, role: Role, told: Told) => {
  table.note(role, field, told)
  if (role === 'BOARD') onTheWall.push(told)
}

async function askEverything(role: Role) {
  for (const field of Object.values(rootFields(schema, 'Query'))) {
    const { after: _, before: _b, filter: _f, ...variables } = fillArguments(field, () => started.north.place)
    const { text } = selectAll(schema, 'Query', field.name, variables)
    note(tables.queries, `Query.${field.name}`, role, await browserOf(role).send(text, variables))
  }
}

/** Follows every stream as every role, until each has seen every kind of message that it is sent. */
async function followEverything() {
  const { warehouse } = started.north
  const warehouseId = warehouse.id
  const calls: readonly (readonly ['orderBoard' | 'orderEvents', Variables])[] = [
    // Counted in another log, so it begins with a gap.
    ['orderBoard', { warehouseId, after: 1, epoch: randomUUID() }],
    ['orderBoard', { warehouseId, filter: { states: ['NEW'] } }],
    ['orderEvents', { warehouseId }],
  ]
  const sockets = await Promise.all(
    callerRoles.flatMap((role) =>
      calls.map(async ([stream, variables]) => {
        const socket = await browserOf(role).open()
        socket.subscribe(selectAll(schema, 'Subscription', stream, variables).text, variables)
        return { role, stream, socket }
      }),
    ),
  )
  // A stream of events says nothing until something happens after its begin.
  await vi.waitFor(
    async () => {
      await seedOrder(started.client, warehouse)
      expect(sockets.filter(({ socket }) => socket.messages.length < 2)).toEqual([])
    },
    { interval: 50, timeout: 15_000 },
  )
  await seedOrders(started.client, warehouse)
  // The clock of a client stands in the last event.
  const wanted = {
    orderBoard: ['"BoardGap"', '"BoardSnapshot"', '"OrderUpserted"', '"OrderLeft"', '"BoardHeartbeat"'],
    orderEvents: ['"clientTime":"'],
  }
  const missing = () =>
    callerRoles.flatMap((role) =>
      calls.flatMap(([stream]) => {
        const text = JSON.stringify(
          sockets.filter((one) => one.role === role && one.stream === stream).map(({ socket }) => socket.messages),
        )
        return text.includes('"error"') ? [] : wanted[stream].filter((kind) => !text.includes(kind))
      }),
    )
  await vi.waitFor(() => expect(missing()).toEqual([]), { interval: 50, timeout: 15_000 })
  for (const { role, stream, socket } of sockets) {
    for (const { type, payload } of socket.messages)
      if (type === 'next') note(tables[stream], `Subscription.${stream}`, role, payload as Told)
      else if (type === 'error')
        note(tables[stream], `Subscription.${stream}`, role, { errors: payload as readonly ToldError[] })
    socket.end()
  }
}

describe('what each role is told of each field, in its own warehouse', () => {
  test('is as the reviewed matrix says', async () => {
    const parts = Object.entries(tables).map(([name, table]) => `## ${name}\n\n${table.print()}`)
    await expect(`${parts.join('\n')}\n## Answers of commands alone\n\n${ofCommands()}`).toMatchFileSnapshot(
      './fields.matrix.md',
    )
  })

  test('is everything, for an administrator: what is null for others could have been told', () => {
    // Nothing names products or brings pictures of them yet, an administrator's browser is no device, and shifts are told while they last.
    const unknown = ['Sku.size', 'Sku.title']
    expect(tables.queries.without('ADMIN')).toEqual(['Query.device', 'Shift.endedAt', ...unknown, 'WorkStop.imageUrl'])
    expect(tables.orderBoard.without('ADMIN')).toEqual(unknown)
    expect(tables.orderEvents.without('ADMIN')).toEqual(unknown)
  })

  test('is on a wall no price and nobody’s name but the short one of who has an order, nor a buyer’s words', () => {
    const texts = leaves(onTheWall)
    expect(texts).toContain('Анна А.')
    expect(texts.filter((text) => /Анна Админ|Петрович/.test(text))).toEqual([])
    expect(texts).not.toContain('Money')
    // What a buyer has written may hold a name or a telephone.
    expect(texts.filter((text) => text.includes('Позвоните'))).toEqual([])
  })
})

/** The types that only commands answer with, each with the commands; who may give them is in rights.matrix.md. */
const ofCommands = () => {
  const told = new Set(Object.values(tables).flatMap((table) => table.types()))
  const commands = Object.values(rootFields(schema, 'Mutation')).map((field) => ({
    name: field.name,
    ...selectAll(
      schema,
      'Mutation',
      field.name,
      fillArguments(field, () => started.north.place),
    ),
  }))
  const lines = objectTypes(schema)
    .filter(({ name }) => !told.has(name))
    .map((type) => {
      const by = commands.filter(({ edges }) => [...edges].some((edge) => edge.startsWith(`${type.name}.`)))
      const names = by.length === commands.length ? 'every command' : by.map(({ name }) => name).join(' ')
      return `| ${type.name} | ${Object.keys(type.getFields()).join(' ')} | ${names} |`
    })
  return `| type | fields | told by |\n| --- | --- | --- |\n${lines.join('\n')}\n`
}
