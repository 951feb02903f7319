import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql'

type Variables = Readonly<Record<string, unknown>>
type Path = readonly (string | number)[]

const MOST = 10

/** The type of what stands at a path inside a value. */
const typeAt = (type: GraphQLInputType, path: Path): GraphQLInputType =>
  path.reduce<GraphQLInputType>((outer, key) => {
    const inner = getNullableType(outer)
    if (isListType(inner)) return inner.ofType
    return (isInputObjectType(inner) && inner.getFields()[key]?.type) || inner
  }, type)

const printed = (path: Path) => path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')

const faultsOf = (schema: GraphQLSchema, definition: VariableDefinitionNode, variables: Variables): string[] => {
  const name = definition.variable.name.value
  const type = typeFromAST(schema, definition.type)
  const value = variables[name]
  if (!isInputType(type) || value === undefined || value === null) return []
  const faults: string[] = []
  coerceInputValue(value, type, (path, _value, { message }) => {
    const expected = getNamedType(typeAt(type, path))
    // Of a scalar or an enum graphql-js repeats the value; of an object it says what is missing or too much.
    const why = isLeafType(expected) ? `Expected type "${expected.name}".` : message
    if (faults.length < MOST)
      faults.push(`Variable "$${name}" got an invalid value at "${name}${printed(path)}": ${why}`)
  })
  return faults
}

/**
 * What is wrong with an operation's variables, in words that repeat no value: programs log what they are answered, and a
 * variable is where passwords stand.
 */
export const variableFaults = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): readonly GraphQLError[] => {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: MOST })
  if (!errors) return []
  const found = variableDefinitions.flatMap((definition) =>
    faultsOf(schema, definition, variables).map((fault) => new GraphQLError(fault, { nodes: definition })),
  )
  // Else what is missing: graphql-js has no value of it to repeat.
  return found.length > 0 ? found.slice(0, MOST) : errors
}
