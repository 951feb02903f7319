import type { Grant } from '../../domain/person/role.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { grantsColumn } from './person-row.js'

/** A person as managers see them. */
export interface PublicPerson {
  readonly id: string
  readonly name: string
  readonly login: string | null
  readonly demo: boolean
  /** Whether an authenticator is set up. */
  readonly totp: boolean
  readonly grants: readonly Grant[]
  readonly disabledAt: Date | null
  readonly createdAt: Date
  /** When a request of theirs was last served. */
  readonly lastSeenAt: Date | null
  readonly hasPassword: boolean
}

const publicColumns = `
  p.id, p.name, p.login, p.demo, p.totp_secret IS NOT NULL AS totp, p.disabled_at AS "disabledAt", p.created_at AS "createdAt",
  p.password_hash IS NOT NULL AS "hasPassword",
  (SELECT max(s.last_seen_at) FROM session s WHERE s.person_id = p.id) AS "lastSeenAt", ${grantsColumn}`

const collator = new Intl.Collator('ru')

/**
 * The people who have a role in one of the warehouses, or all of them (null), by name.
 */
export const listPeople = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  warehouseIds: readonly string[] | null,
): Promise<readonly PublicPerson[]> => {
  const { rows } = await whenAvailable(() =>
    pool.query<PublicPerson>({
      name: 'list-people',
      text: `SELECT ${publicColumns} FROM person p
             WHERE $1::uuid[] IS NULL OR EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id AND g.warehouse_id = ANY($1))`,
      values: [warehouseIds],
    }),
  )
  return rows.toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

/** One person; undefined when there is none of this id. */
export const findPerson = async (
  db: Pick<StorageDeps['pool'], 'query'>,
  id: string,
): Promise<PublicPerson | undefined> => {
  const { rows } = await db.query<PublicPerson>(`SELECT ${publicColumns} FROM person p WHERE p.id = $1`, [id])
  return rows[0]
}
