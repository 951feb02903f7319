import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ApiClient } from './api-client.js'
import { ImportFault } from './import-fault.js'
import type { CellLine, RefusedLine, StockLine } from './read-stock.js'
import { refusalText } from './refusal-texts.js'
import { withRetries } from './retry.js'

/** A warehouse that the token sees. */
const warehouse = z.object({ id: z.string(), wbWarehouseId: z.string(), name: z.string() })
export type StockWarehouse = z.infer<typeof warehouse>

/** The warehouse that is meant: the one of this number, or the only one. Throws ImportFault. */
export const findWarehouse = async (api: ApiClient, wbWarehouseId: string | undefined): Promise<StockWarehouse> => {
  const { warehouses } = await api.call({
    query: '{ warehouses { id wbWarehouseId name } }',
    data: z.object({ warehouses: z.array(warehouse) }),
  })
  const [found, another] = warehouses.filter(
    (one) => wbWarehouseId === undefined || one.wbWarehouseId === wbWarehouseId,
  )
  if (found && !another) return found
  const known = warehouses.map(({ wbWarehouseId: id, name }) => `${id} ${name}`).join(', ') || '–'
  throw found
    ? new ImportFault(
        `складов несколько, укажите --warehouse: ${known}`,
        `several warehouses, say --warehouse: ${known}`,
      )
    : new ImportFault(`нет такого склада; есть: ${known}`, `no such warehouse; there are: ${known}`)
}

/** Lines a call takes at most: each is some work for the database, whose patience is seconds. */
const chunkLines = 500

const refusal = z.object({ code: z.string(), message: z.string() })
const result = z.object({
  result: z.union([
    z.object({ outcomes: z.array(z.object({ index: z.int(), refusal: refusal.nullable() })) }),
    refusal,
  ]),
})

const saveCells = `mutation ($commandId: UUID!, $warehouseId: ID!, $cells: [StorageCellInput!]!) {
  result: saveCells(commandId: $commandId, warehouseId: $warehouseId, cells: $cells) {
    ... on SaveCellsSuccess { outcomes { index refusal { code message } } } ... on Refusal { code message }
  }
}`
const countStock = `mutation ($commandId: UUID!, $warehouseId: ID!, $lines: [StockLineInput!]!) {
  result: countStock(commandId: $commandId, warehouseId: $warehouseId, lines: $lines, cause: "stock:import") {
    ... on CountStockSuccess { outcomes { index refusal { code message } } } ... on Refusal { code message }
  }
}`

/** Sends lines call by call; answers those that were refused. Throws ImportFault when a whole call is. */
const sendAll = async <Line extends { readonly line: number }>(
  lines: readonly Line[],
  send: (chunk: readonly Line[]) => Promise<z.infer<typeof result>>,
): Promise<readonly RefusedLine[]> => {
  const refused: RefusedLine[] = []
  for (let start = 0; start < lines.length; start += chunkLines) {
    const chunk = lines.slice(start, start + chunkLines)
    const { result: answer } = await send(chunk)
    if ('code' in answer)
      throw new ImportFault(`${refusalText(answer.code)} (${answer.code})`, `${answer.message} (${answer.code})`)
    for (const { index, refusal: why } of answer.outcomes) {
      const line = chunk[index]?.line ?? 0
      if (why) refused.push({ line, russian: `${refusalText(why.code)} (${why.code})`, english: why.message })
    }
  }
  return refused
}

/** Makes or changes cells. */
export const sendCells = (
  api: ApiClient,
  warehouseId: string,
  cells: readonly CellLine[],
  retry: Parameters<typeof withRetries>[1],
): Promise<readonly RefusedLine[]> =>
  sendAll(cells, (chunk) => {
    const variables = { commandId: randomUUID(), warehouseId, cells: chunk.map(({ cell }) => cell) }
    return withRetries(() => api.call({ query: saveCells, variables, data: result }), retry)
  })

/** Says what lies in cells. */
export const sendStock = (
  api: ApiClient,
  warehouseId: string,
  stock: readonly StockLine[],
  retry: Parameters<typeof withRetries>[1],
): Promise<readonly RefusedLine[]> =>
  sendAll(stock, (chunk) => {
    const variables = { commandId: randomUUID(), warehouseId, lines: chunk.map((line) => line.stock) }
    return withRetries(() => api.call({ query: countStock, variables, data: result }), retry)
  })
