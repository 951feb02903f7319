import { z } from 'zod'
import type { Tokens } from '../support/tokens.js'

/** Fields of an order that the view order_state has: what snapshots and events must equal byte for byte. */
export const orderFields = `id warehouseId wbOrderId rid orderUid sku { id chrtId nmId article title size barcodes } state resumeState putBackRequired
  claim { holder device claimedAt expiresAt } pickedBy packedBy box reason cargoType crossBorderType isB2b isZeroOrder requiredMeta optionalMeta attachedMeta offices comment
  price { amount currency } createdAt importedAt deadlineAt amberAt redAt stateChangedAt version
  marketplace { supplierStatus wbStatus isCancellable cancelled observedAt }`

/** The answer of a GraphQL request, or the fact that none came. */
export type Answer =
  | { readonly answered: true; readonly data: Readonly<Record<string, unknown>> }
  /** Refused before anything was done, as the server says itself. */
  | { readonly answered: false; readonly nothingDone: boolean; readonly reason: string }

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
})

/** Codes with which a gateway says that the command changed nothing. */
const nothingDone: ReadonlySet<string> = new Set(['UNAVAILABLE', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'])

/** The gateways, and how to be somebody there. */
export interface Doors {
  readonly urls: readonly string[]
  readonly tokens: Pick<Tokens, 'of'>
}

/** Sends one mutation with somebody's token. Never throws. */
export const sendCommand = async (
  url: string,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answer> => {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(12_000),
    })
    const { data, errors } = answer.parse(await response.json())
    const code = errors?.[0]?.extensions?.code
    if (data && !errors) return { answered: true, data }
    return {
      answered: false,
      nothingDone: code !== undefined && nothingDone.has(code),
      reason: code ?? `HTTP ${response.status}`,
    }
  } catch (error) {
    return { answered: false, nothingDone: false, reason: error instanceof Error ? error.name : 'failed' }
  }
}
