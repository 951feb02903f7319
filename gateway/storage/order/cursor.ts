import { z } from 'zod'
import { InputError } from '../../domain/errors.js'
import { decodeCursor, encodeCursor } from '../cursor.js'
import { isUuid } from '../uuid.js'

/** Stable sorts of a list of orders; equal keys stand by id. */
export const ORDER_ORDERS = [
  'DEADLINE_ASC',
  'DEADLINE_DESC',
  'CREATED_ASC',
  'CREATED_DESC',
  'CHANGED_ASC',
  'CHANGED_DESC',
] as const
export type OrderOrder = (typeof ORDER_ORDERS)[number]

/** A place in a sorted list, and the moment by which its SLA buckets are told (a page later it is still that). */
export interface Cursor {
  readonly key: Date
  readonly id: string
  readonly now: Date
}

const MAX_MS = 8_640_000_000_000_000
const instant = z
  .int()
  .min(-MAX_MS)
  .max(MAX_MS)
  .transform((ms) => new Date(ms))
const shape = z.tuple([z.enum(ORDER_ORDERS), instant, z.string().refine(isUuid), instant])

/** The cursor as clients carry it: opaque, and good for this sort alone. */
export const writeCursor = (orderBy: OrderOrder, { key, id, now }: Cursor): string =>
  encodeCursor([orderBy, key.getTime(), id, now.getTime()])

/** The place that a cursor means. Throws InputError BAD_USER_INPUT. */
export const readCursor = (name: string, text: string, orderBy: OrderOrder): Cursor => {
  const broken = (why: string) => new InputError('BAD_USER_INPUT', `${name} is no cursor of this list: ${why}`)
  const place = decodeCursor(text, shape)
  if (!place) throw broken('it is spoilt')
  const [sort, key, id, now] = place
  if (sort !== orderBy) throw broken(`it belongs to orderBy: ${sort}`)
  return { key, id, now }
}
