import type { EntryAction } from '../../domain/audit.js'
import type { Grant } from '../../domain/person/role.js'
import type { Tx } from '../transaction.js'
import { type EntryDraft, writeAuditEntries } from './write-entries.js'

interface PersonDone {
  readonly action: EntryAction
  readonly person: { readonly id: string; readonly name: string }
  /** Every role concerned: each warehouse's trail tells of it, and the installation's when there is none or ADMIN. */
  readonly grants: readonly Grant[]
  /** What else is told in the trail of a warehouse; no secrets, and nothing of other warehouses. */
  readonly details?: (warehouseId: string | null) => Readonly<Record<string, unknown>>
}

/** The roles in one place, as the trail tells them. */
export const rolesIn = (grants: readonly Grant[], warehouseId: string | null): readonly string[] =>
  grants.filter((grant) => grant.warehouseId === warehouseId).map(({ role }) => role)

/** Writes what somebody did to a person into the trails that it concerns. */
export const writePersonDone = (tx: Tx, actor: string, { action, person, grants, details }: PersonDone) => {
  const places = new Set(grants.map(({ warehouseId }) => warehouseId))
  if (places.size === 0) places.add(null)
  const entries = [...places].map((warehouseId): EntryDraft => {
    const told = { name: person.name, ...details?.(warehouseId) }
    return { warehouseId, action, subject: { kind: 'PERSON', id: person.id }, details: told }
  })
  return writeDone(tx, actor, entries)
}

/** Writes what a person did, outside of the commands that have an id, into the audit trail. */
export const writeDone = (tx: Tx, actor: string, entries: readonly EntryDraft[]): Promise<void> =>
  writeAuditEntries(tx, entries, {
    ...{ actor, device: null, clientTime: null, commandId: null },
    recordedAt: undefined,
  })
