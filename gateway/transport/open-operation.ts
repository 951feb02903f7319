import { type GraphQLSchema, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql'

/** What a root field says of itself (`@Extensions`): `open` is for anybody, `ownSignIn` for whoever is about to finish theirs. */
type Mark = 'open' | 'ownSignIn'

/** Tells operations that run before everything about the caller's sign-in is done: every root field of theirs says so. */
export const createOpenOperations = (schema: GraphQLSchema) => {
  const fields = {
    [OperationTypeNode.QUERY]: schema.getQueryType()?.getFields(),
    [OperationTypeNode.MUTATION]: schema.getMutationType()?.getFields(),
    [OperationTypeNode.SUBSCRIPTION]: undefined,
  }
  const marked = ({ operation, selectionSet }: OperationDefinitionNode, marks: readonly Mark[]) =>
    selectionSet.selections.filter((selection) => {
      if (selection.kind !== Kind.FIELD) return false
      const extensions = fields[operation]?.[selection.name.value]?.extensions
      return marks.some((mark) => extensions?.[mark] === true)
    })
  const allMarked = (operation: OperationDefinitionNode, marks: readonly Mark[]): boolean =>
    marked(operation, marks).length === operation.selectionSet.selections.length
  return {
    /** Whether anybody may run it. */
    isOpen: (operation: OperationDefinitionNode): boolean => allMarked(operation, ['open']),
    /** Whether somebody may run it who must set up an authenticator first. */
    isOfSignIn: (operation: OperationDefinitionNode): boolean => allMarked(operation, ['open', 'ownSignIn']),
    /** Whether it ends, or may end, with a secret in the browser's cookies. */
    signsIn: (operation: OperationDefinitionNode): boolean =>
      operation.operation === OperationTypeNode.MUTATION && marked(operation, ['open']).length > 0,
  }
}
