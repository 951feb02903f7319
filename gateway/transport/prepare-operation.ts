import {
  BREAK,
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  validate,
  visit,
} from 'graphql'
import type { AskedOperation, DocumentSource } from './asked-operation.js'
import type { DocumentLimits, DocumentLimitsTable } from './document-limits.js'
import { limitRules, meaningRules } from './document-rules.js'
import type { TransportLimits } from './limits.js'
import { createLru } from './lru.js'
import { publicError } from './mask-error.js'
import { costOf } from './operation-cost.js'
import type { Persona } from './persona.js'
import type { TrustedDocuments } from './trusted-documents.js'

/** An operation that may be executed, or what is wrong with it. */
export type Prepared =
  | {
      readonly text: string
      readonly document: DocumentNode
      readonly operation: OperationDefinitionNode
      readonly cost: number
      readonly errors?: never
    }
  | {
      readonly text?: never
      readonly document?: never
      readonly operation?: never
      readonly cost?: never
      readonly errors: readonly GraphQLError[]
    }

/** What a transport runs. */
export interface PrepareRequest extends AskedOperation {
  /** Who asks: each has limits of its own. */
  readonly persona: Persona
  readonly kinds: readonly `${OperationTypeNode}`[]
  /** Said to those who ask for another kind. */
  readonly otherwise: string
}

/** Faults of the caller are answered, never thrown: a throw would close a WebSocket (4500) and be a 500 over HTTP. */
export type PrepareOperation = (request: PrepareRequest) => Prepared

export interface PrepareDeps {
  readonly schema: GraphQLSchema
  readonly limits: Pick<TransportLimits, 'documentLength' | 'cachedDocuments' | 'cachedDocumentLength' | 'heavyCost'>
  readonly documentLimits: DocumentLimitsTable
  readonly trusted: TrustedDocuments
}

/** A valid document, and whether it asks for the schema. */
interface Valid {
  readonly document: DocumentNode
  readonly introspects: boolean
}
type Checked = Valid | { readonly errors: readonly GraphQLError[] }

const isIntrospective = (document: DocumentNode): boolean => {
  let found = false
  visit(document, {
    Field({ name }) {
      if (name.value !== SchemaMetaFieldDef.name && name.value !== TypeMetaFieldDef.name) return undefined
      found = true
      return BREAK
    },
  })
  return found
}

const coded = (error: GraphQLError, code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED') =>
  new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code, ...error.extensions },
  })

const refused = (...fault: Parameters<typeof publicError>) => ({ errors: [publicError(...fault)] })

/** From text to a document under the limits of one persona; valid ones are kept by their text. */
const createCheck = ({ schema, limits }: PrepareDeps, allowed: DocumentLimits) => {
  const cache = createLru<Valid>(limits.cachedDocuments)
  const cheapRules = limitRules(allowed)

  const check = (query: string): Checked => {
    if (query.length > limits.documentLength)
      return refused('DOCUMENT_TOO_LARGE', `A document has at most ${limits.documentLength} characters.`)
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: allowed.tokens })
    } catch (error) {
      // Not a GraphQLError: the parser recursed too deep.
      if (!(error instanceof GraphQLError)) return refused('DOCUMENT_TOO_LARGE', 'The document nests too deep.')
      return { errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] }
    }
    for (const rules of [cheapRules, meaningRules]) {
      const errors = validate(schema, document, rules, { maxErrors: 10 })
      if (errors.length > 0) return { errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) }
    }
    return { document, introspects: isIntrospective(document) }
  }

  return (query: string): Checked => {
    const cached = cache.get(query)
    if (cached) return cached
    const checked = check(query)
    // What is refused is not kept: it costs little to refuse again, and whoever sends it must not fill the cache.
    if ('document' in checked && query.length <= limits.cachedDocumentLength) cache.set(query, checked)
    return checked
  }
}

/** What is said of a document that is not run for this caller, whether there is such a one or not. */
const unknownDocument = (source: DocumentSource) =>
  'hash' in source
    ? refused('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
    : refused(
        'FREE_TEXT_NOT_ALLOWED',
        'Only trusted documents are run for you: send the hash of one. / Выполняются только доверенные документы.',
      )

/** The text to run: the trusted one, or the caller's own where the persona may write it. */
const textOf = (source: DocumentSource, { freeText }: DocumentLimits, trusted: TrustedDocuments) => {
  const text = 'hash' in source ? trusted.get(source.hash) : freeText ? source.text : undefined
  return text === undefined ? unknownDocument(source) : { text }
}

/** The one way to an operation, for HTTP and WebSocket: its text, parse, limits, rules, which kind, what it costs. */
export const createPrepareOperation = (deps: PrepareDeps): PrepareOperation => {
  const { schema, documentLimits, trusted, limits } = deps
  const checks: Readonly<Record<Persona, (query: string) => Checked>> = {
    client: createCheck(deps, documentLimits.client),
    analyst: createCheck(deps, documentLimits.analyst),
  }

  return ({ source, operationName, variables, persona, kinds, otherwise }) => {
    const allowed = documentLimits[persona]
    const found = textOf(source, allowed, trusted)
    if ('errors' in found) return found
    const checked = checks[persona](found.text)
    if ('errors' in checked) return checked
    const { document, introspects } = checked
    if (introspects && !allowed.introspection) return unknownDocument(source)
    const operation = getOperationAST(document, operationName)
    if (!operation)
      return refused(
        'OPERATION_RESOLUTION_FAILURE',
        operationName ? `Unknown operation named "${operationName}".` : 'Say by operationName which operation to run.',
      )
    if (!kinds.includes(operation.operation)) return refused('OPERATION_NOT_ALLOWED', otherwise)
    const costed = costOf(schema, { document, operation, variables }, allowed.cost)
    if ('errors' in costed) return costed
    // The schema is as much to write as a large page.
    const cost = introspects ? Math.max(costed.cost, limits.heavyCost) : costed.cost
    return { text: found.text, document, operation, cost }
  }
}
