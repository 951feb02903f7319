import { createUnionType } from 'type-graphql'
import { Refusal } from './refusal/refusal.type.js'

/** What a port answers to a command: the success's fields, or a refusal. */
export type Result<Success> = (Success & { readonly refusal?: never }) | { readonly refusal: Refusal }

/** The union `XResult = XSuccess | Refusal` of a mutation. */
export const resultUnion = <Success extends object>(name: string, success: new () => Success) =>
  createUnionType({
    name: `${name}Result`,
    description: `What \`${name[0]?.toLowerCase()}${name.slice(1)}\` answers: a success or a refusal. / Результат.`,
    types: () => [success, Refusal] as const,
    resolveType: (value) => ('code' in value ? 'Refusal' : `${name}Success`),
  })

/** A port's answer as a member of the union. */
export const member = <Success extends object>(result: Result<Success>): Success | Refusal =>
  result.refusal === undefined ? result : result.refusal
