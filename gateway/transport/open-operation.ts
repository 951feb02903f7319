import { type GraphQLSchema, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql'

/** Whether an operation is for anybody: every root field of it says so (`@Extensions({ open: true })`), as those that sign in do. */
export const createIsOpen = (schema: GraphQLSchema) => {
  const fields = {
    [OperationTypeNode.QUERY]: schema.getQueryType()?.getFields(),
    [OperationTypeNode.MUTATION]: schema.getMutationType()?.getFields(),
    [OperationTypeNode.SUBSCRIPTION]: undefined,
  }
  return ({ operation, selectionSet }: OperationDefinitionNode): boolean =>
    selectionSet.selections.every(
      (selection) =>
        selection.kind === Kind.FIELD && fields[operation]?.[selection.name.value]?.extensions['open'] === true,
    )
}
