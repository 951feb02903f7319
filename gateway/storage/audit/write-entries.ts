import type { AuditSubject, EntryAction } from '../../domain/audit.js'
import type { EventsBy } from '../command/append-events.js'
import type { Tx } from '../transaction.js'
import { chainOf } from './chain.js'

/** Something done, to be written into the audit trail. `details` are read by everybody who may read the trail: no secrets. */
export interface EntryDraft {
  /** In whose trail; null is the installation's. */
  readonly warehouseId: string | null
  readonly action: EntryAction
  readonly subject: { readonly kind: Exclude<AuditSubject, 'ORDER'>; readonly id: string }
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * Writes entries into the audit trail, in the transaction of what they tell of. Late in it, because the chains' locks are
 * held until COMMIT, but before `appendEvents`, whose locks more people wait for.
 */
export const writeAuditEntries = async (tx: Tx, entries: readonly EntryDraft[], by: EventsBy): Promise<void> => {
  if (entries.length === 0) return
  const rows = entries.map(({ warehouseId, action, subject, details }) => ({
    chain: chainOf(warehouseId),
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    details,
  }))
  await tx.query({
    name: 'write-audit-entries',
    text: 'SELECT write_audit_entries($1::jsonb, $2, $3, $4::timestamptz, $5::uuid, $6::timestamptz)',
    values: [JSON.stringify(rows), by.actor, by.device, by.clientTime, by.commandId, by.recordedAt],
  })
}
