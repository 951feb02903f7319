import { mayManage, type Rights } from '../../domain/person/rights.js'
import { type Refusal, refusal } from '../../domain/refusal.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { findPerson, type PublicPerson } from './list-people.js'

/** Who manages people, and where they may. */
export interface Managing {
  readonly name: string
  readonly rights: Rights
}

const unknown = refusal('UNKNOWN_PERSON', 'There is no such person.')

/** Somebody whom this manager may manage: every role that they have is one to give. Whom one does not know looks like nobody. */
export const manageable = async (tx: Tx, by: Managing, id: string): Promise<PublicPerson | Refusal> => {
  const person = isUuid(id) ? await findPerson(tx, id, by.rights.where('MANAGE_PEOPLE')) : undefined
  return person && mayManage(by.rights, person) ? person : unknown
}

/** Tells the refusal from the person that `manageable` answers with. */
export const isRefusal = (found: PublicPerson | Refusal): found is Refusal => 'code' in found
