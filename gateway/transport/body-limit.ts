import { Transform } from 'node:stream'
import type { FastifyReply, FastifyRequest, preParsingAsyncHookHandler } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Caller } from './caller.js'
import { replyWithRequestErrors, scopeOf } from './error-reply.js'
import type { TransportLimits } from './limits.js'

/** The body is larger than its sender may send. */
export class BodyTooLarge extends Error {
  readonly statusCode = 413

  constructor(most: number) {
    super(
      `The body is too large: ${most / 1024} KiB at most. Send less at once. / Слишком большой запрос: не больше ${most / 1024} КиБ.`,
    )
    this.name = 'BodyTooLarge'
  }
}

export interface BodyLimitDeps {
  readonly limits: Pick<TransportLimits, 'bodyBytes' | 'importBytes'>
  readonly callerOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Caller | GraphQLError>
  readonly mayImport: (caller: Caller) => boolean
}

const cutAt = (most: number) => {
  let passed = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length
      if (passed > most) done(new BodyTooLarge(most))
      else done(null, chunk)
    },
  })
}

/**
 * Bounds a body by who sends it, before it is read. Who it is is only looked up for what is not small by its own word: a
 * longer body, or one in chunks, which says no length.
 */
export const createBodyLimit =
  ({ limits, callerOf, mayImport }: BodyLimitDeps): preParsingAsyncHookHandler =>
  async (request, reply, payload) => {
    const length = Number(request.headers['content-length'] ?? Number.NaN)
    if (length <= limits.bodyBytes) return payload
    const caller = await callerOf(request, reply)
    if (caller instanceof GraphQLError) {
      await replyWithRequestErrors(request, reply.header('connection', 'close'), [caller], scopeOf(request))
      return payload
    }
    const most = mayImport(caller) ? limits.importBytes : limits.bodyBytes
    if (length > most) throw new BodyTooLarge(most)
    return Number.isNaN(length) ? payload.pipe(cutAt(most)) : payload
  }
