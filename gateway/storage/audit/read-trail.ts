import type { AuditAction, AuditSubject, PublicAuditEntry } from '../../domain/audit.js'
import { InputError } from '../../domain/errors.js'
import { checkText } from '../../domain/text.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { DEFAULT_PAGE, readSize } from '../page-size.js'
import { warehouseOf } from './chain.js'
import { readCursor, type TrailCursor, writeCursor } from './cursor.js'
import { findChain } from './find-chain.js'
import { type TrailFilter, trailSql } from './trail-sql.js'

/** Arguments of a Relay connection of a trail, newest first. */
export interface ReadTrail {
  /** Null asks for the installation's. */
  readonly warehouseId?: string | null
  readonly filter?: TrailFilter | null
  readonly first?: number | null
  readonly after?: string | null
}

/** A page of a trail. */
export interface TrailPage {
  readonly edges: readonly { readonly cursor: string; readonly node: PublicAuditEntry }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

interface Row {
  readonly isEvent: boolean
  readonly seq: number
  readonly at: string
  readonly action: AuditAction
  readonly subject: AuditSubject
  readonly subjectId: string
  readonly details: Readonly<Record<string, unknown>>
  readonly actor: string
  readonly device: string | null
  readonly clientTime: string | null
  readonly commandId: string | null
}

const checkFilter = ({ actor, since, until }: TrailFilter) => {
  checkText('actor', actor ?? '', 200)
  for (const [name, instant] of Object.entries({ since, until })) {
    const year = instant?.getUTCFullYear() ?? 2000
    if (!(year >= 1 && year <= 9999)) throw new InputError('BAD_USER_INPUT', `${name} is out of range`)
  }
}

/**
 * Two lists, each newest first, as one: of two heads the later one goes first, of equal ones the event, which is written
 * after its command's entry. A cursor after a row holds where either list goes on, so it stays true whatever is added.
 */
const merge = (rows: readonly Row[]): readonly { readonly row: Row; readonly after: TrailCursor }[] => {
  const events = rows.filter(({ isEvent }) => isEvent)
  const entries = rows.filter(({ isEvent }) => !isEvent)
  const merged: { readonly row: Row; readonly after: TrailCursor }[] = []
  let [e, n] = [0, 0]
  for (;;) {
    const [event, entry] = [events[e], entries[n]]
    const row = event && (!entry || event.at >= entry.at) ? event : entry
    if (!row) return merged
    if (row === event) e += 1
    else n += 1
    merged.push({ row, after: { event: (events[e]?.seq ?? -1) + 1, entry: (entries[n]?.seq ?? -1) + 1 } })
  }
}

const toEntry = (chain: string, { isEvent, seq, ...row }: Row): PublicAuditEntry => ({
  ...row,
  id: `${chain}/${isEvent ? 'event' : 'entry'}/${seq}`,
  warehouseId: warehouseOf(chain),
})

/**
 * A page of a trail by keyset, newest first. Throws InputError: BAD_USER_INPUT for a page size outside 1 to 100, a broken
 * cursor or one of another trail, UNKNOWN_WAREHOUSE.
 */
export const readTrail = async ({ pool }: Pick<StorageDeps, 'pool'>, args: ReadTrail): Promise<TrailPage> => {
  const size = readSize('first', args.first) ?? DEFAULT_PAGE
  const filter = args.filter ?? {}
  checkFilter(filter)
  const chain = await findChain({ pool }, args.warehouseId)
  const after = typeof args.after === 'string' ? readCursor(args.after, chain) : null
  // One more than the page shows whether more follow.
  const { text, values } = trailSql({ chain, filter, after, limit: size + 1 })
  const { rows } = await whenAvailable(() => pool.query<Row>(text, [...values]))
  const merged = merge(rows)
  const edges = merged
    .slice(0, size)
    .map(({ row, after: place }) => ({ cursor: writeCursor(chain, place), node: toEntry(chain, row) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: merged.length > size,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
