import { Counter, Histogram, type Registry } from 'prom-client'
import type { Allowance } from '../transport/caller-limits.js'
import type { ErrorCode } from '../transport/error-codes.js'

/** An operation of either transport that is over. */
export interface EndedOperation {
  readonly transport: 'http' | 'websocket'
  readonly kind: string
  /** A trusted document's name, or one of few words: never what a caller wrote. */
  readonly name: string
  readonly code: ErrorCode | 'OK'
  /** Since it came; of a subscription, until it ran. */
  readonly seconds: number
}

/** What the two transports tell of their work. */
export interface EdgeMetrics {
  operation(ended: EndedOperation): void
  /** A stream that ran and had to be ended. */
  failedStream(code: ErrorCode): void
  /** An HTTP request that was answered: the pattern of its path, its status. */
  request(route: string, status: number, seconds: number): void
  /** A WebSocket upgrade that was turned away. */
  refusedUpgrade(code: ErrorCode): void
  closedSocket(code: number): void
  /** A caller who had used up what one may. */
  refusedCaller(allowance: Allowance, code: 'RATE_LIMITED' | 'TOO_MANY_REQUESTS'): void
}

/** Clients choose their close codes freely: a label must not have thousands of values. */
const known = (code: number) => (code >= 1_000 && code < 1_016) || (code >= 4_400 && code < 4_510)

/** Counts requests, operations and sockets. */
export const createEdgeMetrics = (registry: Registry): EdgeMetrics => {
  const registers = [registry]
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter<Label>({ name, help, labelNames: [...labelNames], registers })
  const requests = new Histogram({
    name: 'wba_http_request_seconds',
    help: 'HTTP requests by path and class of status: how long the answer took',
    labelNames: ['route', 'status'],
    buckets: [0.01, 0.05, 0.25, 1, 5],
    registers,
  })
  const operations = new Histogram({
    name: 'wba_operation_seconds',
    help: 'GraphQL operations: how long they took',
    labelNames: ['transport', 'kind', 'code'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const named = new Histogram({
    name: 'wba_named_operation_seconds',
    help: 'GraphQL operations by the name of the trusted document (other: a text of the caller’s own): how long they took',
    labelNames: ['operation', 'outcome'],
    buckets: [0.025, 0.1, 0.5, 2.5, 10],
    registers,
  })
  const streams = counter('wba_stream_failures_total', 'Subscriptions that ran and had to be ended', ['code'])
  const refused = counter('wba_websocket_refused_total', 'Refused upgrades', ['code'])
  const closed = counter('wba_websocket_closed_total', 'Closed WebSockets', ['code'])
  const callers = counter(
    'wba_admission_refused_total',
    'Operations refused because their caller had used up what one may, at once or in a minute',
    ['allowance', 'code'],
  )
  return {
    operation({ transport, kind, name, code, seconds }) {
      operations.observe({ transport, kind, code }, seconds)
      named.observe({ operation: name, outcome: code === 'OK' ? 'ok' : 'error' }, seconds)
    },
    failedStream: (code) => streams.inc({ code }),
    request: (route, status, seconds) => requests.observe({ route, status: `${Math.floor(status / 100)}xx` }, seconds),
    refusedUpgrade: (code) => refused.inc({ code }),
    closedSocket: (code) => closed.inc({ code: known(code) ? code : 'other' }),
    refusedCaller: (allowance, code) => callers.inc({ allowance, code }),
  }
}
