import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type ApiClient, ApiFailure } from './api-client.js'
import { ImportFault } from './import-fault.js'
import { refusalText } from './refusal-texts.js'
import { withRetries } from './retry.js'

/** An order that did not go in. */
export interface RefusedOrder {
  /** Its place in the file, from 0. */
  readonly index: number
  readonly wbOrderId: string | undefined
  readonly code: string
  readonly message: string
}

/** What became of a chunk of the file. */
export interface ChunkReport {
  readonly orders: number
  readonly imported: number
  readonly repeated: number
  readonly refused: readonly RefusedOrder[]
}

interface Placed {
  readonly index: number
  readonly order: object
}

/** At most so many orders a call … */
export const chunkOrders = 500
/** … and so many bytes of them: below the gateway's limit of a request, whatever the orders hold. */
export const chunkBytes = 400_000

const success = z.object({
  __typename: z.literal('ImportOrdersSuccess'),
  imported: z.number(),
  repeated: z.number(),
  outcomes: z.array(
    z.object({
      index: z.number(),
      wbOrderId: z.string().nullable(),
      refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
})
const refusal = z.object({ __typename: z.literal('Refusal'), code: z.string(), message: z.string() })

const importOrders = `mutation ($commandId: UUID!, $sellerAccountId: ID!, $orders: [WbOrder!]!) {
  result: importOrders(commandId: $commandId, sellerAccountId: $sellerAccountId, orders: $orders) {
    __typename
    ... on ImportOrdersSuccess { imported repeated outcomes { index wbOrderId refusal { code message } } }
    ... on Refusal { code message }
  }
}`

/** Splits the orders into calls by number and by bytes; an order that is too large for any call goes alone. */
export const chunksOf = (orders: readonly Placed[]): Placed[][] => {
  const chunks: Placed[][] = []
  let bytes = Infinity
  for (const placed of orders) {
    const size = Buffer.byteLength(JSON.stringify(placed.order)) + 1
    const last = chunks.at(-1)
    if (last === undefined || last.length === chunkOrders || bytes + size > chunkBytes) {
      chunks.push([placed])
      bytes = size
    } else {
      last.push(placed)
      bytes += size
    }
  }
  return chunks
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const notObject = (index: number): RefusedOrder => ({
  index,
  wbOrderId: undefined,
  code: 'INVALID_ORDER',
  message: 'not a JSON object',
})

const numberOf = (order: object): string | undefined =>
  'id' in order && (typeof order.id === 'number' || typeof order.id === 'string') ? String(order.id) : undefined

const tooLarge = (chunk: readonly Placed[]): ChunkReport => ({
  orders: chunk.length,
  imported: 0,
  repeated: 0,
  refused: chunk.map(({ index, order }) => ({
    index,
    wbOrderId: numberOf(order),
    code: 'INVALID_ORDER',
    message: 'larger than a whole request may be',
  })),
})

/**
 * Sends orders to `importOrders` chunk by chunk and yields each chunk's report. A chunk keeps its commandId over
 * retries; a run of its own has ids of its own, so that a second run, after a missing warehouse was made, decides anew
 * (orders that are in already are no-ops). Throws ImportFault when the gateway refuses a whole call, ApiFailure when it
 * stays away.
 */
export async function* sendOrders(
  api: ApiClient,
  sellerAccountId: string,
  orders: readonly unknown[],
  retry: Parameters<typeof withRetries>[1],
): AsyncGenerator<ChunkReport, void> {
  const unreadable = orders.flatMap((order, index) => (isObject(order) ? [] : [notObject(index)]))
  if (unreadable.length > 0) yield { orders: unreadable.length, imported: 0, repeated: 0, refused: unreadable }

  const readable = orders.flatMap((order, index) => (isObject(order) ? [{ index, order }] : []))
  for (const chunk of chunksOf(readable)) {
    const variables = { commandId: randomUUID(), sellerAccountId, orders: chunk.map(({ order }) => order) }
    const call = () =>
      api.call({ query: importOrders, variables, data: z.object({ result: z.union([success, refusal]) }) })
    const answer = await withRetries(call, retry).catch((failure: unknown) => {
      if (failure instanceof ApiFailure && failure.status === 413 && chunk.length === 1) return undefined
      throw failure
    })
    if (answer === undefined) {
      yield tooLarge(chunk)
      continue
    }
    const { result } = answer
    if (result.__typename === 'Refusal')
      throw new ImportFault(`${refusalText(result.code)} (${result.code})`, `${result.message} (${result.code})`)
    yield {
      orders: chunk.length,
      imported: result.imported,
      repeated: result.repeated,
      refused: result.outcomes.flatMap(({ index, wbOrderId, refusal: why }) =>
        why === null ? [] : [{ index: chunk[index]?.index ?? index, wbOrderId: wbOrderId ?? undefined, ...why }],
      ),
    }
  }
}
