import { v7 as uuid } from 'uuid'
import { SYSTEM_ACTOR } from '../../domain/decide-order-fact.js'
import type { Act } from '../../domain/replay/read-act.js'
import { cleanJson } from '../../domain/text.js'
import { type EntryDraft, writeAuditEntries } from '../audit/write-entries.js'
import type { EventsBy } from '../command/append-events.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import type { Answer } from './answer.js'
import type { Brought } from './brought.js'
import type { LockedJournal } from './lock-journal.js'

/** A command that was decided, with all that is to be kept of it. */
export interface Decided {
  readonly journal: LockedJournal
  readonly brought: Brought
  readonly hash: string
  /** Undefined: it cannot be read. */
  readonly act: Act | undefined
  readonly answer: Answer
  /** What else the audit trail tells of it. */
  readonly entries: readonly EntryDraft[]
  /** Whether it was given for the same command in another journal: then it stands there. */
  readonly repeated: boolean
}

// A number is what comes next: whoever has the journal locked writes it.
const writeNumber = (tx: Tx, { journal, brought, hash, act, answer }: Decided) =>
  tx.query({
    name: 'write-number',
    text: `WITH taken AS (UPDATE journal SET last_seq = $2 WHERE id = $1),
           first AS (UPDATE command_result SET result = $7::jsonb WHERE actor = $10 AND command_id = $3 AND result IS NULL)
           INSERT INTO journal_command (journal_id, seq, command_id, request_hash, act, order_id, status, answer, client_time, skew_ms)
           VALUES ($1, $2, $3, $4, $5, $6, $8, $7, $9, $11)`,
    values: [
      journal.id,
      brought.command.seq,
      brought.command.commandId,
      hash,
      act?.act ?? '',
      act && isUuid(act.orderId) ? act.orderId : null,
      JSON.stringify(answer),
      answer.status,
      brought.clientTime,
      journal.person,
      brought.skewMs,
    ],
  })

const writeParked = (tx: Tx, { journal, brought, act, answer }: Decided) =>
  tx.query(
    `INSERT INTO parked_command (id, journal_id, seq, command_id, warehouse_id, order_id, act, code, advice, client_time, skew_ms, delivered_by, parked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, clock_timestamp())`,
    [
      uuid(),
      journal.id,
      brought.command.seq,
      brought.command.commandId,
      journal.warehouseId,
      act && isUuid(act.orderId) ? act.orderId : null,
      JSON.stringify(cleanJson(act ?? null)),
      answer.code,
      JSON.stringify(answer.advice),
      brought.clientTime,
      brought.skewMs,
      brought.broughtBy,
    ],
  )

/** Writes a decided command: its number and answer, its place in the shift lead’s list, and what the audit trail tells. */
export const writeTaken = async (tx: Tx, decided: Decided, by: EventsBy): Promise<void> => {
  const { journal, brought, act, answer, repeated } = decided
  await writeNumber(tx, decided)
  const entry = (action: EntryDraft['action'], details: EntryDraft['details']): EntryDraft => ({
    warehouseId: journal.warehouseId,
    action,
    subject: { kind: 'JOURNAL', id: journal.id },
    details: { name: journal.person, seq: brought.command.seq, act: act?.act ?? null, ...details },
  })
  if (repeated) return
  const isParked = answer.status === 'PARKED'
  if (isParked) await writeParked(tx, decided)
  const told = isParked ? [entry('COMMAND_PARKED', { code: answer.code })] : decided.entries
  await writeAuditEntries(tx, told, by)
  if (brought.broughtBy !== undefined)
    await writeAuditEntries(tx, [entry('COMMAND_DELIVERED', {})], { ...by, actor: brought.broughtBy ?? SYSTEM_ACTOR })
}
