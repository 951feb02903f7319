import fastifyStatic from '@fastify/static'
import fastify from 'fastify'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../dist/web', import.meta.url))

/** Serves the built screens as the service `web` does: any path that is no file is a page, which the browser's router knows. */
export const startWebFiles = async (host: string): Promise<{ close(): Promise<void> }> => {
  const app = fastify({ forceCloseConnections: true })
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  })
  app.setNotFoundHandler((_request, reply) => reply.sendFile('index.html'))
  await app.listen({ host, port: 8080 })
  return { close: () => app.close() }
}
