import type { FastifyInstance } from 'fastify'
import { paths } from './paths.js'

/** Why this process should get no work now; empty: it should. */
export type Readiness = () => Promise<readonly string[]>

/** What Prometheus is told, as text. */
export interface Exposition {
  metrics(): Promise<string>
  readonly contentType: string
}

/** Liveness (the process answers), readiness (it can serve) and metrics. */
export const addHealthRoutes = (app: FastifyInstance, readiness: Readiness, exposition: Exposition): void => {
  app.get(paths.live, async (_request, reply) => reply.header('cache-control', 'no-store').send({ live: true }))

  app.get(paths.ready, async (_request, reply) => {
    const reasons = await readiness()
    return reply
      .code(reasons.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: reasons.length === 0, reasons })
  })

  app.get(paths.metrics, async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(exposition.contentType)
      .send(await exposition.metrics()),
  )
}
