import { applyTransition, type Cause, type Change } from '../apply-transition.js'
import { decideOrderCommand } from '../decide-order-command.js'
import { LEASE_MINUTES, type OrderFacts } from '../order-facts.js'
import type { Refusal } from '../refusal.js'
import { judge } from './conflict-table.js'
import { commandOf, type JournalAct } from './journal-act.js'
import { type Records, standingOf } from './standing.js'
import { done, parked, type ReplayOutcome, type Verdict } from './verdict.js'

/** An act as its journal tells it. */
export interface ActGiven extends Cause {
  readonly act: JournalAct
  readonly barcode?: string | null
}

/** What becomes of an act, and what it makes of the order, one change after the other. */
export interface Replay {
  readonly verdict: Verdict
  readonly changes: readonly Change[]
  /** Why a guard of the command said no, when one did. */
  readonly refusal?: Refusal
}

const claimOf = ({ actor, device, now }: Cause) => ({
  holder: actor,
  device,
  claimedAt: now,
  expiresAt: new Date(now.getTime() + LEASE_MINUTES * 60_000),
  cellId: null,
  shiftId: null,
})

/** The order as the phone knew it, so that the command’s own guards (the scan, above all) judge the act and not the moment. */
const asKnown = (order: OrderFacts, given: ActGiven): OrderFacts => {
  const marketplace = { ...order.marketplace, cancelled: false }
  switch (given.act) {
    case 'PICK':
      return { ...order, state: 'CLAIMED', resumeState: null, claim: claimOf(given), marketplace }
    case 'PUT_BACK':
      return { ...order, state: 'CANCELLED', resumeState: null, putBackRequired: true }
    default:
      return order.state === 'ON_HOLD' && order.resumeState !== null
        ? { ...order, state: order.resumeState, resumeState: null }
        : order
  }
}

/** Transitions that lead the order to where the act can be done, each an event of its own. */
const before: Partial<Readonly<Record<ReplayOutcome, readonly ('RESOLVE_SHORTAGE' | 'CLAIM')[]>>> = {
  LATE: ['CLAIM'],
  FOUND: ['RESOLVE_SHORTAGE', 'CLAIM'],
}

const prepare = (order: OrderFacts, outcome: ReplayOutcome, given: ActGiven): readonly Change[] => {
  const changes: Change[] = []
  for (const transition of before[outcome] ?? []) {
    const change = applyTransition(changes.at(-1)?.next ?? order, transition, given)
    if (!change) throw new Error(`the conflict table leads ${order.state} through ${transition}`)
    changes.push(change)
  }
  return changes
}

/** Something is noted of an order whose state stays as it is. */
const note = (order: OrderFacts, event: Change['event'], noted: Partial<OrderFacts>): Change => ({
  before: order,
  next: { ...order, ...noted, version: order.version + 1 },
  event,
  claimEnds: null,
  labelsEnd: false,
})

type Done = { readonly changes: readonly Change[] } | { readonly refusal: Refusal }

/** The act done to the order by the command’s own rules. */
const doAct = (order: OrderFacts, given: ActGiven, outcome: ReplayOutcome): Done => {
  const prepared = prepare(order, outcome, given)
  const now = prepared.at(-1)?.next ?? order
  const claim = outcome === 'TAKEN_OVER' ? { ...now, claim: claimOf(given) } : now
  const decision = decideOrderCommand(claim, { ...given, command: commandOf[given.act] })
  // Whose claim ends is told as it was.
  return 'refusal' in decision ? decision : { changes: [...prepared, { ...decision.change, before: now }] }
}

/** The same, with what the act would have made of the order noted only. */
const noteAct = (order: OrderFacts, given: ActGiven, noted: (would: Change) => readonly Change[]): Done => {
  const decision = decideOrderCommand(asKnown(order, given), { ...given, command: commandOf[given.act] })
  return 'refusal' in decision ? decision : { changes: noted(decision.change) }
}

/** The second unit of an order is accounted for. */
export const surplusClosed = (order: OrderFacts): Change => note(order, 'SURPLUS_CLOSED', {})

/** The second unit of an order, scanned, is on its shelf again. */
export const surplusReturned = (order: OrderFacts, given: Omit<ActGiven, 'act'>): Done =>
  noteAct(order, { ...given, act: 'PUT_BACK' }, () => [surplusClosed(order)])

const effects: Readonly<Record<ReplayOutcome, (order: OrderFacts, given: ActGiven) => Done>> = {
  AS_SAID: (order, given) => doAct(order, given, 'AS_SAID'),
  LATE: (order, given) => doAct(order, given, 'LATE'),
  TAKEN_OVER: (order, given) => doAct(order, given, 'TAKEN_OVER'),
  FOUND: (order, given) => doAct(order, given, 'FOUND'),
  ON_HOLD: (order, given) =>
    noteAct(order, given, ({ event, next }) => [
      note(order, event, {
        resumeState: next.state,
        pickedBy: next.pickedBy,
        packedBy: next.packedBy,
        box: next.box,
        attachedMeta: next.attachedMeta,
      }),
    ]),
  NOTED: (order, given) => noteAct(order, given, ({ event }) => [note(order, event, { pickedBy: given.actor })]),
  PUT_BACK: (order, given) =>
    noteAct(order, given, ({ event }) => [note(order, event, { pickedBy: given.actor, putBackRequired: true })]),
  SURPLUS: (order, given) => noteAct(order, given, () => [note(order, 'SURPLUS_PICKED', {})]),
  SURPLUS_RETURNED: surplusReturned,
  ALREADY: () => ({ changes: [] }),
  OVERRULED: () => ({ changes: [] }),
  SENT_ELSEWHERE: () => ({ changes: [] }),
}

/**
 * What becomes of an act that was done without a signal, on the order as it is now. A guard that says no parks it: the act
 * was done, whatever we think of it.
 */
export const decideReplay = (order: OrderFacts, given: ActGiven, records: Records): Replay => {
  const verdict = judge(order, given.act, standingOf(order, given.actor, given.act, records))
  if (verdict.is !== 'DONE') return { verdict, changes: [] }
  const made = effects[verdict.outcome](order, given)
  // It is in that box already.
  if ('refusal' in made && made.refusal.code === 'ALREADY_DONE') return { verdict: done('ALREADY'), changes: [] }
  return 'refusal' in made
    ? { verdict: parked(made.refusal.code), changes: [], refusal: made.refusal }
    : { verdict, changes: made.changes }
}
