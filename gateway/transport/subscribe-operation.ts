import { type ExecutionArgs, GraphQLError, type GraphQLSchema, OperationTypeNode, subscribe } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import type { SchemaContext } from '../../schema/context.js'
import type { LiveHub, LiveOperation } from '../live/hub.js'
import type { LiveSocket } from '../live/live-socket.js'
import type { Admission } from './admission.js'
import { readAskedOperation } from './asked-operation.js'
import { type Caller, callerName } from './caller.js'
import type { TransportLimits } from './limits.js'
import { publicError } from './mask-error.js'
import type { WatchedOperation } from './operation-watch.js'
import { paths } from './paths.js'
import type { Persona } from './persona.js'
import type { PrepareOperation } from './prepare-operation.js'
import type { Refusals } from './refusals.js'

export interface SubscribeDeps {
  readonly schema: GraphQLSchema
  readonly prepare: PrepareOperation
  readonly admission: Pick<Admission, 'pay'>
  readonly refusals: Refusals
  readonly personaOf: (caller: Caller) => Persona
  readonly contextFor: (caller: Caller, signal?: AbortSignal) => SchemaContext
  /** How a caller sees a warehouse's stream; throws when they may not see it. */
  readonly viewOf: (caller: Caller) => LiveOperation['viewOf']
  readonly hub: Pick<LiveHub, 'attach' | 'operation'>
  readonly limits: TransportLimits
}

/** One operation that a client asks for on its socket. */
export interface SubscribeRequest {
  readonly id: string
  readonly payload: SubscribePayload
  readonly socket: LiveSocket
  readonly caller: Caller
  /** Operations of this socket, this one included. */
  readonly operations: number
  readonly watched: Pick<WatchedOperation, 'prepared'>
}

/** A running stream, as graphql-ws carries it to its `subscribe`; or what is wrong with the operation. */
export type Subscribed =
  (ExecutionArgs & { readonly contextValue: { readonly stream: AsyncIterable<unknown> } }) | readonly GraphQLError[]

/** Starts a subscription through the same pipeline as HTTP operations; faults of the client come as errors, never as a throw. */
export const createSubscribeOperation = (deps: SubscribeDeps) => {
  const { schema, prepare, admission, refusals, personaOf, contextFor, viewOf, hub, limits } = deps
  return async ({ id, payload, socket, caller, operations, watched }: SubscribeRequest): Promise<Subscribed> => {
    // The id is repeated in every frame of the stream.
    if (id.length > limits.operationIdLength)
      return [publicError('BAD_REQUEST', `An operation's id has at most ${limits.operationIdLength} characters.`)]
    if (operations > limits.operationsPerSocket)
      return [publicError('TOO_MANY_OPERATIONS', `At most ${limits.operationsPerSocket} operations on a socket.`)]
    const asked = readAskedOperation(payload)
    if ('fault' in asked) return [publicError(asked.fault.code, asked.fault.message)]
    const unseen = 'text' in asked.source ? refusals.tooMany(callerName(caller)) : undefined
    if (unseen) return [unseen]
    const persona = personaOf(caller)
    const kind = OperationTypeNode.SUBSCRIPTION
    const prepared = prepare({
      ...asked,
      persona,
      kinds: [kind],
      otherwise: `Only subscriptions run over WebSocket: send queries and mutations by POST to ${paths.graphql}.`,
    })
    if (prepared.errors) return prepared.errors
    const { document, operation, cost } = prepared
    watched.prepared({ source: asked.source, operation, persona, cost })
    const refused = admission.pay({ caller, persona, kind, ownText: 'text' in asked.source, cost })
    if (refused) return [refused]
    const { operationName, variables } = asked
    const live = hub.operation({ socket, id, document, operationName, variables, viewOf: viewOf(caller) })
    const args = {
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: { ...contextFor(caller), live },
    }
    const result = await subscribe(args)
    if (!(Symbol.asyncIterator in result)) return result.errors ?? [new GraphQLError('nothing to follow')]
    return { ...args, contextValue: { stream: result } }
  }
}
