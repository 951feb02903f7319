import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { makeDemoTokens, saveDemoPeople } from '../../gateway/storage/demo/demo-people.js'

const name = 'bench'

/** An access token of an administrator of the database's. */
export const makeToken = async (pool: pg.Pool): Promise<string> => {
  await saveDemoPeople({ pool }, randomUUID(), [{ name, role: 'ADMIN' }])
  const token = (await makeDemoTokens({ pool }, [name], ['READ', 'IMPORT', 'FLOOR'])).get(name)
  if (token === undefined) throw new Error('no token')
  return token
}
