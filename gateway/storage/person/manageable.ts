import { isAdmin, mayGrant } from '../../domain/person/role.js'
import type { PersonViewer } from '../../domain/person/viewer.js'
import { type Refusal, refusal } from '../../domain/refusal.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { findPerson, type PublicPerson } from './list-people.js'

/** Who manages people, and with which roles. */
export type Managing = Pick<PersonViewer, 'personId' | 'name' | 'grants'>

const unknown = refusal('UNKNOWN_PERSON', 'There is no such person.')

/** Somebody whom this manager may manage: every role that they have is one to give. */
export const manageable = async (tx: Tx, by: Managing, id: string): Promise<PublicPerson | Refusal> => {
  const person = isUuid(id) ? await findPerson(tx, id) : undefined
  if (!person) return unknown
  if (isAdmin(by.grants)) return person
  // Not-found and forbidden look the same.
  const known = person.grants.length > 0 && person.grants.every((grant) => mayGrant(by.grants, grant))
  return known ? person : unknown
}

/** Tells the refusal from the person that `manageable` answers with. */
export const isRefusal = (found: PublicPerson | Refusal): found is Refusal => 'code' in found
