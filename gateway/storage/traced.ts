import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('wb-assistant')

/** Shows work on the database in the trace of the operation that it is done for; what nobody traces is just done. */
export const traced = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  if (!trace.getActiveSpan()) return work()
  const options = { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'postgresql', 'db.operation.name': name } }
  return tracer.startActiveSpan(name, options, async (span) => {
    try {
      return await work()
    } catch (error) {
      // The message may hold what somebody wrote: the log has it, under the request's id.
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}
