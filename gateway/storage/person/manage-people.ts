import { v7 as uuid } from 'uuid'
import { readPersonName } from '../../domain/person/person-name.js'
import { readLogin } from '../../domain/person/login.js'
import { mayGrant } from '../../domain/person/rights.js'
import { type Grant, grantChanges } from '../../domain/person/role.js'
import { refusal, type Refusal, type Result } from '../../domain/refusal.js'
import { rolesIn, writePersonDone } from '../audit/people-entries.js'
import type { StorageDeps } from '../deps.js'
import { endSessionsOf } from '../session/end-session.js'
import { makeSignInLink } from '../session/sign-in-links.js'
import { inTransaction, type Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { findPerson, type PublicPerson } from './list-people.js'
import { isRefusal, type Managing, manageable } from './manageable.js'
import { moveRights } from './rights-head.js'
import { whatIsTaken } from './taken.js'

type Deps = Pick<StorageDeps, 'pool'>

/** How long an invitation or a new start after a forgotten password lives, minutes. */
export const INVITATION_MINUTES = 24 * 60

const notAllowed = refusal('NOT_ALLOWED', 'Only an administrator may do this, or a manager in their own warehouses.')

/** What is wrong with grants that somebody wants to give or take, or undefined. */
const grantFault = async (tx: Tx, by: Managing, changes: readonly Grant[]): Promise<Refusal | undefined> => {
  if (!changes.every((grant) => mayGrant(by.rights, grant))) return notAllowed
  const warehouses = changes.flatMap(({ warehouseId }) => (warehouseId === null ? [] : [warehouseId]))
  const badPlace = changes.some(({ role, warehouseId }) => (role === 'ADMIN') !== (warehouseId === null))
  if (badPlace || !warehouses.every(isUuid))
    return refusal('UNKNOWN_WAREHOUSE', 'Every role but ADMIN is of one warehouse; ADMIN names none.')
  const { rows } = await tx.query<{ known: number }>(
    'SELECT count(*)::int AS known FROM warehouse WHERE id = ANY($1::uuid[])',
    [warehouses],
  )
  return rows[0]?.known === new Set(warehouses).size
    ? undefined
    : refusal('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')
}

const insertGrants = (tx: Tx, personId: string, grants: readonly Grant[]) =>
  tx.query(
    `INSERT INTO role_grant (id, person_id, role, warehouse_id)
     SELECT g.id, $1, g.role::role_name, g.warehouse_id FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS g (id, role, warehouse_id)
     ON CONFLICT DO NOTHING`,
    [personId, grants.map(() => uuid()), grants.map(({ role }) => role), grants.map(({ warehouseId }) => warehouseId)],
  )

/** Whether somebody who can sign in is an administrator still. */
const hasAdmin = async (tx: Tx): Promise<boolean> => {
  const { rows } = await tx.query(
    `SELECT FROM role_grant g JOIN person p ON p.id = g.person_id WHERE g.role = 'ADMIN' AND p.disabled_at IS NULL LIMIT 1`,
  )
  return rows.length > 0
}

/** Undoes the transaction: there would be no administrator left. */
class LastAdmin extends Error {}

const managing = <Success extends object>(
  { pool }: Deps,
  work: (tx: Tx) => Promise<Result<Success>>,
): Promise<Result<Success>> =>
  inTransaction(pool, async (tx) => {
    await moveRights(tx)
    return work(tx)
  }).catch((error: unknown) => {
    if (error instanceof LastAdmin)
      return { refusal: refusal('LAST_ADMIN', 'Nobody would be an administrator then: make another one first.') }
    throw error
  })

const reread = async (tx: Tx, id: string): Promise<{ readonly person: PublicPerson }> => {
  const person = await findPerson(tx, id, null)
  if (!person) throw new Error('a person is never deleted')
  return { person }
}

export interface CreatePerson {
  readonly name: string
  readonly login: string | null
  readonly grants: readonly Grant[]
}

/**
 * Makes a person, with a link to sign in with for the first time. Refusals: NOT_ALLOWED, INVALID_NAME, INVALID_LOGIN,
 * NAME_TAKEN, LOGIN_TAKEN, UNKNOWN_WAREHOUSE, NOTHING_TO_DO (no role).
 */
export const createPerson = async (
  deps: Deps,
  by: Managing,
  call: CreatePerson,
): Promise<Result<{ readonly person: PublicPerson; readonly linkSecret: string }>> => {
  const name = readPersonName(call.name)
  if ('fault' in name) return { refusal: refusal('INVALID_NAME', name.fault) }
  const login = call.login === null ? { login: null } : readLogin(call.login)
  if ('fault' in login) return { refusal: refusal('INVALID_LOGIN', login.fault) }
  if (call.grants.length === 0) return { refusal: refusal('NOTHING_TO_DO', 'Give the person at least one role.') }
  return managing<{ readonly person: PublicPerson; readonly linkSecret: string }>(deps, async (tx) => {
    const fault = await grantFault(tx, by, call.grants)
    if (fault) return { refusal: fault }
    const id = uuid()
    const made = await tx.query('INSERT INTO person (id, name, login) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      id,
      name.name,
      login.login,
    ])
    if (made.rowCount !== 1) return { refusal: await whatIsTaken(tx, name.name) }
    await insertGrants(tx, id, call.grants)
    await writePersonDone(tx, by.name, {
      action: 'PERSON_CREATED',
      person: { id, name: name.name },
      grants: call.grants,
      details: (place) => ({ roles: rolesIn(call.grants, place) }),
    })
    const linkSecret = await makeSignInLink(tx, id, INVITATION_MINUTES)
    return { ...(await reread(tx, id)), linkSecret }
  })
}

/** Sets all roles of a person. Refusals: UNKNOWN_PERSON, NOT_ALLOWED, UNKNOWN_WAREHOUSE, LAST_ADMIN. */
export const setGrants = (
  deps: Deps,
  by: Managing,
  { personId, grants }: { readonly personId: string; readonly grants: readonly Grant[] },
): Promise<Result<{ readonly person: PublicPerson }>> =>
  managing<{ readonly person: PublicPerson }>(deps, async (tx) => {
    const person = await manageable(tx, by, personId)
    if (isRefusal(person)) return { refusal: person }
    const fault = await grantFault(tx, by, grantChanges(person.grants, grants))
    if (fault) return { refusal: fault }
    await tx.query('DELETE FROM role_grant WHERE person_id = $1', [personId])
    await insertGrants(tx, personId, grants)
    if (!(await hasAdmin(tx))) throw new LastAdmin()
    await writePersonDone(tx, by.name, {
      action: 'ROLES_SET',
      person,
      grants: [...person.grants, ...grants],
      details: (place) => ({ before: rolesIn(person.grants, place), after: rolesIn(grants, place) }),
    })
    return reread(tx, personId)
  })

/** Lets a person in no longer, or again; their sessions end with it. Refusals: UNKNOWN_PERSON, LAST_ADMIN. */
export const setDisabled = (
  deps: Deps,
  by: Managing,
  { personId, disabled }: { readonly personId: string; readonly disabled: boolean },
): Promise<Result<{ readonly person: PublicPerson }>> =>
  managing<{ readonly person: PublicPerson }>(deps, async (tx) => {
    const person = await manageable(tx, by, personId)
    if (isRefusal(person)) return { refusal: person }
    await tx.query('UPDATE person SET disabled_at = CASE WHEN $2 THEN coalesce(disabled_at, now()) END WHERE id = $1', [
      personId,
      disabled,
    ])
    if (disabled) {
      await tx.query(endSessionsOf, [personId, null])
      await tx.query('DELETE FROM access_token WHERE person_id = $1', [personId])
      await tx.query('DELETE FROM sign_in_link WHERE person_id = $1', [personId])
    }
    if (!(await hasAdmin(tx))) throw new LastAdmin()
    const action = disabled ? 'PERSON_DISABLED' : 'PERSON_ENABLED'
    await writePersonDone(tx, by.name, { action, person, grants: person.grants })
    return reread(tx, personId)
  })

/**
 * A new link for a person who cannot sign in: password and authenticator are forgotten, sessions and
 * tokens end. Refusals: UNKNOWN_PERSON.
 */
export const resetSignIn = (
  deps: Deps,
  by: Managing,
  { personId }: { readonly personId: string },
): Promise<Result<{ readonly person: PublicPerson; readonly linkSecret: string }>> =>
  managing<{ readonly person: PublicPerson; readonly linkSecret: string }>(deps, async (tx) => {
    const person = await manageable(tx, by, personId)
    if (isRefusal(person)) return { refusal: person }
    await tx.query('UPDATE person SET password_hash = NULL, totp_secret = NULL, totp_last_step = NULL WHERE id = $1', [
      personId,
    ])
    await tx.query(endSessionsOf, [personId, null])
    await tx.query('DELETE FROM access_token WHERE person_id = $1', [personId])
    await tx.query('DELETE FROM sign_in_link WHERE person_id = $1', [personId])
    await writePersonDone(tx, by.name, { action: 'SIGN_IN_RESET', person, grants: person.grants })
    return { ...(await reread(tx, personId)), linkSecret: await makeSignInLink(tx, personId, INVITATION_MINUTES) }
  })
