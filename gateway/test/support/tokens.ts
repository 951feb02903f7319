import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { makeDemoTokens, saveDemoPeople } from '../../storage/demo/demo-people.js'

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
    await saveDemoPeople({ pool }, randomUUID(), [{ name, role: 'ADMIN' }])
    const token = (await makeDemoTokens({ pool }, [name], ['READ', 'IMPORT', 'FLOOR'])).get(name)
    if (token === undefined) throw new Error(`somebody else is ${name}`)
    return token
  }

  return {
    of(name) {
      const token = made.get(name) ?? make(name)
      made.set(name, token)
      // The database may have been away.
      token.catch(() => made.delete(name))
      return token
    },
    close: () => pool.end(),
  }
}
