import { type DocumentNode, execute, getOperationAST, GraphQLError, type GraphQLSchema, print } from 'graphql'
import type { WebSocket } from 'ws'
import { createBoardFollower } from './board-follower.js'
import type { BoardFilter } from './board-filter.js'
import type { BoardRead, Head, LogEvent } from './event.js'
import { createEventsFollower } from './events-follower.js'
import { canonical, type FollowArgs } from './follow-args.js'
import type { Follower } from './follower.js'
import { createGroup, type Execute, type Group, type Kind } from './group.js'
import { type LiveLimits, liveLimits } from './limits.js'
import { createLiveSocket, LiveCloseCode, type LiveSocket } from './live-socket.js'
import { createSilentIterator, type SilentIterator } from './silent-iterator.js'
import { createPacer } from './pacer.js'
import type { Stream } from './stream.js'
import { createStarts } from './starts.js'
import { createStreams, type StreamsStatus } from './streams.js'
import { positionVariables } from './position-variables.js'
import type { ReadLog } from './tailer.js'
import { type LiveWatch, unwatched } from './watch.js'

/** What a shared execution may depend on besides the operation: a small closed set, derived from roles. */
export type ViewClass = 'PRICED' | 'PLAIN' | 'WALL'

/** A subscription operation as the WebSocket edge prepared it. */
export interface LiveOperation {
  readonly socket: LiveSocket
  readonly id: string
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
  /** How the subscriber sees such a stream of a warehouse; throws when they may not see it. */
  readonly viewOf: (warehouseId: string, kind: Kind) => ViewClass
}

/** The live part of one replica: executes and serialises once per distinct subscription, writes to many sockets. */
export interface LiveHub {
  /** Takes an accepted WebSocket; once per connection. */
  attach(ws: WebSocket): LiveSocket
  /** The streams of one operation, for its context. */
  operation(operation: LiveOperation): Readonly<Record<Kind, (args: FollowArgs) => AsyncIterableIterator<never>>>
  /** Something was committed here: read the log soon. */
  kick(): void
  /** Closes every socket with 1012, in slices spread over `overMs` with jitter. */
  drain(overMs: number): Promise<void>
  status(): LiveStatus
  close(): Promise<void>
}

/** How the live part is. */
export interface LiveStatus extends StreamsStatus {
  readonly sockets: number
  readonly subscriptions: number
}

export interface HubOptions {
  readonly schema: GraphQLSchema
  /** What shared executions are given: rules alone; touching anything else throws. */
  readonly sharedContext: (view: ViewClass) => object
  readonly readLog: ReadLog
  readonly readHead: (warehouseId: string) => Promise<Head>
  readonly readBoard: (warehouseId: string) => Promise<BoardRead>
  readonly readEvents: (warehouseId: string, after: number, limit: number) => Promise<readonly LogEvent[]>
  /** An error that no retry mends (unknown warehouse, board too large), as the client may see it; else undefined. */
  readonly toClientError: (error: unknown) => GraphQLError | undefined
  /** An error of an execution as clients may see it. */
  readonly formatError: (error: GraphQLError) => object
  readonly onError: (error: unknown) => void
  readonly limits?: LiveLimits
  /** Told of its work. */
  readonly watch?: LiveWatch
}

/** Starts the live part; it reads the log until it is closed. */
export const createLiveHub = (options: HubOptions): LiveHub => {
  const { schema, sharedContext, toClientError, formatError, onError, watch = unwatched } = options
  const limits = options.limits ?? liveLimits
  const now = () => performance.now()
  const pace = createPacer(limits.sliceMs, now)
  const sockets = new Set<LiveSocket>()
  const read = new WeakMap<DocumentNode, { readonly text: string; readonly positions: ReadonlySet<string> }>()
  let subscriptions = 0
  let closing = false

  const streams = createStreams({ ...options, limits, now })
  const starts = createStarts({ ...options, limits, watch })

  const readDocument = (document: DocumentNode) => {
    const known = read.get(document)
    if (known !== undefined) return known
    const made = { text: print(document), positions: positionVariables(document) }
    read.set(document, made)
    return made
  }

  const executor =
    ({ document, operationName, variables }: LiveOperation, view: ViewClass): Execute =>
    async (rootValue) => {
      const { errors, ...result } = await execute({
        schema,
        document,
        rootValue,
        contextValue: sharedContext(view),
        variableValues: variables,
        operationName,
      })
      return errors ? { ...result, errors: errors.map(formatError) } : result
    }

  /** The group of an operation: made on first use, forgotten with its last follower. */
  const groupOf = (stream: Stream, kind: Kind, operation: LiveOperation, filter: BoardFilter): Group => {
    const { text, positions } = readDocument(operation.document)
    const ast = getOperationAST(operation.document, operation.operationName)
    const name = ast?.name?.value
    // What the operation does not declare cannot change what it answers.
    const variables = (ast?.variableDefinitions ?? [])
      .map((definition) => definition.variable.name.value)
      .filter((variable) => !positions.has(variable) && variable in operation.variables)
      .map((variable) => [variable, operation.variables[variable]])
    const view = operation.viewOf(stream.warehouseId, kind)
    const key = JSON.stringify([kind, view, name, text, variables, filter])
    const known = stream.groups.get(key)
    if (known) return known
    const { ring, head } = stream
    const group = createGroup({
      kind,
      filter,
      execute: executor(operation, view),
      ring,
      epoch: stream.epoch,
      head,
      limits,
      pace,
      now,
      serverNow: streams.serverNow,
      onError,
      watch,
    })
    stream.groups.set(key, group)
    return group
  }

  /** Waits for the database as long as the client does. */
  const patiently = async <T>(work: () => Promise<T>, wanted: () => boolean): Promise<T | undefined> => {
    while (wanted() && !closing) {
      try {
        return await work()
      } catch (error) {
        const fatal = toClientError(error)
        if (fatal) throw fatal
        onError(error)
        await new Promise((resolve) => setTimeout(resolve, limits.pollIdleMs))
      }
    }
    return undefined
  }

  const follow = (kind: Kind, operation: LiveOperation, given: FollowArgs): SilentIterator => {
    const args = canonical(given)
    const { socket, id } = operation
    let follower: Follower | undefined
    let leave = () => {}
    let wanted = true
    const fail = (error: unknown) => {
      const known = error instanceof GraphQLError ? error : toClientError(error)
      if (!known) onError(error)
      iterator.fail(known ?? new GraphQLError('the live stream failed', { extensions: { code: 'INTERNAL' } }))
    }

    const join = (stream: Stream): Group => {
      const group = groupOf(stream, kind, operation, kind === 'orderBoard' ? (args.filter ?? {}) : {})
      stream.idleSince = undefined
      leave = () => {
        follower?.stop()
        if (follower) group.followers.delete(follower)
        for (const [key, value] of stream.groups)
          if (value === group && group.followers.size === 0) stream.groups.delete(key)
        if (stream.groups.size === 0) stream.idleSince = now()
      }
      return group
    }

    const begin = async () => {
      operation.viewOf(args.warehouseId, kind)
      const stream = await patiently(
        () => streams.open(args.warehouseId),
        () => wanted,
      )
      if (!stream || !wanted) return
      const group = join(stream)
      if (kind === 'orderBoard') {
        const source = async () => {
          const found = await patiently(
            () => stream.source(group),
            () => wanted,
          )
          if (!found) throw new GraphQLError('the server is closing', { extensions: { code: 'UNAVAILABLE' } })
          return found
        }
        const board = createBoardFollower({ id, socket, group, limits, now, source, watch, fail })
        follower = board
        group.followers.add(board)
        await patiently(
          () => stream.ready(),
          () => wanted,
        )
        const start = await patiently(
          () => starts.board(stream, group, args),
          () => wanted,
        )
        if (start && wanted) board.begin(start)
        return
      }
      const page = async (after: number) => {
        const ringPage = stream.ring.after(after)?.slice(0, limits.logPage)
        if (ringPage) return ringPage
        const read = await patiently(
          () => options.readEvents(stream.warehouseId, after, limits.logPage),
          () => wanted,
        )
        if (read && read[0]?.seq !== after + 1) throw starts.resync(stream)
        return read ?? []
      }
      const cursor = args.after ?? stream.head
      const events = createEventsFollower({ id, socket, group, limits, cursor, page, fail })
      follower = events
      // At once: a group without followers is forgotten when the one before this leaves.
      group.followers.add(events)
      await patiently(
        () => starts.events(stream, args, cursor),
        () => wanted,
      )
      events.begin()
    }

    subscriptions += 1
    const iterator = createSilentIterator(
      () => void begin().catch(fail),
      () => {
        wanted = false
        subscriptions -= 1
        leave()
      },
    )
    return iterator
  }

  return {
    attach(ws) {
      const socket = createLiveSocket(ws, limits, watch)
      sockets.add(socket)
      socket.onClose(() => sockets.delete(socket))
      return socket
    },
    operation: (operation) => ({
      orderBoard: (args) => follow('orderBoard', operation, args),
      orderEvents: (args) => follow('orderEvents', operation, args),
    }),
    kick: () => streams.kick(),
    async drain(overMs) {
      const waiting = [...sockets]
      await Promise.all(
        waiting.map(async (socket) => {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * overMs))
          socket.close(LiveCloseCode.RESTART, 'server restarts')
        }),
      )
    },
    status: () => ({ ...streams.status(), sockets: sockets.size, subscriptions }),
    async close() {
      closing = true
      await streams.close()
    },
  }
}
