import { isAdmin, managedWarehouses, mayGrant } from '../../domain/person/role.js'
import type { PersonViewer } from '../../domain/person/viewer.js'
import { type Refusal, refusal } from '../../domain/refusal.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { findPerson, type PublicPerson } from './list-people.js'

/** Who manages people, and with which roles. */
export type Managing = Pick<PersonViewer, 'personId' | 'name' | 'grants'>

const unknown = refusal('UNKNOWN_PERSON', 'There is no such person.')

/** Somebody whom this manager may manage: every role that they have is one to give. Whom one does not know looks like nobody. */
export const manageable = async (tx: Tx, by: Managing, id: string): Promise<PublicPerson | Refusal> => {
  const person = isUuid(id) ? await findPerson(tx, id, managedWarehouses(by.grants)) : undefined
  if (!person) return unknown
  if (isAdmin(by.grants)) return person
  const { grants, hasRolesElsewhere } = person
  return !hasRolesElsewhere && grants.every((grant) => mayGrant(by.grants, grant)) ? person : unknown
}

/** Tells the refusal from the person that `manageable` answers with. */
export const isRefusal = (found: PublicPerson | Refusal): found is Refusal => 'code' in found
