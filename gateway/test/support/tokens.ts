import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { newTokenText } from '../../storage/access-token/token-text.js'
import { hashSecret } from '../../storage/secret/secret.js'

/** Access tokens with which a test acts as whom it likes. */
export interface Tokens {
  /** A token of an administrator of that name, who is made when there is none; always the same one. */
  of(name: string): Promise<string>
  close(): Promise<void>
}

/** Makes administrators in a database as tests ask for them; none counts as the product's first one. */
export const createTokens = (databaseUrl: string): Tokens => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  pool.on('error', () => undefined)
  // DROP … WITH (FORCE) may still meet a connection that is on its way out.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const made = new Map<string, Promise<string>>()

  const make = async (name: string): Promise<string> => {
    const secret = newTokenText()
    await pool.query(
      'INSERT INTO person (id, name, demo) VALUES (gen_random_uuid(), $1, true) ON CONFLICT (name) DO NOTHING',
      [name],
    )
    await pool.query(
      `WITH p AS (SELECT id FROM person WHERE name = $1),
       g AS (INSERT INTO role_grant (id, person_id, role) SELECT gen_random_uuid(), id, 'ADMIN' FROM p ON CONFLICT DO NOTHING)
       INSERT INTO access_token (id, secret_hash, person_id, name, ending, scopes, created_at, expires_at)
       SELECT $2, $3, id, 'test', $4, '{READ,IMPORT,FLOOR}', now(), now() + interval '1 day' FROM p`,
      [name, randomUUID(), hashSecret(secret), secret.slice(-4)],
    )
    return secret
  }

  return {
    of(name) {
      const token = made.get(name) ?? make(name)
      made.set(name, token)
      return token
    },
    close: () => pool.end(),
  }
}
