import { v7 as uuid } from 'uuid'
import type { Role } from '../../domain/person/role.js'
import type { StorageDeps } from '../deps.js'
import { makeSignInLink } from '../session/sign-in-links.js'
import { inTransaction, type Tx } from '../transaction.js'

/** Somebody made up, ready to be signed in as. */
export interface DemoPerson {
  readonly name: string
  readonly role: Role
}

/** The way to be a demo person: good for a day, as often as it is opened. */
export interface DemoLink extends DemoPerson {
  readonly secret: string
}

const LINK_MINUTES = 24 * 60

/** Their id; undefined when somebody real has this name. */
const save = async (tx: Tx, { name, role }: DemoPerson, sellerAccountId: string): Promise<string | undefined> => {
  await tx.query('INSERT INTO person (id, name, demo) VALUES ($1, $2, true) ON CONFLICT (name) DO NOTHING', [
    uuid(),
    name,
  ])
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM person WHERE name = $1 AND demo', [name])
  const id = rows[0]?.id
  if (id === undefined) return undefined
  // ADMIN is everywhere, so it is of no warehouse.
  await tx.query(
    `INSERT INTO role_grant (id, person_id, role, warehouse_id)
     SELECT gen_random_uuid(), $1, $2::role_name, w.id
     FROM (SELECT id FROM warehouse WHERE seller_account_id = $3 AND $2 <> 'ADMIN' UNION ALL SELECT NULL WHERE $2 = 'ADMIN') w
     ON CONFLICT DO NOTHING`,
    [id, role, sellerAccountId],
  )
  return id
}

/** Makes the demo's people where they are missing, with roles in all warehouses of its account, and new links to be them. */
export const saveDemoPeople = (
  { pool }: Pick<StorageDeps, 'pool'>,
  sellerAccountId: string,
  people: readonly DemoPerson[],
): Promise<readonly DemoLink[]> =>
  inTransaction(pool, async (tx) => {
    await tx.query('DELETE FROM sign_in_link WHERE expires_at < now()')
    const links: DemoLink[] = []
    for (const person of people) {
      const id = await save(tx, person, sellerAccountId)
      if (id !== undefined) links.push({ ...person, secret: await makeSignInLink(tx, id, LINK_MINUTES) })
    }
    return links
  })
