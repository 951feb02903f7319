import type { EntryAction } from '../../domain/audit.js'
import type { Grant } from '../../domain/person/role.js'
import { grantsColumn } from '../person/person-row.js'
import type { Tx } from '../transaction.js'
import { type EntryDraft, writeAuditEntries } from './write-entries.js'

interface PersonDone {
  readonly action: EntryAction
  readonly person: { readonly id: string; readonly name: string }
  /** Every role concerned: each warehouse's trail tells of it, and the installation's when there is none or ADMIN. */
  readonly grants: readonly Grant[]
  /** What else is told in the trail of a warehouse; no secrets, and nothing of other warehouses. */
  readonly details?: (warehouseId: string | null) => Readonly<Record<string, unknown>>
  /** Name of the phone that it was done on. */
  readonly device?: string | null
}

/** The roles in one place, as the trail tells them. */
export const rolesIn = (grants: readonly Grant[], warehouseId: string | null): readonly string[] =>
  grants.filter((grant) => grant.warehouseId === warehouseId).map(({ role }) => role)

/** Writes what somebody did to a person into the trails that it concerns. */
export const writePersonDone = (tx: Tx, actor: string, done: PersonDone): Promise<void> => {
  const { action, person, grants, details, device = null } = done
  const places = new Set(grants.map(({ warehouseId }) => warehouseId))
  if (places.size === 0) places.add(null)
  const entries = [...places].map((warehouseId): EntryDraft => {
    const told = { name: person.name, ...details?.(warehouseId) }
    return { warehouseId, action, subject: { kind: 'PERSON', id: person.id }, details: told }
  })
  return writeDone(tx, actor, entries, device)
}

/** Writes what somebody did about their own sign-in into the trails of the places where they have roles. */
export const writeOwnDone = async (
  tx: Tx,
  personId: string,
  action: EntryAction,
  details: Readonly<Record<string, unknown>> = {},
  device: string | null = null,
): Promise<void> => {
  const { rows } = await tx.query<{ name: string; grants: readonly Grant[] }>(
    `SELECT p.name, ${grantsColumn} FROM person p WHERE p.id = $1`,
    [personId],
  )
  const [person] = rows
  if (!person) throw new Error('a person is never deleted')
  const { name, grants } = person
  await writePersonDone(tx, name, { action, person: { id: personId, name }, grants, details: () => details, device })
}

/** Writes what a person did, outside of the commands that have an id, into the audit trail. */
export const writeDone = (
  tx: Tx,
  actor: string,
  entries: readonly EntryDraft[],
  device: string | null = null,
): Promise<void> =>
  writeAuditEntries(tx, entries, {
    ...{ actor, device, clientTime: null, commandId: null },
    recordedAt: undefined,
  })
