import type { IncomingHttpHeaders } from 'node:http'
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { OperationDefinitionNode } from 'graphql'
import type { EdgeMetrics, EndedOperation } from '../watching/edge-metrics.js'
import type { DocumentSource } from './asked-operation.js'
import { type ErrorCode, errorKind } from './error-codes.js'
import type { TransportLimits } from './limits.js'
import type { Logger } from './log.js'
import type { Persona } from './persona.js'

/** What is known of an operation once it is prepared. */
export interface KnownOperation {
  readonly source: DocumentSource
  readonly operation: OperationDefinitionNode
  readonly persona: Persona
  readonly cost: number
}

/** One operation from its arrival to its end: a number, a line of the log and a span tell of it. */
export interface WatchedOperation {
  readonly requestId: string
  prepared(known: KnownOperation): void
  /** Runs what is done for it, so that spans of the database stand below its own. */
  run<Result>(work: () => Result): Result
  end(code: ErrorCode | 'OK'): void
}

export interface OperationWatchDeps {
  readonly metrics: Pick<EdgeMetrics, 'operation'>
  readonly log: Logger
  readonly limits: Pick<TransportLimits, 'slowAfter'>
}

/** Where an operation came from. */
export interface Arrival {
  readonly transport: EndedOperation['transport']
  readonly requestId: string
  /** Headers of a proxy of ours, which may bring a trace to go on with; nobody else's are believed. */
  readonly trusted?: IncomingHttpHeaders | undefined
}

/** Callers may write names of their own, by the thousand, and into them what they like: only trusted ones are told. */
const nameOf = ({ source, operation }: KnownOperation) =>
  'hash' in source ? (operation.name?.value ?? 'unnamed') : 'other'

/** Watches each operation of either transport. */
export const createOperationWatch = ({ metrics, log, limits }: OperationWatchDeps) => {
  const tracer = trace.getTracer('wb-assistant')
  return ({ transport, requestId, trusted }: Arrival): WatchedOperation => {
    const began = performance.now()
    const parent = trusted ? propagation.extract(ROOT_CONTEXT, trusted) : ROOT_CONTEXT
    const span = tracer.startSpan('operation', { kind: SpanKind.SERVER }, parent)
    const inside = trace.setSpan(parent, span)
    let kind = 'none'
    let name = 'none'
    return {
      requestId,
      prepared(known) {
        kind = known.operation.operation
        name = nameOf(known)
        if (!span.isRecording()) return
        span.updateName(`${kind} ${name}`)
        span.setAttributes({
          'graphql.operation.type': kind,
          'graphql.operation.name': name,
          'wba.persona': known.persona,
          'wba.cost': known.cost,
        })
      },
      run: (work) => (span.isRecording() ? context.with(inside, work) : work()),
      end(code) {
        const ms = performance.now() - began
        metrics.operation({ transport, kind, name, code, seconds: ms / 1_000 })
        const failed = code !== 'OK' && errorKind(code).logged === true
        // A refusal may be held back on purpose: that is nothing slow.
        const slow = (code === 'OK' || code === 'ABANDONED') && ms >= limits.slowAfter
        const told = failed ? 'an operation failed' : slow ? 'a slow operation' : undefined
        const line = { requestId, transport, kind, operation: name, ms: Math.round(ms), code }
        if (told !== undefined) log.warn(line, told)
        else log.debug(line, 'an operation')
        if (!span.isRecording()) return
        span.setAttributes({ 'wba.transport': transport, 'wba.request_id': requestId, 'wba.code': code })
        if (code !== 'OK') span.setAttribute('error.type', code)
        // What the caller did wrong is no failure of ours.
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR, message: code })
        span.end()
      },
    }
  }
}

export type OperationWatch = ReturnType<typeof createOperationWatch>
