import type { Persona } from './persona.js'

/** How large a document a persona may send, how long it may take, and whether it may write it itself. */
export interface DocumentLimits {
  readonly depth: number
  readonly aliases: number
  readonly directives: number
  readonly tokens: number
  readonly rootFields: number
  /** Orders and events read, roughly: see schema/cost.ts. */
  readonly cost: number
  /** ms that a query may take. */
  readonly queryWithin: number
  /** Text of the caller's own is run; without it only trusted documents are, by their hash. */
  readonly freeText: boolean
  /** The schema is told: `__schema` and `__type`. */
  readonly introspection: boolean
}

export type DocumentLimitsTable = Readonly<Record<Persona, DocumentLimits>>

/** The one table of what documents may be. */
export const documentLimits: DocumentLimitsTable = Object.freeze({
  // The cost is that of the dearest document of our own screens, and a half on top: one board, never two.
  client: {
    depth: 8,
    aliases: 15,
    directives: 5,
    tokens: 1_000,
    rootFields: 5,
    cost: 9_000,
    queryWithin: 10_000,
    freeText: false,
    introspection: false,
  },
  analyst: {
    depth: 10,
    aliases: 30,
    directives: 5,
    tokens: 2_000,
    rootFields: 10,
    cost: 20_000,
    queryWithin: 60_000,
    freeText: true,
    introspection: true,
  },
})
