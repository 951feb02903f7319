import type { Grant } from '../../domain/person/role.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { grantsOf } from './person-row.js'

/** A person as managers see them. */
export interface PublicPerson {
  readonly id: string
  readonly name: string
  readonly login: string | null
  readonly demo: boolean
  /** Whether an authenticator is set up. */
  readonly totp: boolean
  /** Those that the caller may know of. */
  readonly grants: readonly Grant[]
  /** Whether there are others. */
  readonly hasRolesElsewhere: boolean
  readonly disabledAt: Date | null
  readonly createdAt: Date
  /** When a request of theirs was last served. */
  readonly lastSeenAt: Date | null
  readonly hasPassword: boolean
}

const collator = new Intl.Collator('ru')

// $1: the warehouses whose people one may know of; null is all of them. A role in another one is not told.
const known = '($1::uuid[] IS NULL OR g.warehouse_id = ANY($1))'
const told = `(${known} OR g.warehouse_id IS NULL)`
const text = `
  SELECT p.id, p.name, p.login, p.demo, p.totp_secret IS NOT NULL AS totp, p.disabled_at AS "disabledAt", p.created_at AS "createdAt",
    p.password_hash IS NOT NULL AS "hasPassword",
    (SELECT max(s.last_seen_at) FROM session s WHERE s.person_id = p.id) AS "lastSeenAt", ${grantsOf(told)},
    EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id AND NOT ${told}) AS "hasRolesElsewhere"
  FROM person p
  WHERE ($1::uuid[] IS NULL OR EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id AND ${known}))`

/** The people who have a role in one of the warehouses, or all of them (null), by name. */
export const listPeople = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  warehouseIds: readonly string[] | null,
): Promise<readonly PublicPerson[]> => {
  const { rows } = await whenAvailable(() =>
    pool.query<PublicPerson>({ name: 'list-people', text, values: [warehouseIds] }),
  )
  return rows.toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

/** One of those people; undefined when none of them has this id. */
export const findPerson = async (
  db: Pick<StorageDeps['pool'], 'query'>,
  id: string,
  warehouseIds: readonly string[] | null,
): Promise<PublicPerson | undefined> => {
  const { rows } = await db.query<PublicPerson>(`${text} AND p.id = $2`, [warehouseIds, id])
  return rows[0]
}
