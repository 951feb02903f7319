import type { Rights } from '../../domain/person/rights.js'
import { advise } from '../../domain/replay/advice.js'
import { decideReplay, type Replay } from '../../domain/replay/decide-replay.js'
import { commandOf, type JournalAct } from '../../domain/replay/journal-act.js'
import type { Act } from '../../domain/replay/read-act.js'
import type { Records } from '../../domain/replay/standing.js'
import { parked, type Verdict } from '../../domain/replay/verdict.js'
import type { EventDraft } from '../command/append-events.js'
import { type LockedOrder, lockOrders } from '../order/lock-orders.js'
import { writeChanges } from '../order/write-changes.js'
import { closeSurplus, insertSurplus } from '../surplus/surplus-units.js'
import type { Tx } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { type Answer, answerOf } from './answer.js'

/** Whose act it is, in which journal, and by whose rights it is done. */
export interface Actor {
  readonly name: string
  readonly device: string | null
  readonly journalId: string
  readonly warehouseId: string
  readonly rights: Rights
  /** Whether a shift lead says that the act is right: then it needs neither a claim nor those that wait before it. */
  readonly vouched: boolean
}

/** What was made of an act: its answer, and the events that are to be appended. */
export interface Replayed {
  readonly answer: Answer
  readonly events: readonly EventDraft[]
}

interface RecordsRow extends Records {
  readonly waits: boolean
}

const readRecords = async (tx: Tx, orderId: string, actor: Actor): Promise<RecordsRow> => {
  const { rows } = await tx.query<RecordsRow>({
    name: 'read-records',
    text: `SELECT
        $4 OR EXISTS (SELECT FROM claim c WHERE c.order_id = $1 AND c.holder = $2) AS held,
        ARRAY(SELECT DISTINCT j.act FROM journal_command j WHERE j.journal_id = $3 AND j.order_id = $1 AND j.status = 'DONE') AS "doneHere",
        (SELECT s.id FROM surplus_unit s WHERE s.order_id = $1 AND s.closed_at IS NULL
         ORDER BY s.picked_by <> $2, s.picked_at, s.id LIMIT 1) AS "surplusUnitId",
        EXISTS (SELECT FROM parked_command p WHERE p.journal_id = $3 AND p.order_id = $1 AND p.resolved_at IS NULL) AS waits`,
    values: [orderId, actor.name, actor.journalId, actor.vouched],
  })
  const [row] = rows
  if (!row) throw new Error('a SELECT without FROM answered nothing')
  return row
}

// Whoever brings one of these has the unit in hand.
const inHand: ReadonlySet<JournalAct> = new Set<JournalAct>(['PICK', 'PACK', 'STAGE'])

const answerFor = (order: LockedOrder, act: JournalAct, { verdict, changes }: Replay): Answer => {
  const after = changes.at(-1)?.next ?? order
  const isSurplus = verdict.is === 'DONE' && verdict.outcome === 'SURPLUS'
  return {
    ...answerOf(verdict, advise(verdict, act, order)),
    orderId: order.id,
    orderState: after.state,
    orderVersion: after.version,
    putBack: isSurplus || (verdict.is !== 'PARKED' && inHand.has(act) && after.putBackRequired),
  }
}

const decide = (order: LockedOrder, actor: Actor, act: Act, records: RecordsRow, now: Date): Replay => {
  const no = (verdict: Verdict): Replay => ({ verdict, changes: [] })
  if (!actor.rights.may(commandOf[act.act], order.warehouseId)) return no(parked('NOT_ALLOWED'))
  if (records.waits && !actor.vouched) return no(parked('DEPENDS_ON_PARKED'))
  return decideReplay(order, { ...act, actor: actor.name, device: actor.device, now }, records)
}

/** Decides an act on its order, which it locks, and writes what comes of it; the events are left to the caller, who appends last. */
export const replayOrder = async (tx: Tx, actor: Actor, act: Act): Promise<Replayed> => {
  const ids = isUuid(act.orderId) ? [act.orderId] : []
  const { orders, now = new Date(0) } = await lockOrders(tx, ids, [actor.warehouseId])
  const order = orders.get(act.orderId)
  if (!order) {
    const verdict = parked('UNKNOWN_ORDER')
    return { answer: answerOf(verdict, advise(verdict, act.act, undefined)), events: [] }
  }
  const records = await readRecords(tx, order.id, actor)
  const replay = decide(order, actor, act, records, now)
  const events: EventDraft[] = []
  // One after the other: several changes of one order are no one statement.
  for (const change of replay.changes) events.push(...(await writeChanges(tx, [change], now)).events)
  const { verdict } = replay
  if (verdict.is === 'DONE' && verdict.outcome === 'SURPLUS') await insertSurplus(tx, order, actor, now)
  if (verdict.is === 'DONE' && verdict.outcome === 'SURPLUS_RETURNED' && records.surplusUnitId !== null)
    await closeSurplus(tx, records.surplusUnitId, actor.name, now, null)
  return { answer: answerFor(order, act.act, replay), events }
}
