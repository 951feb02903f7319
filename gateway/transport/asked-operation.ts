import { z } from 'zod'

/** What a request asks for, over either transport. */
export interface AskedOperation {
  readonly query: string
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
}

const shape = z.object({
  query: z.string('must be a text').min(1, 'must not be empty'),
  operationName: z.string('must be a text').nullish(),
  variables: z.record(z.string(), z.unknown(), 'must be an object').nullish(),
  extensions: z.record(z.string(), z.unknown(), 'must be an object').nullish(),
})

/** Reads the body of a POST or the payload of a subscribe message; or says what is wrong with it. */
export const readAskedOperation = (payload: unknown): AskedOperation | { readonly fault: string } => {
  if (Array.isArray(payload)) return { fault: 'One operation a request: batches are not taken.' }
  const { data, error } = shape.safeParse(payload)
  if (error) {
    const [issue] = error.issues
    return {
      fault: issue?.path.length ? `${issue.path.join('.')} ${issue.message}.` : 'Send a JSON object with a query.',
    }
  }
  return { query: data.query, operationName: data.operationName ?? undefined, variables: data.variables ?? {} }
}
