import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ErrorCode } from './error-codes.js'

/** What the metrics read when they are asked for. */
export interface Gauges {
  live(): { readonly asOf: Date | undefined; readonly sockets: number; readonly subscriptions: number }
  pool(): { readonly total: number; readonly idle: number; readonly waiting: number }
}

/** Numbers of the process, for Prometheus. */
export interface Metrics {
  /** Counts a finished operation of either transport; seconds since it came. */
  operation(transport: 'http' | 'websocket', kind: string, code: ErrorCode | 'OK', seconds: number): void
  /** Counts a WebSocket upgrade that was turned away. */
  refusedUpgrade(code: ErrorCode): void
  /** Counts a closed WebSocket. */
  closedSocket(code: number): void
  /** The text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

const readGauge = (registry: Registry, name: string, help: string, read: () => number) =>
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read())
    },
  })

/** Makes a registry of its own: two servers in one process never share numbers. */
export const createMetrics = ({ live, pool }: Gauges): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const operations = new Histogram({
    name: 'wba_operation_seconds',
    help: 'GraphQL operations: how long they took',
    labelNames: ['transport', 'kind', 'code'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const refused = new Counter({
    name: 'wba_websocket_refused_total',
    help: 'Refused upgrades',
    labelNames: ['code'],
    registers,
  })
  const closed = new Counter({
    name: 'wba_websocket_closed_total',
    help: 'Closed WebSockets',
    labelNames: ['code'],
    registers,
  })
  readGauge(registry, 'wba_sockets', 'Open WebSockets', () => live().sockets)
  readGauge(registry, 'wba_subscriptions', 'Running subscriptions', () => live().subscriptions)
  readGauge(registry, 'wba_live_age_seconds', 'Since the log’s head was last read; -1: never or not needed', () => {
    const { asOf } = live()
    return asOf ? (Date.now() - asOf.getTime()) / 1_000 : -1
  })
  readGauge(registry, 'wba_pool_connections', 'Connections to the database', () => pool().total)
  readGauge(registry, 'wba_pool_idle', 'Idle connections to the database', () => pool().idle)
  readGauge(registry, 'wba_pool_waiting', 'Work that waits for a connection', () => pool().waiting)

  return {
    operation: (transport, kind, code, seconds) => operations.observe({ transport, kind, code }, seconds),
    refusedUpgrade: (code) => refused.inc({ code }),
    // Clients choose their close codes freely: a label must not have thousands of values.
    closedSocket: (code) =>
      closed.inc({ code: (code >= 1_000 && code < 1_016) || (code >= 4_400 && code < 4_510) ? code : 'other' }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
