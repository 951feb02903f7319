import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity'
import { publicError } from './mask-error.js'
import { variableFaults } from './variable-faults.js'

/** An operation of a valid document with the variables it is to run with. */
export interface CostedOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
}

// What declares no cost stands in a row that its parent has paid for.
const estimators = [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 0 })]

/** Fields that are costed; our largest documents have some hundred. Fragments in fragments would unfold into thousands, which takes long. */
const mostNodes = 2_000

const tooCostly = (cost: number, limit: number) =>
  publicError(
    'OPERATION_TOO_COSTLY',
    `The operation costs ${cost}, at most ${limit} is allowed: ask for fewer boards, smaller pages (first, last), fewer timelines, or in several requests. / Слишком дорогой запрос: возьмите меньше данных или разбейте его на несколько.`,
    { cost, limit },
  )

/** What the operation costs; or why it may not run: its variables are wrong, or it costs more than `most`. */
export const costOf = (
  schema: GraphQLSchema,
  asked: CostedOperation,
  most: number,
): { readonly cost: number } | { readonly errors: readonly GraphQLError[] } => {
  const { document, operation, variables } = asked
  const errors = variableFaults(schema, operation, variables)
  if (errors.length > 0) return { errors }
  const operationName = operation.name?.value
  try {
    const cost = getComplexity({
      schema,
      query: document,
      variables: { ...variables },
      estimators,
      maxQueryNodes: mostNodes,
      ...(operationName !== undefined && { operationName }),
    })
    return cost > most ? { errors: [tooCostly(cost, most)] } : { cost }
  } catch (error) {
    // An argument that cannot be read with these variables, or fragments that unfold into too many fields.
    if (error instanceof GraphQLError) return { errors: [error] }
    throw error
  }
}
