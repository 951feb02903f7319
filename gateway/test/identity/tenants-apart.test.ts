import type { GraphQLField } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSchema } from '../../../schema/build-schema.js'
import type { Variables } from '../support/client.js'
import type { Browser } from './browser.js'
import { fillArguments, namingPaths, nowhere, type Place } from './walk/arguments.js'
import { leaves } from './walk/leaves.js'
import { objectTypes, rootFields, selectAll, type WholeDocument } from './walk/select-all.js'
import { type CallerName, startTenants, type Tenant } from './walk/tenants.js'

// The walk is derived from the schema: a new field is walked, or fails here, without anybody writing a test for it.
const schema = createSchema()
const roots = ['Query', 'Mutation', 'Subscription'] as const
type Root = (typeof roots)[number]
const fields = roots.flatMap((root) =>
  Object.values(rootFields(schema, root)).map((field) => ({ root, field, title: `${root}.${field.name}` })),
)
const naming = fields.filter(({ field }) => namingPaths(field).length > 0)

let started: Awaited<ReturnType<typeof startTenants>>
let bothWays: readonly { readonly inside: Tenant; readonly outside: Tenant; readonly secrets: ReadonlySet<string> }[]
beforeAll(async () => {
  started = await startTenants()
  const { north, south } = started
  const [ofNorth, ofSouth] = [await textsOf(north), await textsOf(south)]
  bothWays = [
    { inside: north, outside: south, secrets: without(ofSouth, ofNorth) },
    { inside: south, outside: north, secrets: without(ofNorth, ofSouth) },
  ]
})
afterAll(() => started.close())

const documents = new Map<string, WholeDocument>()
const documentOf = (root: Root, name: string, variables: Variables): WholeDocument => {
  const key = JSON.stringify([root, name, Object.keys(variables)])
  const document = documents.get(key) ?? selectAll(schema, root, name, variables)
  documents.set(key, document)
  return document
}

/** What came back, in one piece: the status and answer of a request, or the first message of a stream. */
const ask = async (caller: Browser, root: Root, name: string, variables: Variables): Promise<object> => {
  const { text } = documentOf(root, name, variables)
  if (root !== 'Subscription') return caller.send(text, variables)
  const socket = await caller.open()
  socket.subscribe(text, variables)
  await socket.answered
  socket.end()
  const [, message] = socket.messages
  if (!message) throw new Error(`${name} was not answered: ${JSON.stringify(await socket.closed)}`)
  return { message }
}

/** Every text that only those of a tenant know: what an administrator reads of it and not of the other one. */
const textsOf = async ({ place, callers }: Tenant): Promise<ReadonlySet<string>> => {
  const admin = callers.get('ADMIN')
  const read = new Set<string>(Object.values(place))
  for (const name of ['orders', 'order', 'orderBoard', 'auditTrail']) {
    const field = rootFields(schema, 'Query')[name]
    if (!admin || !field) throw new Error(name)
    const { after: _, before: _b, filter: _f, ...given } = fillArguments(field, () => place)
    const variables = { ...given, ...(name === 'orders' && { filter: { warehouseId: place.warehouseId } }) }
    for (const text of leaves(await ask(admin, 'Query', name, variables))) read.add(text)
  }
  return read
}
const without = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  new Set([...some].filter((text) => !others.has(text)))

/** Times and cursors pass; the names of a place are told by what they name. */
const plain = (answer: object, place: Place): string =>
  Object.entries<string>({ ...place })
    .reduce((text, [key, value]) => text.replaceAll(value, `<${key}>`), JSON.stringify(answer))
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/"[\w-]{80,}"/g, '"<cursor>"')

/** Each argument alone named by the other tenant, and all of them together. */
const variants = (field: GraphQLField<unknown, unknown>): readonly (readonly string[])[] => {
  const paths = namingPaths(field)
  return paths.length === 1 ? [paths] : [...paths.map((path) => [path]), paths]
}

/** Everybody of a tenant; an administrator is of both. */
const outsiders = ({ callers }: Tenant): readonly (readonly [CallerName, Browser])[] =>
  [...callers].filter(([name]) => name !== 'ADMIN')

describe('what is another tenant’s looks like what does not exist', () => {
  test.each(naming)('$title', async ({ root, field }) => {
    for (const { inside, outside, secrets } of bothWays) {
      const none = nowhere(outside.place)
      for (const foreign of variants(field))
        for (const [name, caller] of outsiders(inside)) {
          const said = async (place: Place) => {
            const variables = fillArguments(field, (path) => (foreign.includes(path) ? place : inside.place))
            const asked = await started.tap.during(() => ask(caller, root, field.name, variables))
            const sent = JSON.stringify(variables)
            const told = leaves(asked.result).filter((text) => secrets.has(text) && !sent.includes(text))
            // Whoever has a socket open is looked at whenever rights move: that may come at any time.
            const statements = root === 'Subscription' ? [] : asked.statements
            return { told, answer: plain(asked.result, place), statements }
          }
          const [theirs, nothing] = [await said(outside.place), await said(none)]
          const who = { name, foreign }
          expect({ who, ...theirs }).toEqual({ who, ...nothing, told: [] })
        }
    }
  })
})

describe('what is asked without naming anything', () => {
  const unnamed = fields.filter(
    ({ root, field }) => root === 'Query' && field.args.every(({ type }) => !String(type).endsWith('!')),
  )
  test.each(unnamed)('$title tells nothing of another tenant', async ({ root, field }) => {
    for (const { inside, secrets } of bothWays) {
      for (const [name, caller] of outsiders(inside)) {
        const told = leaves(await ask(caller, root, field.name, {})).filter((text) => secrets.has(text))
        expect([name, told]).toEqual([name, []])
      }
    }
  })
})

test('every edge is walked', () => {
  const place = started.north.place
  const walked = new Set(
    fields.flatMap(({ root, field }) => [
      ...selectAll(
        schema,
        root,
        field.name,
        fillArguments(field, () => place),
      ).edges,
    ]),
  )
  const all = objectTypes(schema).flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`))
  expect(all.filter((edge) => !walked.has(edge))).toEqual([])
  // The arguments of fields below the roots too are known.
  for (const type of objectTypes(schema))
    for (const field of Object.values(type.getFields())) expect(namingPaths(field)).toEqual([])
})
