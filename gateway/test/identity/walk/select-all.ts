import {
  getNamedType,
  getOperationAST,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  OperationTypeNode,
  parse,
} from 'graphql'
import { documentLimits } from '../../../transport/document-limits.js'
import { costOf } from '../../../transport/operation-cost.js'
import type { Variables } from '../../support/client.js'

/** A document that asks a root field for everything there is behind it. */
export interface WholeDocument {
  readonly text: string
  /** Every field that it selects, as `Order.price`. */
  readonly edges: ReadonlySet<string>
}

type Root = 'Query' | 'Mutation' | 'Subscription'

const operations = {
  Query: OperationTypeNode.QUERY,
  Mutation: OperationTypeNode.MUTATION,
  Subscription: OperationTypeNode.SUBSCRIPTION,
} as const

/** The fields of a root type, by name. */
export const rootFields = (
  schema: GraphQLSchema,
  root: Root,
): Readonly<Record<string, GraphQLField<unknown, unknown>>> => schema.getRootType(operations[root])?.getFields() ?? {}

/** Every object type of the contract but the roots. */
export const objectTypes = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && !(name in operations))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

/**
 * Everything of a type; one that it leads back to is entered once more, without what its fields read of the database. Such
 * fields are selected so many types deep.
 */
const createSelect = (schema: GraphQLSchema, edges: Set<string>, deep: number) => {
  const ofObject = (type: GraphQLObjectType, path: readonly string[], alias: (field: string) => string): string => {
    const again = path.filter((name) => name === type.name).length
    if (again > 1) throw new Error(`${type.name} leads to itself: ${path.join(', ')}`)
    const lines = Object.values(type.getFields()).flatMap((field) => {
      if (field.extensions['io'] === true && (again > 0 || path.length >= deep)) return []
      edges.add(`${type.name}.${field.name}`)
      return [`${alias(field.name)}${field.name} ${of(getNamedType(field.type), [...path, type.name])}`]
    })
    return lines.join(' ')
  }
  const of = (type: GraphQLNamedType, path: readonly string[]): string => {
    if (isObjectType(type)) return `{ __typename ${ofObject(type, path, () => '')} }`
    if (!isAbstractType(type)) return ''
    const members = schema.getPossibleTypes(type)
    // Members that mean different things by one name say which.
    const isShared = (name: string) => {
      const types = members.flatMap((member) => member.getFields()[name]?.type ?? [])
      return types.some((type) => String(type) !== String(types[0]))
    }
    const parts = members.map((member) => {
      const alias = (name: string) => (isShared(name) ? `${member.name}_${name}: ` : '')
      return `... on ${member.name} { ${ofObject(member, path, alias)} }`
    })
    return `{ __typename ${parts.join(' ')} }`
  }
  return of
}

const build = (
  schema: GraphQLSchema,
  root: Root,
  field: GraphQLField<unknown, unknown>,
  given: Variables,
  deep: number,
) => {
  const edges = new Set<string>([`${root}.${field.name}`])
  const args = field.args.filter(({ name }) => given[name] !== undefined)
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ')
  const selection = createSelect(schema, edges, deep)(getNamedType(field.type), [])
  const call = `${field.name}${passed && `(${passed})`} ${selection}`
  return { text: `${operations[root]} ${declared && `(${declared})`} { ${call} }`, edges }
}

/** The document of a root field that is given these arguments; without what would make it dearer than a screen may be. */
export const selectAll = (schema: GraphQLSchema, root: Root, name: string, variables: Variables): WholeDocument => {
  const field = rootFields(schema, root)[name]
  if (!field) throw new Error(name)
  // Streams are executed for many at once and read nothing.
  if (root === 'Subscription') return build(schema, root, field, variables, 0)
  const whole = build(schema, root, field, variables, Infinity)
  const document = parse(whole.text)
  const operation = getOperationAST(document)
  if (!operation) throw new Error(whole.text)
  const costed = costOf(schema, { document, operation, variables }, documentLimits.client.cost)
  return 'errors' in costed ? build(schema, root, field, variables, 1) : whole
}
