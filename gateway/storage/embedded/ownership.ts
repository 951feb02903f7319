import pg from 'pg'
import { errorCode } from './errors.js'
import type { Folder } from './folder.js'
import { readPassword } from './folder.js'

// Two-key advisory locks are apart from the one-key ones, so Prisma's migration lock cannot meet this one.
const OWNER_LOCK = [0x776261, 1] as const
const CONNECT_MS = 5_000
// Not yet or no more: refused, reset, timed out, starting up, shutting down, too many connections.
const TRANSIENT = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300'])

/** The right to be the one gateway of a cluster: lives exactly as long as one connection. */
export type Ownership = {
  /** Resolves when the connection is gone: the server died, or somebody ended the session. */
  readonly lost: Promise<void>
  readonly release: () => Promise<void>
}

/** What a claim came to: owned, held by a living session, or nobody there to ask just now. */
export type Claim = Ownership | 'HELD' | 'NOT_READY'

/** The address of a database of the embedded server; no TLS on the loopback, whatever PGSSLMODE says. */
export function embeddedUrl(folder: Folder, port: number, database = 'wba'): string {
  return `postgresql://wba:${readPassword(folder)}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/** Tries once to own the server on this port, and sees that the database `wba` exists. Throws on a foreign server. */
export async function claimOwnership(folder: Folder, port: number): Promise<Claim> {
  const client = new pg.Client({
    connectionString: embeddedUrl(folder, port, 'postgres'),
    application_name: 'wba-owner',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
  })
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()))
  client.on('error', () => {}) // 'end' follows; without a listener it would end the process
  try {
    await client.connect()
    const { rows } = await client.query<{ owned: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS owned', [
      ...OWNER_LOCK,
    ])
    if (rows[0]?.owned !== true) {
      await client.end()
      return 'HELD'
    }
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'wba'`)
    if (rowCount === 0) await client.query('CREATE DATABASE wba')
    return { lost, release: () => client.end().catch(() => {}) }
  } catch (error) {
    await client.end().catch(() => {})
    if (isTransient(error)) return 'NOT_READY'
    throw error
  }
}

// pg says some ends of a connection only in words.
function isTransient(error: unknown): boolean {
  const message = error instanceof Error ? error.message : ''
  return TRANSIENT.has(errorCode(error) ?? '') || /terminated|timeout expired|Client has encountered/.test(message)
}
