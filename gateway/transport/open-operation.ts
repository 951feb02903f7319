import { type GraphQLSchema, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql'

/** What a root field says of itself (`@Extensions`): `open` is for anybody, `ownSignIn` for whoever is about to finish theirs. */
type Mark = 'open' | 'ownSignIn'

/** Whether every root field of an operation has one of these marks: what signs in, or what is about one's own sign-in. */
export const createIsMarked = (schema: GraphQLSchema) => {
  const fields = {
    [OperationTypeNode.QUERY]: schema.getQueryType()?.getFields(),
    [OperationTypeNode.MUTATION]: schema.getMutationType()?.getFields(),
    [OperationTypeNode.SUBSCRIPTION]: undefined,
  }
  return ({ operation, selectionSet }: OperationDefinitionNode, marks: readonly Mark[]): boolean =>
    selectionSet.selections.every((selection) => {
      if (selection.kind !== Kind.FIELD) return false
      const extensions = fields[operation]?.[selection.name.value]?.extensions
      return marks.some((mark) => extensions?.[mark] === true)
    })
}
