import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives'
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import type { DocumentLimits } from './document-limits.js'
import { publicError } from './mask-error.js'

// Armor's rules throw by default, and a throw inside `validate` is a fault of ours instead of the caller's: report.
const reported = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) =>
      context?.reportError(publicError('DOCUMENT_TOO_LARGE', error.message.replace('Syntax Error: ', ''))),
  ],
}

/** At most `most` fields at the root of an operation, fragments counted where they are spread. */
const maxRootFieldsRule =
  (most: number): ValidationRule =>
  (context) => {
    // Each fragment is counted once: spreads that double at every step would otherwise take 2^n steps.
    const counted = new Map<string, number>()
    const countFragment = (name: string): number => {
      const known = counted.get(name)
      if (known !== undefined) return known
      counted.set(name, 0)
      const fragment = context.getFragment(name)
      const found = fragment ? count(fragment.selectionSet) : 0
      counted.set(name, found)
      return found
    }
    const count = (set: SelectionSetNode): number =>
      set.selections.reduce((sum, selection) => {
        if (selection.kind === Kind.FIELD) return sum + 1
        if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet)
        return sum + countFragment(selection.name.value)
      }, 0)
    return {
      OperationDefinition(operation) {
        const found = count(operation.selectionSet)
        if (found > most)
          context.reportError(
            publicError('DOCUMENT_TOO_LARGE', `Root fields limit of ${most} exceeded, found ${found}.`),
          )
      },
    }
  }

/** Live frames are made once for everybody, from the event alone: fields that would read the database are refused there. */
const noReadsInSubscriptionsRule: ValidationRule = (context) => {
  const reads = new Map<string, string>()
  let within = ''
  return {
    OperationDefinition(operation) {
      within = operation.operation === OperationTypeNode.SUBSCRIPTION ? 'subscription' : ''
    },
    FragmentDefinition(fragment) {
      within = `...${fragment.name.value}`
    },
    Field(field) {
      if (context.getFieldDef()?.extensions['io'] === true && within !== '') reads.set(within, field.name.value)
    },
    Document: {
      leave(document) {
        for (const operation of document.definitions) {
          if (operation.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.SUBSCRIPTION)
            continue
          const places = context
            .getRecursivelyReferencedFragments(operation)
            .map((fragment) => `...${fragment.name.value}`)
          const name = ['subscription', ...places].map((place) => reads.get(place)).find((found) => found !== undefined)
          if (name !== undefined)
            context.reportError(
              new GraphQLError(`Field "${name}" cannot be selected in a subscription: ask for it in a query.`, {
                nodes: operation,
              }),
            )
        }
      },
    },
  }
}

/** The cheap rules, run first: what passes them is small enough for the specified ones, some of which are quadratic. */
export const limitRules = (limits: DocumentLimits): readonly ValidationRule[] => [
  maxDepthRule({ n: limits.depth, flattenFragments: true, ...reported }),
  maxAliasesRule({ n: limits.aliases, allowList: [], ...reported }),
  maxDirectivesRule({ n: limits.directives, ...reported }),
  maxRootFieldsRule(limits.rootFields),
]

/** What GraphQL itself demands, and what our live streams do. */
export const meaningRules: readonly ValidationRule[] = [...specifiedRules, noReadsInSubscriptionsRule]
