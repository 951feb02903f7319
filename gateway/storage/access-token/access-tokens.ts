import { v7 as uuid } from 'uuid'
import { readName } from '../../domain/name.js'
import type { TokenScope } from '../../domain/person/role.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { moveRights } from '../person/rights-head.js'
import { hashSecret } from '../secret/secret.js'
import { inTransaction } from '../transaction.js'
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

/** Makes a token; its text is in this answer and nowhere else. Refusals: INVALID_NAME, INVALID_TERM, NOTHING_TO_DO, TOO_MANY. */
export const createAccessToken = async (
  { prisma }: Pick<StorageDeps, 'prisma'>,
  { personId, name, scopes, days }: CreateAccessToken,
): Promise<Result<{ readonly accessToken: PublicAccessToken; readonly secret: string }>> => {
  const read = readName(name)
  if ('fault' in read) return { refusal: refusal('INVALID_NAME', read.fault) }
  if (!(Number.isInteger(days) && days >= 1 && days <= TOKEN_DAYS))
    return { refusal: refusal('INVALID_TERM', `A token lives 1 to ${TOKEN_DAYS} days.`) }
  if (scopes.length === 0) return { refusal: refusal('NOTHING_TO_DO', 'A token without a scope opens nothing.') }
  if ((await listAccessTokens({ prisma }, personId)).length >= MOST)
    return { refusal: refusal('TOO_MANY', `A person has at most ${MOST} tokens: revoke one.`) }
  const secret = newTokenText()
  const createdAt = new Date()
  const accessToken = await whenAvailable(() =>
    prisma.accessToken.create({
      data: {
        id: uuid(),
        secretHash: new Uint8Array(hashSecret(secret)),
        personId,
        name: read.name,
        ending: secret.slice(-4),
        scopes: [...new Set(scopes)],
        createdAt,
        expiresAt: new Date(createdAt.getTime() + days * 86_400_000),
      },
      select: shown,
    }),
  )
  return { accessToken, secret }
}

/** Ends a person's token, on every replica within two seconds; false when there is none of this id. */
export const revokeAccessToken = (
  { pool }: Pick<StorageDeps, 'pool'>,
  personId: string,
  id: string,
): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    await moveRights(tx)
    const ended = await tx.query('DELETE FROM access_token WHERE id = $1 AND person_id = $2', [id, personId])
    return ended.rowCount === 1
  })
