import type { RefusedFragment, TypedDocumentString } from '../gql/graphql'
import { request, RequestError } from './request'

/** What stands in the way: a refusal's code, an error's, or NO_CONNECTION. */
export interface Problem {
  readonly code: string
  /** When to try again; null when that is not a matter of time. */
  readonly retryAt: string | null
}

/** A mutation's success, or what stands in its way. */
export type Answer<Success> =
  { readonly success: Success; readonly problem?: never } | { readonly problem: Problem; readonly success?: never }

interface Named {
  readonly __typename: string
}
interface Refused extends RefusedFragment {
  readonly __typename: 'Refusal'
}

const isRefused = (result: Named): result is Refused => result.__typename === 'Refusal'

/** An error that `request` threw, as a problem. */
export const problemOf = (error: unknown): Problem => ({
  code: error instanceof RequestError ? (error.code ?? 'UNAVAILABLE') : 'NO_CONNECTION',
  retryAt: null,
})

/** Gives a mutation whose only field is called `result`. Never throws. */
export async function give<Success extends Named, Variables>(
  document: TypedDocumentString<{ readonly result: Success | Refused }, Variables>,
  variables: Variables,
): Promise<Answer<Success>> {
  try {
    const { result } = await request(document, variables)
    return isRefused(result) ? { problem: { code: result.code, retryAt: result.retryAt } } : { success: result }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}
