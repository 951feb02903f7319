import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { GraphQLError } from 'graphql'
import { CloseCode, type Context, handleProtocols, makeServer } from 'graphql-ws'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Viewer } from '../domain/person/viewer.js'
import type { LiveSocket } from '../live/live-socket.js'
import { addressName, type Caller, callerName } from './caller.js'
import { TransportCloseCode } from './close-codes.js'
import type { Logger } from './log.js'
import { asGraphqlError, maskError } from './mask-error.js'
import type { EdgeMetrics } from '../watching/edge-metrics.js'
import type { OperationWatch, WatchedOperation } from './operation-watch.js'
import { orAfter } from './or-after.js'
import { createRequestScope } from './request-scope.js'
import type { RightsWatch } from './rights-watch.js'
import { createSubscribeOperation, type SubscribeDeps } from './subscribe-operation.js'
import { callerAddress } from './front.js'
import { createSocketCallerReader, type SocketCallerDeps } from './socket-caller.js'
import { createSocketCount } from './socket-count.js'
import { createTokenBucket } from './token-bucket.js'
import { guardUpgrade, refuseUpgrade } from './upgrade-guard.js'

export interface WebSocketDeps extends SubscribeDeps, SocketCallerDeps {
  readonly rights: Pick<RightsWatch, 'add'>
  readonly log: Logger
  readonly metrics: Pick<EdgeMetrics, 'refusedUpgrade' | 'closedSocket' | 'failedStream'>
  readonly watch: OperationWatch
}

/** The WebSocket edge on an HTTP server. */
export interface WebSocketEdge {
  /** Turns further upgrades away. */
  stopAccepting(): void
  /** Sends away who is still here, and cuts who does not go. */
  close(): Promise<void>
}

/** What graphql-ws keeps of a connection for us. */
interface Connection extends Record<PropertyKey, unknown> {
  readonly ws: WebSocket
  readonly socket: LiveSocket
  /** The upgrade: who it came from, with the session's cookie. */
  readonly request: IncomingMessage
  /** Sends a close frame, hears nothing more, and cuts who does not answer. */
  readonly end: (code: number, reason: string) => void
  caller: Caller | undefined
}

const textOf = (data: RawData): string =>
  Array.isArray(data)
    ? Buffer.concat(data).toString('utf8')
    : Buffer.isBuffer(data)
      ? data.toString('utf8')
      : Buffer.from(data).toString('utf8')

/** Serves `graphql-transport-ws` on the server's upgrades: subscriptions only, each through the one pipeline. */
export const createWebSocketEdge = (server: Server, deps: WebSocketDeps): WebSocketEdge => {
  const { hub, limits, log, metrics, watch, refusals, rights, front } = deps
  const subscribeOperation = createSubscribeOperation(deps)
  const readCaller = createSocketCallerReader(deps)
  const addresses = createSocketCount()
  const owners = createSocketCount()
  /** Operations that never ran, by their errors on the way to the client. */
  const refused = new WeakMap<readonly GraphQLError[], WatchedOperation>()
  let draining = false

  // 1. The upgrade: nobody foreign gets a socket, nobody gets too many.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    maxFragments: limits.fragments,
    maxBufferedChunks: limits.bufferedChunks,
    perMessageDeflate: false,
    handleProtocols,
  })
  /** Counts a socket against its address: who it is may never have been said. */
  const blame = (request: IncomingMessage) => void refusals.add(addressName(callerAddress(request, front)))
  const letIn = async (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    const address = callerAddress(request, front)
    await refusals.calm(addressName(address))
    const refusal = guardUpgrade(request, {
      draining,
      front,
      full: addresses.of(address) >= limits.socketsPerAddress,
    })
    if (refusal) {
      log.warn(
        { code: refusal.code, host: request.headers.host, origin: request.headers.origin },
        'refused a WebSocket',
      )
      metrics.refusedUpgrade(refusal.code)
      blame(request)
      refuseUpgrade(connection, refusal)
      return
    }
    sockets.handleUpgrade(request, connection, head, (ws) => {
      addresses.add(address)
      ws.once('close', () => addresses.remove(address))
      open(ws, request)
    })
  }
  const onUpgrade = (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy())
    letIn(request, connection, head).catch((error: unknown) => {
      log.error({ err: error }, 'an upgrade failed')
      connection.destroy()
    })
  }

  // 2. The protocol, as graphql-ws has it.
  const protocol = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: limits.initWithin,
    onConnect: async ({ extra, connectionParams }) => {
      const caller = await readCaller(extra.request, connectionParams ?? {}).catch((error: unknown) => {
        log.error({ err: error }, 'a credential could not be looked up')
        return { code: TransportCloseCode.TRY_AGAIN, fault: 'Try again' }
      })
      if ('fault' in caller) {
        if (caller.code !== TransportCloseCode.TRY_AGAIN) blame(extra.request)
        extra.end(caller.code, caller.fault)
        return false
      }
      // It may have gone meanwhile: then nobody would ever hear that it has.
      if (extra.ws.readyState !== extra.ws.OPEN) return false
      extra.caller = caller
      return caller.viewer === undefined || keep(extra, caller.viewer)
    },
    // 3. An operation: prepared, limited and started by our own pipeline.
    onSubscribe: async ({ extra, subscriptions }: Context<Record<string, unknown>, Connection>, id, payload) => {
      if (!extra.caller) throw new Error('a socket without a caller does not subscribe')
      const watched = watch({ transport: 'websocket', requestId: randomUUID() })
      const operations = Object.keys(subscriptions).length
      const subscribed = await subscribeOperation({
        id,
        payload,
        operations,
        socket: extra.socket,
        caller: extra.caller,
        watched,
      }).catch(
        // A throw would close the whole socket: the other operations on it did nothing wrong.
        (error: unknown) => [asGraphqlError(error)],
      )
      if (!('contextValue' in subscribed)) {
        const errors = [...subscribed]
        refused.set(errors, watched)
        await refusals.add(callerName(extra.caller))
        return errors
      }
      watched.end('OK')
      return subscribed
    },
    subscribe: (args) => (args.contextValue as { readonly stream: AsyncIterableIterator<never> }).stream,
    // 4. Errors leave masked, as over HTTP.
    onError: (_context, _id, _payload, errors) => {
      const watched = refused.get(errors)
      const scope = createRequestScope(watched?.requestId ?? randomUUID(), log, undefined)
      const masked = errors.map((error) => maskError(error, scope))
      const code = scope.firstCode() ?? 'INTERNAL'
      if (watched) watched.end(code)
      else metrics.failedStream(code)
      return masked
    },
  })

  /** Counts and watches a socket of somebody who is known; closes it when they have too many, and answers false. */
  const keep = ({ ws, request, end }: Connection, viewer: Viewer): boolean => {
    const most = [
      [`credential ${viewer.by.id}`, limits.socketsPerCredential, 'Too many sockets of this session, token or device'],
      ...(viewer.kind === 'PERSON'
        ? ([[`person ${viewer.personId}`, limits.socketsPerPerson, 'Too many sockets of this person']] as const)
        : []),
    ] as const
    for (const [key, limit, reason] of most)
      if (owners.of(key) >= limit) {
        blame(request)
        end(TransportCloseCode.TRY_AGAIN, reason)
        return false
      }
    for (const [key] of most) owners.add(key)
    const forget = rights.add({ viewer, end: (reason) => end(CloseCode.Forbidden, reason) })
    ws.once('close', () => {
      forget()
      for (const [key] of most) owners.remove(key)
    })
    return true
  }

  const open = (ws: WebSocket, request: IncomingMessage) => {
    const socket = hub.attach(ws)
    const { messagesPerSecond, messagesSavedUpFor } = limits
    const messages = createTokenBucket(messagesPerSecond * messagesSavedUpFor, messagesPerSecond, () =>
      performance.now(),
    )
    let ended = false

    // Whoever is told that it is over need not answer, and must not stay.
    const cutSoon = () => {
      const cut = setTimeout(() => ws.terminate(), limits.cutAfter)
      ws.once('close', () => clearTimeout(cut))
    }
    const end = (code: number, reason: string) => {
      if (ended) return
      ended = true
      ws.close(code, reason)
      cutSoon()
    }
    /** Ends it for what its client did. */
    const refuse = (code: number, reason: string) => {
      if (!ended) blame(request)
      end(code, reason)
    }
    const allowed = () => {
      if (ended) return false
      if (messages.take(1) === 0) return true
      refuse(TransportCloseCode.POLICY_VIOLATION, 'Too many messages')
      return false
    }

    const closed = protocol.opened(
      {
        protocol: ws.protocol,
        send: (text) =>
          new Promise((resolve, reject) => {
            if (ws.readyState !== ws.OPEN) return resolve()
            // Answers to pings are not the hub's frames: it does not see a client that asks and never reads.
            if (ws.bufferedAmount > limits.unsentBytes) {
              ws.terminate()
              return resolve()
            }
            ws.send(text, (error) => (error && ws.readyState === ws.OPEN ? reject(error) : resolve()))
          }),
        close: refuse,
        onMessage: (handle) =>
          ws.on('message', (data) => {
            if (!allowed()) return
            handle(textOf(data)).catch((error: unknown) => {
              log.error({ err: error }, 'a WebSocket message failed')
              end(TransportCloseCode.INTERNAL, 'Internal error')
            })
          }),
      },
      { ws, socket, request, end, caller: undefined },
    )
    ws.on('ping', allowed)
    ws.on('pong', allowed)
    // ws has answered a broken or too large frame by itself (1002, 1007, 1009), and would wait for half a minute.
    ws.on('error', (error) => {
      log.debug({ err: error }, 'a WebSocket broke the protocol')
      blame(request)
      cutSoon()
    })
    ws.once('close', (code, reason) => {
      metrics.closedSocket(code)
      Promise.resolve(closed(code, String(reason))).catch((error: unknown) =>
        log.error({ err: error }, 'a WebSocket did not end well'),
      )
    })
  }

  server.on('upgrade', onUpgrade)
  return {
    stopAccepting() {
      draining = true
    },
    async close() {
      draining = true
      const gone = [...sockets.clients].map(async (ws) => {
        const left = new Promise((resolve) => ws.once('close', resolve))
        if (ws.readyState === ws.OPEN) ws.close(TransportCloseCode.GOING_AWAY, 'The server stops')
        await left
      })
      await orAfter(limits.cutAfter, Promise.all(gone))
      for (const ws of sockets.clients) ws.terminate()
      server.off('upgrade', onUpgrade)
      sockets.close()
    },
  }
}
