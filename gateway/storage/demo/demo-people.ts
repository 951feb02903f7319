import { v7 as uuid } from 'uuid'
import type { Role, TokenScope } from '../../domain/person/role.js'
import { insertAccessToken } from '../access-token/access-tokens.js'
import type { StorageDeps } from '../deps.js'
import { makeApprovedPairing } from '../device/pairing.js'
import { makeSignInLink } from '../session/sign-in-links.js'
import { inTransaction, type Tx } from '../transaction.js'

type Deps = Pick<StorageDeps, 'pool'>

/** Somebody made up. */
export interface DemoPerson {
  readonly name: string
  readonly role: Role
  /** The marketplace's number of the warehouse where they work; absent: in all of the account's. */
  readonly wbWarehouseId?: string
}

/** The way to be a demo person: good for a day, as often as it is opened. */
export interface DemoLink extends DemoPerson {
  readonly secret: string
}

/** The way to make a browser a board of the demo, likewise. */
export interface DemoBoard {
  readonly deviceCode: string
}

/** How long the ways into the demo are open; the next start makes new ones. */
const OPEN_DAYS = 1
const OPEN_MINUTES = OPEN_DAYS * 24 * 60

/** The id of somebody of the demo; undefined when nobody or somebody real has this name. */
const find = async (tx: Tx, name: string): Promise<string | undefined> =>
  (await tx.query<{ id: string }>('SELECT id FROM person WHERE name = $1 AND demo', [name])).rows[0]?.id

/** Makes somebody where they are missing. */
const save = async (tx: Tx, { name, role, wbWarehouseId }: DemoPerson, sellerAccountId: string): Promise<void> => {
  await tx.query('INSERT INTO person (id, name, demo) VALUES ($1, $2, true) ON CONFLICT (name) DO NOTHING', [
    uuid(),
    name,
  ])
  const id = await find(tx, name)
  if (id === undefined) return
  // ADMIN is everywhere, so it is of no warehouse.
  await tx.query(
    `INSERT INTO role_grant (id, person_id, role, warehouse_id)
     SELECT gen_random_uuid(), $1, $2::role_name, w.id
     FROM (SELECT id FROM warehouse WHERE seller_account_id = $3 AND $2 <> 'ADMIN' AND ($4::bigint IS NULL OR wb_warehouse_id = $4)
       UNION ALL SELECT NULL WHERE $2 = 'ADMIN') w
     ON CONFLICT DO NOTHING`,
    [id, role, sellerAccountId, wbWarehouseId ?? null],
  )
}

/** Makes the demo's people where they are missing. */
export const saveDemoPeople = ({ pool }: Deps, sellerAccountId: string, people: readonly DemoPerson[]): Promise<void> =>
  inTransaction(pool, async (tx) => {
    for (const person of people) await save(tx, person, sellerAccountId)
  })

/** New links to be these people; none for a name that somebody real has. */
export const makeDemoLinks = ({ pool }: Deps, people: readonly DemoPerson[]): Promise<readonly DemoLink[]> =>
  inTransaction(pool, async (tx) => {
    const links: DemoLink[] = []
    for (const person of people) {
      const id = await find(tx, person.name)
      if (id !== undefined) links.push({ ...person, secret: await makeSignInLink(tx, id, OPEN_MINUTES) })
    }
    return links
  })

/** A new way to make a browser a board of the demo's largest warehouse; undefined when that has not been made. */
export const makeDemoBoard = ({ pool }: Deps, name: string, approver: string, wbWarehouseId: string) =>
  inTransaction(pool, async (tx): Promise<DemoBoard | undefined> => {
    const { rows } = await tx.query<{ warehouseId: string; personId: string }>(
      `SELECT w.id AS "warehouseId", p.id AS "personId" FROM warehouse w JOIN seller_account a ON a.id = w.seller_account_id AND a.demo
       JOIN person p ON p.name = $2 AND p.demo WHERE w.wb_warehouse_id = $1`,
      [wbWarehouseId, approver],
    )
    const [found] = rows
    return found && { deviceCode: await makeApprovedPairing(tx, { ...found, name, minutes: OPEN_MINUTES }) }
  })

/** New access tokens of demo people by their names. */
export const makeDemoTokens = (
  { pool }: Deps,
  names: readonly string[],
  scopes: readonly TokenScope[],
): Promise<ReadonlyMap<string, string>> =>
  inTransaction(pool, async (tx) => {
    const tokens = new Map<string, string>()
    for (const name of names) {
      const personId = await find(tx, name)
      if (personId === undefined) continue
      const { secret } = await insertAccessToken(tx, { personId, name: 'demo', scopes, days: OPEN_DAYS })
      tokens.set(name, secret)
    }
    return tokens
  })
