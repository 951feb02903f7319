import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { readPatiently } from '../read-patiently.js'
import { chainOf, warehouseOf } from './chain.js'

/** A seal that is known from elsewhere, an earlier verification for one. */
export interface KnownSeal {
  readonly chain: string
  readonly no: number
  /** Hexadecimal. */
  readonly hash: string
}

/** What does not fit: the seal itself or its place in the chain, what it covers, or what is known of it. */
export type SealFault = 'MISSING' | 'SEAL' | 'EVENTS' | 'ENTRIES' | 'KNOWN'

/** What the verification of one chain found. */
export interface ChainReport {
  readonly chain: string
  /** Null for the installation's. */
  readonly warehouseId: string | null
  /** Its newest seal; undefined when there is none yet. */
  readonly head: KnownSeal | undefined
  /** Events and entries that no seal covers yet. */
  readonly unsealed: number
  /**
   * Retention has taken events up to a number: their seals are linked, but there is nothing to compare them with. `sealedAt`
   * is when the last of them was sealed: much later than retention's days ago, it was not retention that took them.
   */
  readonly forgotten: { readonly upTo: number; readonly sealedAt: string | null } | undefined
  /** The first seal that does not fit, and when it was made; those after it are not looked at. */
  readonly fault: { readonly is: SealFault; readonly no: number; readonly at: string | null } | undefined
}

interface Chain {
  readonly chain: string
  readonly seals: number
  readonly hash: string | null
  readonly unsealed: number
  readonly forgottenTo: number
  readonly forgottenAt: string | null
}

// A chain that has lost its warehouse, or its head, is still a chain.
const chainsSql = `
  SELECT c.chain, coalesce(s.no, 0)::float8 AS seals, encode(s.hash, 'hex') AS hash, coalesce(h.min_seq, 0)::float8 AS "forgottenTo",
    (SELECT iso(f.at) FROM audit_seal f WHERE f.chain = c.chain AND f.last_event >= h.min_seq ORDER BY f.no LIMIT 1) AS "forgottenAt",
    (greatest(coalesce(h.seq, 0) - coalesce(s.last_event, 0), 0)
     + (SELECT count(*) FROM audit_entry e WHERE e.chain = c.chain AND e.seq > coalesce(s.last_entry, 0)))::float8 AS unsealed
  FROM (SELECT warehouse_id AS chain FROM stream_head UNION SELECT chain FROM audit_seal UNION SELECT $1::uuid) c
  LEFT JOIN stream_head h ON h.warehouse_id = c.chain
  LEFT JOIN LATERAL (SELECT * FROM audit_seal s WHERE s.chain = c.chain ORDER BY s.no DESC LIMIT 1) s ON true
  ORDER BY c.chain`

interface Check {
  readonly at: string
  readonly hash: string
  readonly seal: boolean
  readonly events: boolean
  readonly entries: boolean
}

// Numbers are dense, so a seal covers as many rows as its numbers say. Where retention has begun to take them, the hash that
// was made of them is taken as it stands in the seal, which its own hash and the next seal protect.
const checkSql = `
  SELECT iso(s.at) AS at, encode(s.hash, 'hex') AS hash,
    s.hash = sha256(convert_to(audit_line(s) || E'\\n', 'UTF8')) AND s.previous = coalesce(p.hash, decode(repeat('00', 32), 'hex'))
      AND s.last_event >= b.event AND s.last_entry >= b.entry AS seal,
    b.event < least(s.last_event, coalesce(h.min_seq, 0)) OR (e.hash = s.events_hash AND e.found = s.last_event - b.event) AS events,
    n.hash = s.entries_hash AND n.found = s.last_entry - b.entry AS entries
  FROM audit_seal s
  LEFT JOIN audit_seal p ON p.chain = s.chain AND p.no = s.no - 1
  LEFT JOIN stream_head h ON h.warehouse_id = s.chain
  CROSS JOIN LATERAL (SELECT coalesce(p.last_event, 0) AS event, coalesce(p.last_entry, 0) AS entry) b
  CROSS JOIN LATERAL audit_events_hash(s.chain, b.event, s.last_event) e
  CROSS JOIN LATERAL audit_entries_hash(s.chain, b.entry, s.last_entry) n
  WHERE s.chain = $1 AND s.no = $2`

const faultOf = (check: Check, known: string | undefined): SealFault | undefined => {
  if (!check.seal) return 'SEAL'
  if (!check.events) return 'EVENTS'
  if (!check.entries) return 'ENTRIES'
  return known === undefined || known === check.hash ? undefined : 'KNOWN'
}

const findFault = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  { chain, seals }: Chain,
  known: ReadonlyMap<number, string>,
): Promise<ChainReport['fault']> => {
  const last = Math.max(seals, ...known.keys())
  for (let no = 1; no <= last; no += 1) {
    const { rows } = await readPatiently<Check>({ pool }, { name: 'check-seal', text: checkSql, values: [chain, no] })
    const [check] = rows
    if (!check) return { is: 'MISSING', no, at: null }
    const is = faultOf(check, known.get(no))
    if (is) return { is, no, at: check.at }
  }
  return undefined
}

/**
 * Recomputes every chain from its first seal on and yields what it found, one chain after the other. `known` are seals that
 * were seen before: without them, a chain whose end was cut off together with what it covered looks like a shorter one.
 * Throws UnavailableError.
 */
export async function* verifyChains(
  deps: Pick<StorageDeps, 'pool'>,
  known: readonly KnownSeal[] = [],
): AsyncGenerator<ChainReport> {
  const { rows } = await whenAvailable(() => deps.pool.query<Chain>(chainsSql, [chainOf(null)]))
  const there = new Set(rows.map(({ chain }) => chain))
  const gone = [...new Set(known.map(({ chain }) => chain))].filter((chain) => !there.has(chain))
  const lost = gone.map((chain): Chain => ({
    ...{ chain, seals: 0, hash: null, unsealed: 0 },
    ...{ forgottenTo: 0, forgottenAt: null },
  }))
  for (const row of [...rows, ...lost]) {
    const { chain, seals: no, hash, unsealed, forgottenTo, forgottenAt } = row
    const expected = new Map(known.filter((seal) => seal.chain === chain).map((seal) => [seal.no, seal.hash]))
    yield {
      chain,
      warehouseId: warehouseOf(chain),
      head: hash === null ? undefined : { chain, no, hash },
      unsealed,
      forgotten: forgottenTo > 0 ? { upTo: forgottenTo, sealedAt: forgottenAt } : undefined,
      fault: await findFault(deps, row, expected),
    }
  }
}
