import { SLA_BUCKETS, type SlaBucket } from '../../domain/deadline.js'
import { InputError } from '../../domain/errors.js'
import { LIVE_STATES, ORDER_STATES, type OrderState } from '../../domain/order-states.js'
import type { Rights } from '../../domain/person/rights.js'
import { checkText } from '../../domain/text.js'
import { isUuid } from '../uuid.js'

/** Which orders of a list; all members must hold, an empty list matches none. */
export interface OrderFilter {
  readonly warehouseId?: string | null
  readonly states?: readonly OrderState[] | null
  readonly slaBuckets?: readonly SlaBucket[] | null
  readonly skuId?: string | null
  readonly text?: string | null
  readonly createdFrom?: Date | null
  readonly createdTo?: Date | null
}

/** A filter that can match something, ready for SQL. */
export interface PlainFilter {
  /** Null asks nothing. */
  readonly warehouseIds: readonly string[] | null
  readonly states: readonly OrderState[]
  /** Ranges of deadlines by minutes from now and policy, soonest first; null asks nothing. */
  readonly deadlines: readonly DeadlineRange[] | null
  readonly skuId: string | null
  /** A LIKE pattern. */
  readonly pattern: string | null
  readonly createdFrom: Date | null
  readonly createdTo: Date | null
}

/** An end of a range of deadlines. */
export type DeadlineEnd = 'NEVER' | 'NOW' | 'RED' | 'AMBER' | 'EVER'
/** Deadlines after one end, up to and with the other. */
export type DeadlineRange = readonly [after: DeadlineEnd, upTo: DeadlineEnd]

const rangeOf: Readonly<Record<SlaBucket, DeadlineRange>> = {
  OVERDUE: ['NEVER', 'NOW'],
  RED: ['NOW', 'RED'],
  AMBER: ['RED', 'AMBER'],
  GREEN: ['AMBER', 'EVER'],
}

/** Neighbouring buckets are one range: one walk along an index. */
const joinRanges = (buckets: readonly SlaBucket[]): readonly DeadlineRange[] => {
  const joined: DeadlineRange[] = []
  for (const bucket of SLA_BUCKETS.toReversed()) {
    if (!buckets.includes(bucket)) continue
    const range = rangeOf[bucket]
    const last = joined.at(-1)
    if (last && last[1] === range[0]) joined[joined.length - 1] = [last[0], range[1]]
    else joined.push(range)
  }
  return joined
}

const checkInstant = (name: string, instant: Date | null | undefined): Date | null => {
  if (!instant) return null
  const year = instant.getUTCFullYear()
  if (!(year >= 1 && year <= 9999)) throw new InputError('BAD_USER_INPUT', `${name} is out of range`)
  return instant
}

/** The pattern that finds the text anywhere; its own wildcards are taken literally. */
const patternOf = (text: string): string => {
  const wanted = checkText('text', text, 100).trim().toLowerCase()
  if ([...wanted].length < 3) throw new InputError('BAD_USER_INPUT', 'text must have 3 to 100 characters')
  return `%${wanted.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

/** The warehouses that are asked for, as far as the caller may see them. */
const visible = (asked: string | null | undefined, rights: Rights): readonly string[] | null => {
  if (!asked) return rights.where('READ_ORDERS')
  return isUuid(asked) && rights.may('READ_ORDERS', asked) ? [asked] : []
}

/**
 * The filter ready for SQL, of what the caller may see, or undefined when it can match nothing. Throws InputError
 * BAD_USER_INPUT.
 */
export const readFilter = (filter: OrderFilter, rights: Rights): PlainFilter | undefined => {
  const { skuId, slaBuckets } = filter
  const warehouseIds = visible(filter.warehouseId, rights)
  const pattern = typeof filter.text === 'string' ? patternOf(filter.text) : null
  const createdFrom = checkInstant('createdFrom', filter.createdFrom)
  const createdTo = checkInstant('createdTo', filter.createdTo)
  const deadlines = slaBuckets ? joinRanges(slaBuckets) : null
  // Buckets are of live orders.
  const possible = deadlines ? LIVE_STATES : ORDER_STATES
  const states = possible.filter((state) => !filter.states || filter.states.includes(state))
  if (states.length === 0 || deadlines?.length === 0 || warehouseIds?.length === 0) return undefined
  if (skuId && !isUuid(skuId)) return undefined
  return { warehouseIds, states, deadlines, skuId: skuId || null, pattern, createdFrom, createdTo }
}
