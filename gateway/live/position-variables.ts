import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql'
import type { Kind as StreamKind } from './group.js'

/** Arguments that only say where a follower begins. */
const positions: ReadonlySet<string> = new Set(['after', 'epoch'])
const streams: ReadonlySet<string> = new Set<StreamKind>(['orderBoard', 'orderEvents'])

const isField = (node: ASTNode | readonly ASTNode[] | undefined) =>
  node !== undefined && 'kind' in node && node.kind === Kind.FIELD && streams.has(node.name.value)

/**
 * The variables that a document uses to say where a follower begins, and for nothing else: followers who differ only in
 * these share their frames. A name says nothing, a caller may call the switch of an `@include` «epoch».
 */
export const positionVariables = (document: DocumentNode): ReadonlySet<string> => {
  const found = new Set<string>()
  const others = new Set<string>()
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }, _key, parent, _path, ancestors) {
      const isPosition =
        parent !== undefined &&
        'kind' in parent &&
        parent.kind === Kind.ARGUMENT &&
        positions.has(parent.name.value) &&
        isField(ancestors.at(-2))
      ;(isPosition ? found : others).add(name.value)
    },
  })
  return new Set([...found].filter((name) => !others.has(name)))
}
