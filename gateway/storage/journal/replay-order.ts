import type { CheckedCode } from '../../../floor/marking-code.js'
import { readCode } from '../../domain/stock/code.js'
import { advise } from '../../domain/replay/advice.js'
import { type ActGiven, decideReplay, type Replay } from '../../domain/replay/decide-replay.js'
import { commandOf, type JournalAct } from '../../domain/replay/journal-act.js'
import type { Act } from '../../domain/replay/read-act.js'
import type { Records } from '../../domain/replay/standing.js'
import { parked, type Verdict } from '../../domain/replay/verdict.js'
import type { EntryDraft } from '../audit/write-entries.js'
import type { EventDraft } from '../command/append-events.js'
import { checkLabel } from '../label/attach-label.js'
import { type LockedOrder, lockOrders } from '../order/lock-orders.js'
import { writeChanges } from '../order/write-changes.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import type { Actor } from './actor.js'
import { type Answer, answerOf } from './answer.js'
import { settleAct, type Settled } from './settle-act.js'

/** What was made of an act: its answer, and what is to be told of it in the log and the audit trail. */
export interface Replayed {
  readonly answer: Answer
  readonly events: readonly EventDraft[]
  readonly entries: readonly EntryDraft[]
}

interface RecordsRow extends Records {
  readonly waits: boolean
  readonly toldCellId: string | null
}

const readRecords = async (tx: Tx, orderId: string, actor: Actor): Promise<RecordsRow> => {
  const { rows } = await tx.query<RecordsRow>({
    name: 'read-records',
    text: `SELECT
        $4 OR EXISTS (SELECT FROM claim c WHERE c.order_id = $1 AND c.holder = $2) AS held,
        ARRAY(SELECT DISTINCT j.act FROM journal_command j WHERE j.journal_id = $3 AND j.order_id = $1 AND j.status = 'DONE') AS "doneHere",
        (SELECT s.id FROM surplus_unit s WHERE s.order_id = $1 AND s.closed_at IS NULL
         ORDER BY s.picked_by <> $2, s.picked_at, s.id LIMIT 1) AS "surplusUnitId",
        EXISTS (SELECT FROM parked_command p WHERE p.journal_id = $3 AND p.order_id = $1 AND p.resolved_at IS NULL) AS waits,
        (SELECT c.cell_id FROM claim c WHERE c.order_id = $1 AND c.holder = $2 ORDER BY c.claimed_at DESC LIMIT 1) AS "toldCellId"`,
    values: [orderId, actor.name, actor.journalId, actor.vouched],
  })
  const [row] = rows
  if (!row) throw new Error('a SELECT without FROM answered nothing')
  return row
}

// Whoever brings one of these has the unit in hand.
const inHand: ReadonlySet<JournalAct> = new Set<JournalAct>(['PICK', 'ATTACH_LABEL', 'PACK', 'PUT_INTO_BOX', 'STAGE'])

const answerFor = (order: LockedOrder, act: JournalAct, { verdict, changes, otherCell }: Settled): Answer => {
  const after = changes.at(-1)?.next ?? order
  const isSurplus = verdict.is === 'DONE' && verdict.outcome === 'SURPLUS'
  return {
    ...answerOf(verdict, advise(verdict, act, otherCell === undefined ? order : { ...order, otherCell })),
    orderId: order.id,
    orderState: after.state,
    orderVersion: after.version,
    putBack: isSurplus || (verdict.is !== 'PARKED' && inHand.has(act) && after.putBackRequired),
    otherCell: otherCell ?? null,
  }
}

const decide = (order: LockedOrder, actor: Actor, given: ActGiven, records: RecordsRow): Replay => {
  const no = (verdict: Verdict): Replay => ({ verdict, changes: [] })
  if (!actor.rights.may(commandOf[given.act], order.warehouseId)) return no(parked('NOT_ALLOWED'))
  if (records.waits && !actor.vouched) return no(parked('DEPENDS_ON_PARKED'))
  if (given.act === 'PUT_INTO_BOX' && given.box === undefined) return no(parked('INVALID_BOX'))
  return decideReplay(order, given, records)
}

const giveAct = (act: Act, actor: Actor, now: Date, code: CheckedCode | undefined): ActGiven => {
  const box = act.box === null ? null : readCode(act.box)
  return {
    act: act.act,
    barcode: act.barcode,
    reason: act.reason,
    actor: actor.name,
    device: actor.device,
    now,
    ...(box !== null && { box }),
    ...(code && { label: { key: act.key ?? '', valid: code.verdict === 'VALID' } }),
  }
}

/** Decides an act on its order, which it locks, and writes what comes of it; the events are left to the caller, who appends last. */
export const replayOrder = async (tx: Tx, actor: Actor, act: Act): Promise<Replayed> => {
  const ids = isUuid(act.orderId) ? [act.orderId] : []
  const { orders, now = new Date(0) } = await lockOrders(tx, ids, [actor.warehouseId])
  const order = orders.get(act.orderId)
  if (!order) {
    const verdict = parked('UNKNOWN_ORDER')
    return { answer: answerOf(verdict, advise(verdict, act.act, undefined)), events: [], entries: [] }
  }
  const records = await readRecords(tx, order.id, actor)
  const { key, raw } = act
  const code = key === null || raw === null ? undefined : checkLabel(order, { key, raw }, now)
  const decided = decide(order, actor, giveAct(act, actor, now, code), records)
  const settled = await settleAct(tx, { order, actor, act, now, code, ...records }, decided)
  const events: EventDraft[] = []
  // One after the other: several changes of one order are no one statement.
  for (const change of settled.changes)
    events.push(...(await writeChanges(tx, [change], now, settled.changesBy)).events)
  return { answer: answerFor(order, act.act, settled), events, entries: settled.entries ?? [] }
}
