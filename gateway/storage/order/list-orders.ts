import { InputError } from '../../domain/errors.js'
import type { Rights } from '../../domain/person/rights.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { DEFAULT_PAGE, readSize } from '../page-size.js'
import { readRows, type ReadDeps } from '../stoppable-read.js'
import { type OrderOrder, readCursor, writeCursor } from './cursor.js'
import { type OrderFilter, readFilter } from './list-filter.js'
import { pageSql } from './list-sql.js'

/** Arguments of a Relay connection of orders. */
export interface ListOrders {
  readonly filter?: OrderFilter | null
  readonly orderBy: OrderOrder
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** A page of orders. */
export interface OrderPage {
  readonly edges: readonly { readonly cursor: string; readonly node: PublicOrder }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const emptyPage: OrderPage = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
}

interface Row {
  readonly state: PublicOrder
  readonly id: string
  readonly key: Date
  readonly now: Date
}

/**
 * A page of orders by keyset: `first` after a cursor, or `last` before one. Throws InputError BAD_USER_INPUT for a page
 * size outside 1 to 100, a broken cursor or one of another sort.
 */
export const listOrders = async (deps: ReadDeps, args: ListOrders, rights: Rights): Promise<OrderPage> => {
  const { orderBy } = args
  const first = readSize('first', args.first)
  const last = readSize('last', args.last)
  if (first !== null && last !== null) throw new InputError('BAD_USER_INPUT', 'give first or last, not both')
  const after = typeof args.after === 'string' ? readCursor('after', args.after, orderBy) : null
  const before = typeof args.before === 'string' ? readCursor('before', args.before, orderBy) : null
  const filter = readFilter(args.filter ?? {}, rights)
  if (!filter) return emptyPage

  const size = first ?? last ?? DEFAULT_PAGE
  const backwards = last !== null
  // Pages that follow one another are told by one moment, or an order that turns red in between would be on none of them.
  const now = after?.now ?? before?.now ?? null
  // One more than the page shows whether more follow.
  const { text, values } = pageSql({ filter, orderBy, after, before, backwards, limit: size + 1, now })
  const { rows } = await readRows<Row>(deps, { text, values: [...values] })
  const more = rows.length > size
  const shown = rows.slice(0, size)
  if (backwards) shown.reverse()
  const edges = shown.map(({ state, id, key, now }) => ({
    cursor: writeCursor(orderBy, { key, id, now }),
    node: state,
  }))
  return {
    edges,
    pageInfo: {
      // Beyond the far cursor there is at least the order that it names.
      hasNextPage: backwards ? before !== null : more,
      hasPreviousPage: backwards ? more : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
