import { isManager, type TokenScope } from '../../domain/person/role.js'
import type { Viewer } from '../../domain/person/viewer.js'
import { hashSecret } from '../secret/secret.js'
import { isTokenText } from '../access-token/token-text.js'
import type { StorageDeps } from '../deps.js'
import { type PersonRow, personColumns } from '../person/person-row.js'
import { liveDevice } from '../device/device-row.js'
import { IDLE_HOURS } from './start-session.js'

export interface ViewerDeps extends Pick<StorageDeps, 'pool'> {
  /** Whether managers and administrators must have an authenticator. */
  readonly demandAuthenticator: boolean
}

interface SessionRow extends PersonRow {
  readonly id: string
  readonly device: string | null
  readonly authenticatedAt: Date
  readonly expiresAt: Date
  readonly unseen: boolean
}

interface TokenRow extends PersonRow {
  readonly id: string
  readonly scopes: readonly TokenScope[]
  readonly expiresAt: Date
  readonly unseen: boolean
}

interface BoardRow {
  readonly id: string
  readonly name: string
  readonly warehouseId: string
  readonly expiresAt: Date
  readonly unseen: boolean
}

const boardViewer = ({ id, name, warehouseId, expiresAt }: BoardRow): Viewer => ({
  kind: 'BOARD',
  name,
  warehouseId,
  by: { kind: 'DEVICE', id, expiresAt: expiresAt.getTime() },
})

// A badge and its PIN are two factors already, and open nothing that managers do. Demo people have nothing to lose.
const isHeldBack = ({ demo, totp, device, grants }: SessionRow) =>
  !demo && !totp && device === null && isManager(grants)

const sessionViewer = (row: SessionRow, { demandAuthenticator }: ViewerDeps): Viewer => {
  const { id, device, authenticatedAt, expiresAt, unseen: _unseen, ...person } = row
  return {
    kind: 'PERSON',
    ...person,
    heldBack: demandAuthenticator && isHeldBack(row),
    by: { kind: 'SESSION', id, device, authenticatedAt: authenticatedAt.getTime(), expiresAt: expiresAt.getTime() },
  }
}

const tokenViewer = ({ id, scopes, expiresAt, unseen: _unseen, ...person }: TokenRow): Viewer => ({
  kind: 'PERSON',
  ...person,
  // A token was made by somebody who had proved themselves.
  heldBack: false,
  by: { kind: 'TOKEN', id, scopes, expiresAt: expiresAt.getTime() },
})

const liveSession = `s.expires_at > now() AND s.last_seen_at > now() - interval '${IDLE_HOURS} hours' AND p.disabled_at IS NULL`
const sessions = (where: string) => `
  SELECT s.id, (SELECT d.name FROM device d WHERE d.id = s.device_id) AS device, s.authenticated_at AS "authenticatedAt", s.expires_at AS "expiresAt",
         s.last_seen_at < now() - interval '1 minute' AS unseen, ${personColumns}
  FROM session s JOIN person p ON p.id = s.person_id WHERE ${where} AND ${liveSession}`

const liveToken = 't.expires_at > now() AND p.disabled_at IS NULL'
const tokens = (where: string) => `
  SELECT t.id, t.scopes::text[] AS scopes, t.expires_at AS "expiresAt",
         t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS unseen, ${personColumns}
  FROM access_token t JOIN person p ON p.id = t.person_id WHERE ${where} AND ${liveToken}`

/** Whose session a cookie's secret opens; undefined when it is none, over or idle for too long. */
const findSessionViewer = async (deps: ViewerDeps, secret: string): Promise<Viewer | undefined> => {
  const values = [hashSecret(secret)]
  const { pool } = deps
  const { rows } = await pool.query<SessionRow>({ name: 'find-session', text: sessions('s.secret_hash = $1'), values })
  const [row] = rows
  // To the minute: it must not cost every request a write.
  if (row?.unseen) await pool.query('UPDATE session SET last_seen_at = now() WHERE id = $1', [row.id])
  return row && sessionViewer(row, deps)
}

/** Whose access token this is; undefined when it is none or over. */
const findTokenViewer = async ({ pool }: ViewerDeps, token: string): Promise<Viewer | undefined> => {
  if (!isTokenText(token)) return undefined
  const values = [hashSecret(token)]
  const { rows } = await pool.query<TokenRow>({ name: 'find-token', text: tokens('t.secret_hash = $1'), values })
  const [row] = rows
  if (row?.unseen) await pool.query('UPDATE access_token SET last_used_at = now() WHERE id = $1', [row.id])
  return row && tokenViewer(row)
}

const boards = (where: string) => `
  SELECT d.id, d.name, d.warehouse_id AS "warehouseId", d.expires_at AS "expiresAt",
         d.last_seen_at < now() - interval '1 minute' AS unseen
  FROM device d WHERE ${where} AND d.kind = 'BOARD' AND ${liveDevice}`

/** Which board a device's secret opens; undefined when it is none, removed or over. */
const findBoardViewer = async ({ pool }: ViewerDeps, secret: string): Promise<Viewer | undefined> => {
  const values = [hashSecret(secret)]
  const { rows } = await pool.query<BoardRow>({ name: 'find-board', text: boards('d.secret_hash = $1'), values })
  const [row] = rows
  if (row?.unseen) await pool.query('UPDATE device SET last_seen_at = now() WHERE id = $1', [row.id])
  return row && boardViewer(row)
}

/** What a caller says to prove who it is. */
export interface Credential {
  readonly kind: 'SESSION' | 'TOKEN' | 'DEVICE'
  readonly secret: string
}

const finders = { SESSION: findSessionViewer, TOKEN: findTokenViewer, DEVICE: findBoardViewer } as const

/** Whose the first good one of these credentials is; undefined when none is. A phone alone is nobody. */
export const findViewer = async (deps: ViewerDeps, credentials: readonly Credential[]): Promise<Viewer | undefined> => {
  for (const { kind, secret } of credentials) {
    const viewer = await finders[kind](deps, secret)
    if (viewer) return viewer
  }
  return undefined
}

/** The viewers whose sessions, tokens and devices of these ids are still good, by that id, as they are now. */
export const findViewers = async (deps: ViewerDeps, ids: readonly string[]): Promise<ReadonlyMap<string, Viewer>> => {
  const { pool } = deps
  const values = [ids]
  const [bySession, byToken, byDevice] = await Promise.all([
    pool.query<SessionRow>({ name: 'find-sessions', text: sessions('s.id = ANY($1::uuid[])'), values }),
    pool.query<TokenRow>({ name: 'find-tokens', text: tokens('t.id = ANY($1::uuid[])'), values }),
    pool.query<BoardRow>({ name: 'find-boards', text: boards('d.id = ANY($1::uuid[])'), values }),
  ])
  return new Map([
    ...bySession.rows.map((row) => [row.id, sessionViewer(row, deps)] as const),
    ...byToken.rows.map((row) => [row.id, tokenViewer(row)] as const),
    ...byDevice.rows.map((row) => [row.id, boardViewer(row)] as const),
  ])
}
