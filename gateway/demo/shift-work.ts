import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ApiClient } from '../cli/api-client.js'
import { type ShiftOrder, shiftOrder, shiftOrderFields } from './shift-board.js'
import type { ShiftStep } from './shift-step.js'

/** Who calls, and until when. */
export interface CallBy {
  readonly token: string
  readonly signal: AbortSignal
}

const refusal = z.object({ __typename: z.literal('Refusal'), code: z.string() })
const claimed = z.object({
  __typename: z.literal('ClaimWorkSuccess'),
  claimed: z.int(),
  work: z.object({ stops: z.array(z.object({ tasks: z.array(z.object({ order: shiftOrder })) })) }).nullable(),
})

const claimWork = `mutation ($commandId: UUID!, $warehouseId: ID!, $count: Int!, $clientTime: DateTime) {
  result: claimWork(commandId: $commandId, warehouseId: $warehouseId, count: $count, clientTime: $clientTime) {
    __typename ... on Refusal { code } ... on ClaimWorkSuccess { claimed work { stops { tasks { order { ${shiftOrderFields} } } } } }
  }
}`
const startShift = `mutation ($commandId: UUID!, $warehouseId: ID!) {
  result: startShift(commandId: $commandId, warehouseId: $warehouseId) { __typename ... on Refusal { code } }
}`
const attachLabel = `mutation ($commandId: UUID!, $orderId: ID!, $key: String!, $raw: String!) {
  result: attachLabelIdentifier(commandId: $commandId, orderId: $orderId, key: $key, raw: $raw) { __typename ... on Refusal { code } }
}`

/** Takes work in the shift of whoever calls, which is begun where it is not; answers all that they hold then, nothing when nothing was free. */
export const takeWork = async (
  api: ApiClient,
  by: CallBy,
  warehouseId: string,
  count: number,
  clientTime: Date,
): Promise<readonly ShiftOrder[]> => {
  const claim = async () => {
    const { result } = await api.call({
      query: claimWork,
      variables: { commandId: randomUUID(), warehouseId, count, clientTime: clientTime.toISOString() },
      data: z.object({ result: z.union([claimed, refusal]) }),
      ...by,
    })
    return result
  }
  let result = await claim()
  if ('code' in result && result.code === 'NO_SHIFT') {
    const variables = { commandId: randomUUID(), warehouseId }
    await api.call({ query: startShift, variables, data: z.object({ result: z.looseObject({}) }), ...by })
    result = await claim()
  }
  if ('code' in result || result.claimed === 0) return []
  return result.work?.stops.flatMap(({ tasks }) => tasks.map(({ order }) => order)) ?? []
}

/** Scans the codes of a unit. */
export const scanLabels = async (
  api: ApiClient,
  by: CallBy,
  { orderId, labels }: Extract<ShiftStep, { kind: 'PACK' }>,
): Promise<void> => {
  for (const label of labels)
    await api.call({
      query: attachLabel,
      variables: { commandId: randomUUID(), orderId, ...label },
      data: z.object({ result: z.looseObject({}) }),
      ...by,
    })
}
