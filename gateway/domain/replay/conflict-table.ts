import type { OrderState } from '../order-states.js'
import { type TableRefusal, transitionTable } from '../transition-table.js'
import { commandOf, type JournalAct } from './journal-act.js'
import { type Condition, conditions, type Standing } from './standing.js'
import { done, parked, refused, type Verdict } from './verdict.js'

/** What decides a cell: the first case whose condition holds, else what stands at the end. */
export interface Rules {
  readonly cases: readonly (readonly [Condition, Verdict])[]
  readonly otherwise: Verdict
}

/** What a cell of the state table is to an act: a way, or the reason why there is none. */
type CellKind = 'WAY' | TableRefusal

interface Plan {
  /** For each kind of cell of the state table, so that a new state has an outcome as soon as its cells are decided. */
  readonly cells: Readonly<Record<CellKind, Rules>>
  /** States in which more is known than the kind of the cell says. */
  readonly states?: Partial<Readonly<Record<OrderState, Rules>>>
}

const rules = (otherwise: Verdict, ...cases: Rules['cases']): Rules => ({ cases, otherwise })
const always = (otherwise: Verdict): Rules => rules(otherwise)

// Physical truth beats the plan: a claim is a plan, a unit in somebody’s hand is a fact. Whoever never had a claim on what
// they bring is the one case in which nobody knows what the fact is: a person looks.
const notMine = ['one never had a claim on it', parked('NOT_CLAIMED')] as const
const pickedHere = ['this journal picked it', done('ALREADY')] as const
const pickedElsewhere = ['somebody else, or another phone, picked it', done('SURPLUS')] as const
const second = ['a second unit of it is to be put back', done('SURPLUS_RETURNED')] as const
const again = ['this journal did it already', done('ALREADY')] as const
const inVain = ['one had claimed it, and somebody else picked it', done('OVERRULED')] as const
const own = ['the claim is one’s own', done('AS_SAID')] as const
const toUnpack = rules(parked('CANCELLED'), ['its unit is to be put back', refused('CANCELLED')])
const nothingToPutBack = rules(parked('WRONG_STATE'), second, again)

/** What is done to a unit in hand, as often as one likes, and says nothing of whose it is. */
const handled: Plan = {
  cells: {
    WAY: always(done('AS_SAID')),
    NOT_CLAIMED: always(parked('WRONG_STATE')),
    HELD: always(parked('FOREIGN_CLAIM')),
    ALREADY_DONE: always(done('ALREADY')),
    CANCELLED: toUnpack,
    // The pick may be in a phone that has no signal yet.
    WRONG_STATE: always(parked('WRONG_STATE')),
  },
}

const plans: Readonly<Record<JournalAct, Plan>> = {
  PICK: {
    cells: {
      WAY: rules(done('TAKEN_OVER'), own, notMine),
      NOT_CLAIMED: rules(done('LATE'), notMine),
      HELD: always(parked('FOREIGN_CLAIM')),
      ALREADY_DONE: rules(done('SURPLUS'), pickedHere, notMine),
      CANCELLED: rules(done('PUT_BACK'), pickedHere, notMine, pickedElsewhere),
      WRONG_STATE: always(parked('WRONG_STATE')),
    },
    states: {
      SHORT: rules(done('FOUND'), notMine),
      CANCEL_REQUESTED: rules(done('NOTED'), pickedHere, notMine, pickedElsewhere),
    },
  },
  ATTACH_LABEL: handled,
  PUT_INTO_BOX: handled,
  PACK: {
    cells: {
      WAY: always(done('AS_SAID')),
      NOT_CLAIMED: always(parked('WRONG_STATE')),
      HELD: always(parked('FOREIGN_CLAIM')),
      // Two parcels of one order: one of them belongs to another order.
      ALREADY_DONE: rules(parked('ALREADY_DONE'), again),
      CANCELLED: toUnpack,
      WRONG_STATE: always(parked('WRONG_STATE')),
    },
  },
  STAGE: handled,
  REPORT_SHORTAGE: {
    cells: {
      // Damaged or lost on the way; but who looked for it in vain while another found it says nothing of the unit there is.
      WAY: rules(done('AS_SAID'), inVain),
      NOT_CLAIMED: rules(done('LATE'), notMine),
      HELD: always(parked('FOREIGN_CLAIM')),
      ALREADY_DONE: always(done('ALREADY')),
      CANCELLED: rules(done('ALREADY'), inVain, ['its unit is to be put back', parked('CANCELLED')]),
      WRONG_STATE: rules(parked('WRONG_STATE'), inVain),
    },
    states: { CLAIMED: rules(refused('FOREIGN_CLAIM'), own) },
  },
  UNCLAIM: {
    cells: {
      WAY: rules(done('ALREADY'), own),
      NOT_CLAIMED: always(done('ALREADY')),
      HELD: always(done('ALREADY')),
      ALREADY_DONE: always(done('ALREADY')),
      CANCELLED: always(done('ALREADY')),
      WRONG_STATE: rules(done('ALREADY'), ['this journal picked it', refused('WRONG_STATE')]),
    },
  },
  PUT_BACK: {
    cells: {
      WAY: rules(
        done('ALREADY'),
        second,
        ['its unit is to be put back', done('AS_SAID')],
        ['nobody picked it', parked('WRONG_STATE')],
      ),
      NOT_CLAIMED: nothingToPutBack,
      HELD: nothingToPutBack,
      ALREADY_DONE: nothingToPutBack,
      CANCELLED: nothingToPutBack,
      WRONG_STATE: nothingToPutBack,
    },
  },
}

/** What the hold does to an act that would move the order: it is noted for when the order goes on, or a person looks. */
const underHold: Readonly<Record<JournalAct, Verdict>> = {
  PICK: done('ON_HOLD'),
  ATTACH_LABEL: done('ON_HOLD'),
  PUT_INTO_BOX: done('ON_HOLD'),
  PACK: done('ON_HOLD'),
  STAGE: done('ON_HOLD'),
  REPORT_SHORTAGE: parked('WRONG_STATE'),
  UNCLAIM: done('ALREADY'),
  PUT_BACK: done('ON_HOLD'),
}

const moves: ReadonlySet<string> = new Set(['AS_SAID', 'LATE', 'TAKEN_OVER', 'FOUND'])

const held = (verdict: Verdict, act: JournalAct): Verdict =>
  verdict.is === 'DONE' && moves.has(verdict.outcome) ? underHold[act] : verdict

/**
 * What becomes of an act by the state in which it finds the order. One that is on hold is judged by the state it will go on
 * from (`resumeState`).
 */
export const rulesOf = (state: OrderState, resumeState: OrderState | null, act: JournalAct): Rules => {
  if (state === 'ON_HOLD' && resumeState !== null) {
    const { cases, otherwise } = rulesOf(resumeState, null, act)
    return rules(held(otherwise, act), ...cases.map(([when, then]) => [when, held(then, act)] as const))
  }
  const { cells, states } = plans[act]
  const cell = transitionTable[state][commandOf[act]]
  return states?.[state] ?? cells['no' in cell ? cell.no : 'WAY']
}

/** What becomes of an act for whoever stands to the order like this. */
export const judge = (
  order: { readonly state: OrderState; readonly resumeState: OrderState | null },
  act: JournalAct,
  standing: Standing,
): Verdict => {
  const { cases, otherwise } = rulesOf(order.state, order.resumeState, act)
  return cases.find(([when]) => conditions[when](standing))?.[1] ?? otherwise
}
