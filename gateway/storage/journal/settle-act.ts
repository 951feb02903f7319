import { applyTransition } from '../../domain/apply-transition.js'
import { SYSTEM_ACTOR } from '../../domain/decide-order-fact.js'
import type { CheckedCode } from '../../../floor/marking-code.js'
import type { Replay } from '../../domain/replay/decide-replay.js'
import type { JournalAct } from '../../domain/replay/journal-act.js'
import type { Act } from '../../domain/replay/read-act.js'
import { done, refused, type Verdict } from '../../domain/replay/verdict.js'
import type { EntryDraft } from '../audit/write-entries.js'
import { keepLabel } from '../label/attach-label.js'
import type { LockedOrder } from '../order/lock-orders.js'
import { openBox } from '../order/put-into-box.js'
import { bookUnits, findCell } from '../stock/book-unit.js'
import { sendElsewhere } from '../stock/report-shortage.js'
import { openRecounts } from '../stock/stock-book.js'
import { closeSurplus, insertSurplus } from '../surplus/surplus-units.js'
import type { Tx } from '../transaction.js'
import type { Actor } from './actor.js'

/** An act on its locked order, with what was read about it. */
export interface Moment {
  readonly order: LockedOrder
  readonly actor: Actor
  readonly act: Act
  readonly now: Date
  /** The cell that the actor was told to take the unit from. */
  readonly toldCellId: string | null
  readonly surplusUnitId: string | null
  readonly code: CheckedCode | undefined
}

/** What was decided, as it is after what the floor says. */
export interface Settled extends Replay {
  /** Code of the cell where another unit is. */
  readonly otherCell?: string
  readonly entries?: readonly EntryDraft[]
  /** Who stands in the log for the changes, when not the actor. */
  readonly changesBy?: string
}

type Settle = (tx: Tx, moment: Moment, replay: Replay) => Promise<Settled>

const outcomeOf = (verdict: Verdict) => (verdict.is === 'DONE' ? verdict.outcome : undefined)

const movedBy = ({ order, actor, now }: Moment) => ({
  warehouseId: order.warehouseId,
  actor: actor.name,
  device: actor.device,
  clientTime: actor.clientTime,
  commandId: actor.commandId,
  now,
})

/** The cell that was scanned; one that is none any more does not undo what was done: then the ledger’s guess is booked. */
const scannedCell = async (tx: Tx, { order, act }: Moment): Promise<string | undefined> => {
  const found = act.cell === null ? undefined : await findCell(tx, order, act.cell)
  return found && 'cellId' in found ? found.cellId : undefined
}

/** A unit has left its shelf, whatever became of the order. */
const settlePick: Settle = async (tx, moment, replay) => {
  const outcome = outcomeOf(replay.verdict)
  if (outcome === undefined || outcome === 'ALREADY') return replay
  const { order, actor, now, toldCellId } = moment
  const cellId = (await scannedCell(tx, moment)) ?? toldCellId ?? undefined
  await bookUnits(tx, 'PICK', [{ order, cellId }], movedBy(moment))
  if (outcome === 'SURPLUS') await insertSurplus(tx, order, actor, now)
  return replay
}

const settlePutBack: Settle = async (tx, moment, replay) => {
  const outcome = outcomeOf(replay.verdict)
  if (outcome !== 'AS_SAID' && outcome !== 'SURPLUS_RETURNED') return replay
  const { order, actor, now, surplusUnitId } = moment
  await bookUnits(tx, 'CONFIRM_PUT_BACK', [{ order, cellId: await scannedCell(tx, moment) }], movedBy(moment))
  if (outcome === 'SURPLUS_RETURNED' && surplusUnitId !== null)
    await closeSurplus(tx, surplusUnitId, actor.name, now, null)
  return replay
}

/** The cell is to be counted, whoever has the order by now; its holder is sent to another one that the ledger knows. */
const settleShortage: Settle = async (tx, moment, replay) => {
  const { order, act } = moment
  const cellId = replay.verdict.is === 'PARKED' ? undefined : await scannedCell(tx, moment)
  if (cellId === undefined) return replay
  const { id: orderId, skuId, warehouseId } = order
  await openRecounts(tx, [{ cellId, skuId, orderId }], 'SHORTAGE', movedBy(moment))
  const details = { orderId, skuId, reason: act.reason }
  const entries = [
    { warehouseId, action: 'RECOUNT_REQUESTED', subject: { kind: 'CELL', id: cellId }, details } as const,
  ]
  const stays = outcomeOf(replay.verdict) === 'AS_SAID' && order.state === 'CLAIMED'
  const other = stays ? await sendElsewhere(tx, order) : null
  if (!other) return { ...replay, entries }
  return { verdict: done('SENT_ELSEWHERE'), changes: [], otherCell: other.code, entries }
}

/** Of two orders with one code the first has it; the other one waits until somebody has looked at its unit. */
const settleLabel: Settle = async (tx, { order, actor, act, now, code }, replay) => {
  const outcome = outcomeOf(replay.verdict)
  if (!code || (outcome !== 'AS_SAID' && outcome !== 'ON_HOLD')) return replay
  const kept = await keepLabel(tx, order, { key: act.key ?? '', raw: act.raw ?? '', actor: actor.name }, code, now)
  if ('label' in kept) return replay
  const cause = { actor: SYSTEM_ACTOR, device: null, now, reason: 'LABEL_TAKEN' }
  const held = applyTransition(order, 'HOLD', cause)
  return { verdict: refused('LABEL_TAKEN'), changes: held ? [held] : [], changesBy: SYSTEM_ACTOR }
}

const settleBox: Settle = async (tx, { order, actor, now }, replay) => {
  const box = replay.changes.at(-1)?.next.box ?? null
  if (box !== null) await openBox(tx, order.warehouseId, box, { actor: actor.name, now })
  return replay
}

const settles: Partial<Readonly<Record<JournalAct, Settle>>> = {
  PICK: settlePick,
  PUT_BACK: settlePutBack,
  REPORT_SHORTAGE: settleShortage,
  ATTACH_LABEL: settleLabel,
  PUT_INTO_BOX: settleBox,
}

/** Writes what an act means beside its order: stock, surplus, recounts, marking codes. They may have a word in what comes of it. */
export const settleAct: Settle = (tx, moment, replay) =>
  settles[moment.act.act]?.(tx, moment, replay) ?? Promise.resolve(replay)
