import { setTimeout as delay } from 'node:timers/promises'
import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api'

/** Which operations are traced, as OpenTelemetry's variables name it. */
export interface Sampling {
  /** `OTEL_TRACES_SAMPLER`; those that ask the parent go on with the trace of a trusted proxy. */
  readonly sampler:
    | 'always_on'
    | 'always_off'
    | 'traceidratio'
    | 'parentbased_always_on'
    | 'parentbased_always_off'
    | 'parentbased_traceidratio'
  /** `OTEL_TRACES_SAMPLER_ARG`: the share of the two `…traceidratio`. */
  readonly ratio: number
}

export interface Tracing {
  /** Sends what was not sent yet, for a moment. */
  stop(): Promise<void>
}

/** A receiver that is away must not hold up a stop. */
const stopWithinMs = 3_000

/**
 * Traces this process from now on, for the receiver that `OTEL_EXPORTER_OTLP_…` names: the exporter reads those by
 * itself. Nothing of it is loaded before, so that whoever does not trace pays nothing.
 */
export const startTracing = async (
  { sampler, ratio }: Sampling,
  onError: (message: string) => void,
): Promise<Tracing> => {
  const [sdk, { AsyncLocalStorageContextManager }, resources, { W3CTraceContextPropagator }, { OTLPTraceExporter }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/core'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ])
  const root = sampler.endsWith('ratio')
    ? new sdk.TraceIdRatioBasedSampler(ratio)
    : sampler.endsWith('on')
      ? new sdk.AlwaysOnSampler()
      : new sdk.AlwaysOffSampler()
  const named = resources.detectResources({ detectors: [resources.envDetector] })
  const provider = new sdk.TracerProvider({
    sampler: sampler.startsWith('parentbased') ? new sdk.ParentBasedSampler({ root }) : root,
    resource: resources
      .defaultResource()
      .merge(resources.resourceFromAttributes({ 'service.name': 'wb-assistant' }))
      .merge(named),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  const silent = () => undefined
  const logger = { error: onError, warn: onError, info: silent, debug: silent, verbose: silent }
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(provider)
  return {
    async stop() {
      const late = new AbortController()
      await Promise.race([
        provider.shutdown().catch(silent),
        delay(stopWithinMs, undefined, { signal: late.signal }).catch(silent),
      ])
      late.abort()
    },
  }
}
