import type { AddressInfo } from 'node:net'
import type { GraphQLSchema } from 'graphql'
import type { SchemaContext } from '../../schema/context.js'
import type { Config } from '../config.js'
import type { LiveHub, LiveOperation } from '../live/hub.js'
import type { Pacer } from '../live/pacer.js'
import { createAdmission } from './admission.js'
import { createApollo } from './apollo.js'
import type { Caller } from './caller.js'
import type { CallerLimits } from './caller-limits.js'
import type { FindViewer } from './credential.js'
import type { Front } from './front.js'
import type { DocumentLimitsTable } from './document-limits.js'
import type { EdgeMetrics } from '../watching/edge-metrics.js'
import type { Exposition, Readiness } from './health-routes.js'
import { createHttp } from './http.js'
import type { TransportLimits } from './limits.js'
import type { Logger } from './log.js'
import { orAfter } from './or-after.js'
import { createOperationWatch } from './operation-watch.js'
import type { Persona } from './persona.js'
import { createPrepareOperation } from './prepare-operation.js'
import { createRefusals } from './refusals.js'
import type { RightsWatch } from './rights-watch.js'
import type { TrustedDocuments } from './trusted-documents.js'
import { createWebSocketEdge } from './websocket.js'

export interface EdgeDeps {
  readonly schema: GraphQLSchema
  readonly contextFor: (caller: Caller, signal?: AbortSignal) => SchemaContext
  /** Keeps what is long from holding up the rest. */
  readonly pace: Pacer
  /** How a caller sees a warehouse's stream; throws when they may not see it. */
  readonly viewOf: (caller: Caller) => LiveOperation['viewOf']
  readonly findViewer: FindViewer
  readonly front: Front
  /** Whether a caller may send what an import takes. */
  readonly mayImport: (caller: Caller) => boolean
  readonly rights: Pick<RightsWatch, 'add'>
  readonly hub: Pick<LiveHub, 'attach' | 'operation'>
  readonly readiness: Readiness
  /** Whether the server is about to stop. */
  readonly isDraining: () => boolean
  readonly metrics: EdgeMetrics
  readonly exposition: Exposition
  readonly log: Logger
  readonly limits: TransportLimits
  readonly documentLimits: DocumentLimitsTable
  readonly callerLimits: CallerLimits
  readonly trusted: TrustedDocuments
  /** Whose limits a caller has. */
  readonly personaOf: (caller: Caller) => Persona
  /** Folder of the built web client. */
  readonly webFolder: string
}

/** Both transports on one port. */
export interface Edge {
  /** Listens; answers where. Rejects with EADDRINUSE when the port is taken. */
  listen(at: Pick<Config, 'host' | 'port'>): Promise<string>
  /** Takes no new connection, request or socket; what runs goes on. */
  stopAccepting(): void
  /** Waits for what runs, then cuts what is still open. */
  close(): Promise<void>
}

/** Puts HTTP and WebSocket on one pipeline and one port. */
export const createEdge = async (deps: EdgeDeps): Promise<Edge> => {
  const { schema, limits, documentLimits, log } = deps
  const prepare = createPrepareOperation(deps)
  const now = () => performance.now()
  const admission = createAdmission({ ...deps, now })
  const refusals = createRefusals({ limits, now })
  const apollo = await createApollo({ schema, limits: documentLimits.client, logger: log, pace: deps.pace })
  const watch = createOperationWatch(deps)
  const { app, settled } = await createHttp({ ...deps, apollo, prepare, admission, refusals, watch })
  const sockets = createWebSocketEdge(app.server, { ...deps, prepare, admission, refusals, watch })
  let ending: Promise<void> | undefined

  const stopAccepting = () => {
    sockets.stopAccepting()
    // Ends when the last connection has; requests that still come on open ones are answered.
    ending ??= Promise.resolve(app.close()).then(() => undefined)
    ending.catch(() => undefined)
    return ending
  }

  return {
    async listen({ host, port }) {
      await app.listen({ host, port })
      const { port: taken } = app.server.address() as AddressInfo
      // All addresses of the machine are none to connect to.
      const at = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host)
      return `http://${at}:${taken}`
    },
    stopAccepting: () => void stopAccepting(),
    async close() {
      const closed = stopAccepting()
      await orAfter(limits.finishWithin, settled())
      await sockets.close()
      // Fastify waits for answers that are still being written; a client that does not read them is cut.
      const { late } = await orAfter(limits.cutAfter, closed)
      if (late) app.server.closeAllConnections()
      await closed
      await apollo.stop()
    },
  }
}
