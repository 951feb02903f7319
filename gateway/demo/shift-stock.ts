import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../../prisma/seed/random.js'
import type { ApiClient } from '../cli/api-client.js'
import type { CallBy } from './shift-work.js'

const place = z.object({ cell: z.object({ code: z.string() }), sku: z.object({ chrtId: z.string() }) })
type Place = z.infer<typeof place>
const placeFields = 'cell { code } sku { chrtId }'

const recounts = `query ($warehouseId: ID!) { recounts(warehouseId: $warehouseId) { level { ${placeFields} } } }`
const toCount = z.object({ recounts: z.array(z.object({ level: place })) })

const stockLevels = `query ($warehouseId: ID!, $after: String) {
  stockLevels(warehouseId: $warehouseId, first: 100, after: $after) {
    edges { node { available ${placeFields} } } pageInfo { hasNextPage endCursor }
  }
}`
const levels = z.object({
  stockLevels: z.object({
    edges: z.array(z.object({ node: place.extend({ available: z.int() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})

const changeStock = (command: 'countStock' | 'receiveStock') =>
  `mutation ($commandId: UUID!, $warehouseId: ID!, $lines: [StockLineInput!]!, $cause: String!) {
    result: ${command}(commandId: $commandId, warehouseId: $warehouseId, lines: $lines, cause: $cause) { __typename }
  }`

/** So few free units in a cell are filled up: some minutes pass before it is looked at again. */
const fewUnits = 10

const change = async (
  api: ApiClient,
  by: CallBy,
  given: { readonly warehouseId: string; readonly places: readonly Place[]; readonly random: Random },
  [command, cause]: readonly [Parameters<typeof changeStock>[0], string],
): Promise<void> => {
  const { warehouseId, places, random } = given
  if (places.length === 0) return
  const lines = places.map(({ cell, sku }) => ({ cell: cell.code, item: sku.chrtId, quantity: random.int(30, 90) }))
  const variables = { commandId: randomUUID(), warehouseId, lines, cause }
  await api.call({ query: changeStock(command), variables, data: z.object({ result: z.looseObject({}) }), ...by })
}

/** Counts the cells that are to be counted; somebody has filled them up before. */
export const countCells = async (api: ApiClient, by: CallBy, warehouseId: string, random: Random): Promise<void> => {
  const found = await api.call({ query: recounts, variables: { warehouseId }, data: toCount, ...by })
  const places = found.recounts.map(({ level }) => level)
  await change(api, by, { warehouseId, places, random }, ['countStock', 'Пересчёт'])
}

/**
 * Fills up the cells of the next page after a cursor where little is left, so that all that is sold lies somewhere; answers the
 * page's end, null when the warehouse is through.
 */
export const fillCells = async (
  api: ApiClient,
  by: CallBy,
  warehouseId: string,
  after: string | null,
  random: Random,
): Promise<string | null> => {
  const found = await api.call({ query: stockLevels, variables: { warehouseId, after }, data: levels, ...by })
  const { edges, pageInfo } = found.stockLevels
  const places = edges.flatMap(({ node }) => (node.available < fewUnits ? [node] : []))
  await change(api, by, { warehouseId, places, random }, ['receiveStock', 'Поступление'])
  return pageInfo.hasNextPage ? pageInfo.endCursor : null
}
