import { randomUUID } from 'node:crypto'
import type { TestClient } from '../support/client.js'
import type { SeededOrder } from '../support/seed.js'

/** A refusal as far as tests ask. */
export interface Told {
  readonly __typename: string
  readonly code?: string
  readonly message?: string
  readonly [field: string]: unknown
}

const refusal =
  '... on Refusal { code message orderId orderState missingMeta cells availableCommands scannedSku { article } }'
const order =
  'order { id wbOrderId state version box attachedMeta claim { holder expiresAt } pickedBy putBackRequired availableCommands }'
const level = 'level { cell { code } onHand reserved available }'
const work = `{
  shift { id person } leaseUntil checkAfterMinutes markingRules { key minLength maxLength }
  stops { cell { code barcode zone walkOrder } sku { article barcodes } imageUrl tasks { cancelled order { id wbOrderId version deadlineAt state requiredMeta } } }
}`

/** The mutations of the floor: what they take, and what tests read of their successes. */
const mutations = {
  saveCells: [
    'warehouseId: ID!, cells: [StorageCellInput!]!',
    'outcomes { index cell { code walkOrder } refusal { code message } }',
  ],
  receiveStock: [
    'warehouseId: ID!, lines: [StockLineInput!]!, cause: String',
    `outcomes { index ${level} refusal { code message } }`,
  ],
  countStock: [
    'warehouseId: ID!, lines: [StockLineInput!]!, cause: String',
    `outcomes { index ${level} refusal { code message } }`,
  ],
  writeOffStock: [
    'warehouseId: ID!, lines: [StockLineInput!]!, cause: String',
    `outcomes { index ${level} refusal { code message } }`,
  ],
  moveStock: [
    'warehouseId: ID!, from: String!, to: String!, item: String!, quantity: Int!',
    'from { onHand } to { onHand }',
  ],
  pickOrder: ['orderId: ID!, barcode: String!, cell: String', order],
  packOrder: ['orderId: ID!, barcode: String!', order],
  confirmPutBack: ['orderId: ID!, barcode: String!, cell: String', order],
  resolveShortage: ['orderId: ID!', order],
  reportShortage: ['orderId: ID!, reason: String, cell: String', `${order} otherCell { code }`],
  putIntoBox: ['orderId: ID!, box: String!', order],
  attachLabelIdentifier: [
    'orderId: ID!, key: String!, raw: String!',
    `${order} label { key value verdict attachedBy }`,
  ],
  cancelOrders: ['orderIds: [ID!]!', `outcomes { ${order} }`],
  claimOrders: ['orderIds: [ID!]!', `outcomes { ${order} refusal { code leaseExpiresAt } }`],
  startShift: ['warehouseId: ID!', 'shift { id warehouseId person device startedAt endsAt endedAt }'],
  endShift: ['', 'shift { id endedAt } returned'],
  claimWork: ['warehouseId: ID!, count: Int!', `claimed work ${work}`],
  releaseWork: ['warehouseId: ID!', 'returned'],
  handOverWork: ['warehouseId: ID!, to: String!', 'handedOver'],
  breakWork: ['warehouseId: ID!, person: String, orderId: ID', 'returned'],
} as const
export type FloorMutation = keyof typeof mutations

const documentOf = (name: FloorMutation): string => {
  const [takes, success] = mutations[name]
  const names = takes === '' ? [] : takes.split(', ').map((one) => one.split(':')[0] ?? '')
  const declared = ['commandId: UUID!', ...(takes === '' ? [] : takes.split(', '))].map((one) => `$${one}`).join(', ')
  const passed = ['commandId', ...names].map((one) => `${one}: $${one}`).join(', ')
  return `mutation (${declared}) { r: ${name}(${passed}) { __typename ${refusal} ... on ${name[0]?.toUpperCase()}${name.slice(1)}Success { ${success} } } }`
}

/** A program with a token, or a browser. */
type Caller = Pick<TestClient, 'send'>

const ask = async <Data>(
  client: Caller,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> => {
  const { data, errors } = await client.send<Data>(query, variables)
  if (errors || !data) throw new Error(`failed: ${JSON.stringify(errors)}`)
  return data
}

/** Gives a command; answers whatever it says. */
export const tell = async <Success = Told>(
  client: Caller,
  name: FloorMutation,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Success & Told> => {
  const { r } = await ask<{ r: Success & Told }>(client, documentOf(name), { commandId: randomUUID(), ...variables })
  return r
}

/** Gives a command that must be done. */
export const give = async <Success = Told>(
  client: Caller,
  name: FloorMutation,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Success & Told> => {
  const told = await tell<Success>(client, name, variables)
  if (told.__typename === 'Refusal') throw new Error(`${name} was refused: ${told.code} ${told.message}`)
  return told
}

/** A task, as tests read it. */
export interface Task {
  readonly cancelled: boolean
  readonly order: {
    readonly id: string
    readonly wbOrderId: string
    readonly deadlineAt: string
    readonly state: string
    readonly requiredMeta: readonly string[]
  }
}
/** A capsule, as tests read it. */
export interface Work {
  readonly shift: { readonly id: string; readonly person: string }
  readonly leaseUntil: string
  readonly checkAfterMinutes: number
  readonly markingRules: readonly { readonly key: string; readonly minLength: number; readonly maxLength: number }[]
  readonly stops: readonly {
    readonly cell: { readonly code: string; readonly walkOrder: number } | null
    readonly sku: { readonly article: string; readonly barcodes: readonly string[] }
    readonly tasks: readonly Task[]
  }[]
}

/** One's work now. */
export const myWork = async (client: Caller): Promise<Work | null> =>
  (await ask<{ myWork: Work | null }>(client, `{ myWork ${work} }`)).myWork

/** What lies where, by cell code. */
export const levels = async (
  client: Caller,
  warehouseId: string,
  item?: string,
): Promise<Readonly<Record<string, number>>> => {
  const { stockLevels } = await ask<{
    stockLevels: { edges: { node: { cell: { code: string }; onHand: number } }[] }
  }>(
    client,
    'query ($id: ID!, $item: String) { stockLevels(warehouseId: $id, item: $item, first: 100) { edges { node { cell { code } onHand } } } }',
    { id: warehouseId, item },
  )
  return Object.fromEntries(stockLevels.edges.map(({ node }) => [node.cell.code, node.onHand]))
}

/** The ledger's newest lines: kind, cell and quantity. */
export const movements = async (client: Caller, warehouseId: string, item?: string): Promise<readonly string[]> => {
  const { stockMovements } = await ask<{
    stockMovements: { edges: { node: { kind: string; quantity: number; cell: { code: string } } }[] }
  }>(
    client,
    'query ($id: ID!, $item: String) { stockMovements(warehouseId: $id, item: $item, first: 100) { edges { node { kind quantity cell { code } } } } }',
    { id: warehouseId, item },
  )
  return stockMovements.edges.map(({ node }) => `${node.kind} ${node.cell.code} ${node.quantity}`)
}

/** Cells to be counted: code and why. */
export const recounts = async (client: Caller, warehouseId: string): Promise<readonly string[]> => {
  const told = await ask<{ recounts: { reason: string; level: { cell: { code: string } } }[] }>(
    client,
    'query ($id: ID!) { recounts(warehouseId: $id) { reason level { cell { code } } } }',
    { id: warehouseId },
  )
  return told.recounts.map(({ reason, level: { cell } }) => `${cell.code} ${reason}`)
}

/** Cells in walk order, ten apart. */
export const makeCells = (client: Caller, warehouseId: string, codes: readonly string[]) =>
  give(client, 'saveCells', {
    warehouseId,
    cells: codes.map((code, n) => ({ zone: code[0], code, barcode: `B-${code}`, walkOrder: n * 10 })),
  })

/** The size of an order, for another one of the same. */
export const sizeOf = ({ sku: { nmId, chrtId, article, barcodes } }: SeededOrder) => ({
  nmId,
  chrtId,
  article,
  skus: barcodes,
})
