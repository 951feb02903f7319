import { refusal, type Refusal, type Result } from '../../domain/refusal.js'
import { keptAct } from '../../domain/replay/read-act.js'
import { checkText } from '../../domain/text.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { type Replayed, replayOrder } from './replay-order.js'
import type { PublicAnswer } from './submit-commands.js'

export interface ResolveParked extends CommandHeader {
  readonly parkedId: string
  /** Do it now, or leave it undone. */
  readonly resolution: 'APPLY' | 'DISMISS'
  readonly reason?: string | null
}

type Resolved = { readonly answer: PublicAnswer | null }

interface Row {
  readonly id: string
  readonly journalId: string
  readonly seq: number
  readonly commandId: string
  readonly warehouseId: string
  readonly act: unknown
  readonly person: string
  readonly device: string | null
  readonly waits: boolean
}

const lockParked = async (tx: Tx, id: string, warehouseIds: readonly string[] | null): Promise<Row | undefined> => {
  if (!isUuid(id)) return undefined
  const { rows } = await tx.query<Row>(
    `SELECT k.id, k.journal_id AS "journalId", k.seq, k.command_id AS "commandId", k.warehouse_id AS "warehouseId", k.act, p.name AS person, j.device,
       EXISTS (SELECT FROM parked_command e WHERE e.journal_id = k.journal_id AND e.order_id = k.order_id AND e.seq < k.seq AND e.resolved_at IS NULL) AS waits
     FROM parked_command k JOIN journal j ON j.id = k.journal_id JOIN person p ON p.id = j.person_id
     WHERE k.id = $1 AND ($2::uuid[] IS NULL OR k.warehouse_id = ANY($2)) AND k.resolved_at IS NULL FOR UPDATE OF k`,
    [id, warehouseIds],
  )
  return rows[0]
}

const unknown = refusal('UNKNOWN_PARKED', 'Nothing of this id waits for a decision.')

/** Does a parked act by the rights of the lead, who vouches for it: the act stays its person’s. */
const apply = async (tx: Tx, { rights, commandId }: ResolveParked, parked: Row): Promise<Replayed | Refusal> => {
  if (parked.waits)
    return refusal('DEPENDS_ON_PARKED', 'An earlier act for this order waits too: decide on that one first.')
  const act = keptAct.safeParse(parked.act)
  if (!act.success) return refusal('UNREADABLE_COMMAND', 'It cannot be read, so it cannot be done: dismiss it.')
  const { person: name, device, journalId, warehouseId } = parked
  const actor = { name, device, journalId, warehouseId, rights, commandId, clientTime: null, vouched: true }
  const replayed = await replayOrder(tx, actor, act.data)
  const { status, code, advice, orderId, orderState } = replayed.answer
  if (status !== 'PARKED') return replayed
  return refusal(code ?? 'WRONG_STATE', `It still cannot be done. ${advice?.en ?? ''}`.trim(), { orderId, orderState })
}

const resolve = async (tx: Tx, call: ResolveParked): Promise<Work<Resolved>> => {
  const { parkedId, resolution, reason, actor } = call
  const parked = await lockParked(tx, parkedId, call.rights.where('RESOLVE_PARKED'))
  if (!parked) return { result: { refusal: unknown }, events: [] }
  const made = resolution === 'APPLY' ? await apply(tx, call, parked) : undefined
  if (made && !('answer' in made)) return { result: { refusal: made }, events: [] }
  const { id, journalId, seq, commandId, warehouseId, person } = parked
  await tx.query(
    'UPDATE parked_command SET resolved_at = clock_timestamp(), resolved_by = $2, resolution = $3 WHERE id = $1',
    [id, actor, resolution],
  )
  if (made)
    await tx.query('UPDATE journal_command SET status = $3 WHERE journal_id = $1 AND seq = $2', [
      journalId,
      seq,
      made.answer.status,
    ])
  const details = { name: person, seq, resolution, reason: reason ?? null }
  const subject = { kind: 'JOURNAL', id: journalId } as const
  return {
    result: { answer: made ? { ...made.answer, seq, commandId, repeated: false } : null },
    events: made?.events ?? [],
    eventsBy: person,
    entries: [{ warehouseId, action: 'PARKED_COMMAND_RESOLVED', subject, details }, ...(made?.entries ?? [])],
  }
}

/**
 * A shift lead decides on a parked command. Refusals: UNKNOWN_PARKED, DEPENDS_ON_PARKED, UNREADABLE_COMMAND, and why it still
 * cannot be done.
 */
export const resolveParked = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: ResolveParked,
): Promise<Result<Resolved>> => {
  const { parkedId, resolution } = call
  const reason = checkText('reason', call.reason ?? '', 300).trim() || null
  const request = { command: 'RESOLVE_PARKED', parkedId, resolution, reason }
  return runCommand(deps, call, request, (tx) => resolve(tx, { ...call, reason }))
}
