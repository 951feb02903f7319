import { v7 as uuid } from 'uuid'
import { readName } from '../../domain/name.js'
import type { TokenScope } from '../../domain/person/role.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { writeOwnDone } from '../audit/people-entries.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { moveRights } from '../person/rights-head.js'
import { hashSecret } from '../secret/secret.js'
import { inTransaction, type Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { newTokenText } from './token-text.js'

/** The longest that a token may live, days. */
export const TOKEN_DAYS = 90
/** Tokens that a person may have at a time. */
const MOST = 50

/** An access token as its owner sees it: never its text. */
export interface PublicAccessToken {
  readonly id: string
  readonly name: string
  /** The last four characters, to tell tokens apart. */
  readonly ending: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

const shown = { id: true, name: true, ending: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true }

type Told = Pick<PublicAccessToken, 'name' | 'ending' | 'scopes'>
/** What the audit trail tells of a token. */
const told = ({ name, ending, scopes }: Told) => ({ token: name, ending, scopes })

/** A person's tokens that are not over, the newest first. */
export const listAccessTokens = (
  { prisma }: Pick<StorageDeps, 'prisma'>,
  personId: string,
): Promise<readonly PublicAccessToken[]> =>
  whenAvailable(() =>
    prisma.accessToken.findMany({
      where: { personId, expiresAt: { gt: new Date() } },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      select: shown,
    }),
  )

export interface CreateAccessToken {
  readonly personId: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  /** 1 to 90. */
  readonly days: number
}

/** A new token, with the text that is in this answer and nowhere else. */
export interface NewAccessToken {
  readonly accessToken: PublicAccessToken
  readonly secret: string
}

/** Writes a token, however many the person has. */
export const insertAccessToken = async (
  tx: Tx,
  { personId, name, scopes, days }: CreateAccessToken,
): Promise<NewAccessToken> => {
  const secret = newTokenText()
  const { rows } = await tx.query<PublicAccessToken>(
    `INSERT INTO access_token (id, secret_hash, person_id, name, ending, scopes, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6::token_scope[], now(), now() + make_interval(days => $7))
     RETURNING id, name, ending, scopes::text[] AS scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`,
    [uuid(), hashSecret(secret), personId, name, secret.slice(-4), [...new Set(scopes)], days],
  )
  const [accessToken] = rows
  if (!accessToken) throw new Error('an INSERT answered nothing')
  return { accessToken, secret }
}

/** Whether a person may not have another; whoever asks for the same person meanwhile waits, so that two do not both pass. */
const hasMost = async (tx: Tx, personId: string): Promise<boolean> => {
  await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
  const { rowCount } = await tx.query('SELECT FROM access_token WHERE person_id = $1 AND expires_at > now() LIMIT $2', [
    personId,
    MOST,
  ])
  return rowCount === MOST
}

/** Makes a token; its text is in this answer and nowhere else. Refusals: INVALID_NAME, INVALID_TERM, NOTHING_TO_DO, TOO_MANY. */
export const createAccessToken = async (
  { pool }: Pick<StorageDeps, 'pool'>,
  { personId, name, scopes, days }: CreateAccessToken,
): Promise<Result<NewAccessToken>> => {
  const read = readName(name)
  if ('fault' in read) return { refusal: refusal('INVALID_NAME', read.fault) }
  if (!(Number.isInteger(days) && days >= 1 && days <= TOKEN_DAYS))
    return { refusal: refusal('INVALID_TERM', `A token lives 1 to ${TOKEN_DAYS} days.`) }
  if (scopes.length === 0) return { refusal: refusal('NOTHING_TO_DO', 'A token without a scope opens nothing.') }
  return inTransaction<Result<NewAccessToken>>(pool, async (tx) => {
    if (await hasMost(tx, personId))
      return { refusal: refusal('TOO_MANY', `A person has at most ${MOST} tokens: revoke one.`) }
    const made = await insertAccessToken(tx, { personId, name: read.name, scopes, days })
    await writeOwnDone(tx, personId, 'ACCESS_TOKEN_CREATED', told(made.accessToken))
    return made
  })
}

/** Ends a person's token, on every replica within two seconds; false when there is none of this id. */
export const revokeAccessToken = (
  { pool }: Pick<StorageDeps, 'pool'>,
  personId: string,
  id: string,
): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    if (!isUuid(id)) return false
    await moveRights(tx)
    const { rows } = await tx.query<Told>(
      'DELETE FROM access_token WHERE id = $1 AND person_id = $2 RETURNING name, ending, scopes::text[] AS scopes',
      [id, personId],
    )
    const [ended] = rows
    if (!ended) return false
    await writeOwnDone(tx, personId, 'ACCESS_TOKEN_REVOKED', told(ended))
    return true
  })
