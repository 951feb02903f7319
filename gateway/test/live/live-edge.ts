import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GraphQLError, parse, subscribe, validate } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { createSchema } from '../../../schema/build-schema.js'
import { createLiveHub, type LiveHub } from '../../live/hub.js'
import { type LiveLimits, liveLimits } from '../../live/limits.js'
import type { LiveSocket } from '../../live/live-socket.js'
import type { Order } from '../../../schema/order/order.type.js'
import type { MemoryLog } from './memory-log.js'

/** A hub behind a real WebSocket server and graphql-ws, over a log in memory. */
export interface LiveEdge {
  readonly url: string
  readonly hub: LiveHub
  readonly executions: number
  /** Executions that ask for `availableCommands` take until `goOn`. */
  hold(): void
  goOn(): void
  /** Every connection so far, as the hub sees it. */
  readonly sockets: readonly LiveSocket[]
  close(): Promise<void>
}

/** Starts an edge on a free port. */
export const startLiveEdge = async (log: MemoryLog, limits: Partial<LiveLimits> = {}): Promise<LiveEdge> => {
  const schema = createSchema()
  let executions = 0
  let gate: PromiseWithResolvers<readonly string[]> | undefined
  const sharedContext = {
    rules: {
      availableCommands: () => {
        executions += 1
        return gate?.promise ?? []
      },
      seesPrices: () => true,
      onBoard: (order: Order) => order,
    },
  }
  const hub = createLiveHub({
    schema,
    sharedContext: () => sharedContext,
    readLog: log.readLog,
    readHead: log.readHead,
    readBoard: log.readBoard,
    readEvents: log.readEvents,
    toClientError: (error) => (error instanceof GraphQLError ? error : undefined),
    formatError: (error) => error.toJSON(),
    onError: () => undefined,
    limits: { ...liveLimits, ...limits },
  })
  const sockets: LiveSocket[] = []
  const http = createServer()
  const wss = new WebSocketServer({ server: http, perMessageDeflate: false })
  useServer<Record<string, unknown>, { socket: WebSocket; live?: LiveSocket }>(
    {
      onConnect: (ctx) => {
        ctx.extra.live = hub.attach(ctx.extra.socket)
        sockets.push(ctx.extra.live)
        return true
      },
      onSubscribe: (ctx, id, payload) => {
        const document = parse(payload.query)
        const errors = validate(schema, document)
        if (errors.length > 0) return errors
        const socket = ctx.extra.live
        if (!socket) return [new GraphQLError('not attached')]
        const variables = payload.variables ?? {}
        const operationName = payload.operationName ?? undefined
        const live = hub.operation({ socket, id, document, operationName, variables, viewOf: () => 'PRICED' })
        return { schema, document, operationName, variableValues: variables, contextValue: { live } }
      },
      subscribe,
    },
    wss,
    0,
  )
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    hub,
    sockets,
    get executions() {
      return executions
    },
    hold() {
      gate ??= Promise.withResolvers()
    },
    goOn() {
      gate?.resolve([])
      gate = undefined
    },
    async close() {
      await hub.close()
      for (const client of wss.clients) client.terminate()
      await new Promise((resolve) => wss.close(resolve))
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
