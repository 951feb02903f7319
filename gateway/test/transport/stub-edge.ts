import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSchema } from '../../../schema/build-schema.js'
import type { SchemaContext } from '../../../schema/context.js'
import { createSilentIterator } from '../../live/silent-iterator.js'
import { createLiveSocket } from '../../live/live-socket.js'
import { liveLimits } from '../../live/limits.js'
import { callerLimits } from '../../transport/caller-limits.js'
import { documentLimits } from '../../transport/document-limits.js'
import { createEdge, type EdgeDeps } from '../../transport/edge.js'
import { createFront } from '../../transport/front.js'
import { type TransportLimits, transportLimits } from '../../transport/limits.js'
import { createLog } from '../../transport/log.js'
import { createEdgeMetrics } from '../../watching/edge-metrics.js'
import { createRegistry } from '../../watching/registry.js'
import { anna } from '../support/viewer.js'

/** What a test of the edge alone may set: ports that fail or wait, smaller limits. */
export interface StubOptions {
  readonly context?: Partial<SchemaContext>
  readonly limits?: Partial<TransportLimits>
  readonly deps?: Partial<EdgeDeps>
}

const missing = (): never => {
  throw new Error('this test gave no such port')
}

/** The transports alone, on a free port, with the real schema and no database behind it. */
export const startStubEdge = async ({ context = {}, limits = {}, deps = {} }: StubOptions = {}) => {
  const follow = () =>
    createSilentIterator(
      () => undefined,
      () => undefined,
    )
  const registry = createRegistry()
  const edge = await createEdge({
    schema: createSchema(),
    contextFor: () =>
      ({
        rules: { availableCommands: () => [], seesPrices: () => true, onBoard: (order) => order },
        orders: new Proxy({}, { get: missing }),
        boards: new Proxy({}, { get: missing }),
        warehouses: { list: async () => [], listSellerAccounts: async () => [] },
        live: { orderBoard: follow, orderEvents: follow },
        ...context,
      }) as SchemaContext,
    pace: () => undefined,
    viewOf: () => () => 'PRICED',
    findViewer: async () => anna,
    mayImport: () => true,
    rights: { add: () => () => undefined },
    hub: {
      attach: (ws) => createLiveSocket(ws, liveLimits),
      operation: () => ({ orderBoard: follow, orderEvents: follow }),
    },
    readiness: async () => [],
    isDraining: () => false,
    metrics: createEdgeMetrics(registry),
    exposition: registry,
    log: createLog('silent'),
    limits: { ...transportLimits, ...limits },
    // What a client may send is tried with texts that no manifest has.
    documentLimits: { ...documentLimits, client: { ...documentLimits.client, freeText: true } },
    callerLimits,
    trusted: new Map(),
    personaOf: () => 'analyst',
    front: createFront({ publicUrl: undefined, trustedProxies: [] }),
    webFolder: mkdtempSync(join(tmpdir(), 'wba-web-')),
    ...deps,
  })
  const url = await edge.listen({ host: '127.0.0.1', port: 0 })
  return { url, graphql: `${url}/graphql`, edge, close: () => edge.close() }
}
