import { z } from 'zod'
import { InputError } from '../../domain/errors.js'
import { decodeCursor, encodeCursor } from '../cursor.js'
import { isUuid } from '../uuid.js'

/** A place in a trail, newest first: what follows are the events below one number and the entries below another. */
export interface TrailCursor {
  readonly event: number
  readonly entry: number
}

const shape = z.tuple([z.literal('AUDIT'), z.string().refine(isUuid), z.int().min(0), z.int().min(0)])

/** The cursor as clients carry it: opaque, and good for this chain alone. */
export const writeCursor = (chain: string, { event, entry }: TrailCursor): string =>
  encodeCursor(['AUDIT', chain, event, entry])

/** The place that a cursor means. Throws InputError BAD_USER_INPUT. */
export const readCursor = (text: string, chain: string): TrailCursor => {
  const place = decodeCursor(text, shape)
  if (!place || place[1] !== chain) throw new InputError('BAD_USER_INPUT', 'after is no cursor of this audit trail')
  const [, , event, entry] = place
  return { event, entry }
}
