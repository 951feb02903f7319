import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, RouteHandlerMethod } from 'fastify'
import { replyWithError } from './error-reply.js'
import { prefersHtml } from './media-type.js'
import { pageFiles, paths } from './paths.js'
import { helmetFor } from './security-headers.js'

const immutable = 'public, max-age=31536000, immutable'
const revalidate = 'no-cache'

/** A small page that needs nothing. */
export const smallPage = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p><p><a href="/">WB Assistant</a></p></html>`

/** What a path says behind which there is nothing. */
export const notFoundPage = ['Not found', 'There is no such page. / Такой страницы нет.'] as const

/** Answers a browser with a small page. */
export const sendSmallPage = (reply: FastifyReply, status: number, title: string, text: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(smallPage(title, text))

/** The web client's files, its pages, Sandbox (GET of the GraphQL path) and GraphiQL. */
export const addPageRoutes = async (
  app: FastifyInstance,
  webFolder: string,
  publicUrl: URL | undefined,
): Promise<void> => {
  await app.register(fastifyStatic, {
    root: webFolder,
    // The folder may be built after the start (`npm run dev`); pages below say when it is not.
    suppressWarning: true,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.header('cache-control', path.includes(paths.assets) ? immutable : revalidate),
  })

  const send =
    (file: string): RouteHandlerMethod =>
    (_request, reply) =>
      existsSync(join(webFolder, file))
        ? reply.sendFile(file)
        : sendSmallPage(
            reply,
            503,
            'Not built',
            'The pages are not built yet: <code>npm run build</code>. / Страницы ещё не собраны.',
          )

  for (const path of paths.app) app.get(path, send(pageFiles.app))
  app.get(paths.work, { helmet: helmetFor('work', publicUrl) }, send(pageFiles.work))
  app.get(paths.graphiql, { helmet: helmetFor('graphiql', publicUrl) }, send(pageFiles.graphiql))
  const sandbox = send(pageFiles.sandbox)
  app.get(paths.graphql, { helmet: helmetFor('sandbox', publicUrl) }, function (request, reply) {
    if (prefersHtml(request.headers.accept)) return sandbox.call(this, request, reply)
    return replyWithError(
      request,
      reply.header('allow', 'POST'),
      'METHOD_NOT_ALLOWED',
      'GET executes nothing: send a POST.',
    )
  })
}
