import { refusal, type Refusal } from '../../domain/refusal.js'
import type { Tx } from '../transaction.js'

/** The refusal of a login that is another person's. */
export const loginTaken: Refusal = refusal('LOGIN_TAKEN', 'Another person has this login.')

/** Which of the two another person has, when a new one could not be made: the name, or else the login. */
export const whatIsTaken = async (tx: Tx, name: string): Promise<Refusal> => {
  const { rowCount } = await tx.query('SELECT FROM person WHERE name = $1', [name])
  return rowCount === 1 ? refusal('NAME_TAKEN', 'Another person has this name.') : loginTaken
}
