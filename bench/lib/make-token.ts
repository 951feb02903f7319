import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Role, TokenScope } from '../../gateway/domain/person/role.js'
import { createAccessToken } from '../../gateway/storage/access-token/access-tokens.js'

/** What a token's owner is; by default an administrator. */
export interface Owner {
  readonly role: Role
  readonly warehouseId: string | null
}

/** Somebody of their own with an access token: its text. */
export const makeToken = async (
  pool: pg.Pool,
  name: string,
  scopes: readonly TokenScope[] = ['READ', 'FLOOR'],
  { role, warehouseId }: Owner = { role: 'ADMIN', warehouseId: null },
): Promise<string> => {
  const personId = randomUUID()
  await pool.query('INSERT INTO person (id, name) VALUES ($1, $2)', [personId, name])
  await pool.query('INSERT INTO role_grant (id, person_id, role, warehouse_id) VALUES ($1, $2, $3, $4)', [
    randomUUID(),
    personId,
    role,
    warehouseId,
  ])
  const made = await createAccessToken({ pool }, { personId, name, scopes, days: 1 })
  if (made.refusal) throw new Error(made.refusal.message)
  return made.secret
}

/** A gateway takes ten sockets of a token; a crowd that is measured for its memory comes twice. */
const socketsOfToken = 5

/** Access tokens for so many sockets. */
export const makeTokens = async (pool: pg.Pool, sockets: number, owner?: Owner): Promise<readonly string[]> => {
  const tokens: string[] = []
  for (let n = 0; n < Math.ceil(sockets / socketsOfToken); n += 1)
    tokens.push(await makeToken(pool, `bench ${owner?.role ?? ''} ${n}`, undefined, owner))
  return tokens
}
