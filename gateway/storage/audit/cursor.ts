import { z } from 'zod'
import { InputError } from '../../domain/errors.js'
import { isUuid } from '../uuid.js'

/** A place in a trail, newest first: what follows are the events below one number and the entries below another. */
export interface TrailCursor {
  readonly event: number
  readonly entry: number
}

const shape = z.tuple([z.literal('AUDIT'), z.string().refine(isUuid), z.int().min(0), z.int().min(0)])

/** The cursor as clients carry it: opaque, and good for this chain alone. */
export const writeCursor = (chain: string, { event, entry }: TrailCursor): string =>
  Buffer.from(JSON.stringify(['AUDIT', chain, event, entry])).toString('base64url')

/** The place that a cursor means. Throws InputError BAD_USER_INPUT. */
export const readCursor = (text: string, chain: string): TrailCursor => {
  const broken = () => new InputError('BAD_USER_INPUT', 'after is no cursor of this audit trail')
  if (text.length > 400 || !/^[\w-]+$/.test(text)) throw broken()
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw broken()
  }
  const parsed = shape.safeParse(json)
  if (!parsed.success || parsed.data[1] !== chain) throw broken()
  const [, , event, entry] = parsed.data
  return { event, entry }
}
