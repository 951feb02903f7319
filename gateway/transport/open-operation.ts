import { type GraphQLSchema, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql'

/** Tells operations that are for anybody: every root field of theirs says so (`@Extensions({ open: true })`), as those that sign in do. */
export const createOpenOperations = (schema: GraphQLSchema) => {
  const fields = {
    [OperationTypeNode.QUERY]: schema.getQueryType()?.getFields(),
    [OperationTypeNode.MUTATION]: schema.getMutationType()?.getFields(),
    [OperationTypeNode.SUBSCRIPTION]: undefined,
  }
  const openFields = ({ operation, selectionSet }: OperationDefinitionNode) =>
    selectionSet.selections.filter(
      (selection) =>
        selection.kind === Kind.FIELD && fields[operation]?.[selection.name.value]?.extensions['open'] === true,
    )
  return {
    /** Whether anybody may run it. */
    isOpen: (operation: OperationDefinitionNode): boolean =>
      openFields(operation).length === operation.selectionSet.selections.length,
    /** Whether it ends, or may end, with a secret in the browser's cookies. */
    signsIn: (operation: OperationDefinitionNode): boolean =>
      operation.operation === OperationTypeNode.MUTATION && openFields(operation).length > 0,
  }
}
