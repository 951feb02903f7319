import { type DocumentNode, Kind, parse } from 'graphql'

/**
 * The document and the name of its only operation; null when the text has none, several, or is broken. GraphiQL learns what
 * an editor holds a moment after it changes: who changes the tab and executes at once would send the other tab's name.
 */
export function readOperation(
  query: string,
): { readonly documentAST: DocumentNode; readonly operationName: string | undefined } | null {
  try {
    const documentAST = parse(query)
    const [only, ...more] = documentAST.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    if (only?.kind !== Kind.OPERATION_DEFINITION || more.length > 0) return null
    return { documentAST, operationName: only.name?.value }
  } catch {
    return null
  }
}
