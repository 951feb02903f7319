import { ORDER_STATES, type OrderState } from '../../domain/order-states.js'
import { type Rules, rulesOf } from '../../domain/replay/conflict-table.js'
import { JOURNAL_ACTS, type JournalAct } from '../../domain/replay/journal-act.js'
import type { Verdict } from '../../domain/replay/verdict.js'

const word = (verdict: Verdict) => (verdict.is === 'DONE' ? verdict.outcome : `${verdict.is} ${verdict.code}`)

const describe = ({ cases, otherwise }: Rules): string =>
  [
    ...cases.map(([when, then]) => `${when}: \`${word(then)}\``),
    `${cases.length > 0 ? 'else ' : ''}\`${word(otherwise)}\``,
  ].join('; ')

interface Place {
  readonly name: string
  readonly state: OrderState
  readonly resumeState: OrderState | null
}

/** What a held order can go on from. */
const resumed = ['NEW', 'RELEASED', 'PICKED', 'PACKED', 'STAGED', 'RESHIP'] as const

/** Every place in which an act can find an order; one on hold is told by where it goes on from. */
const places = ORDER_STATES.flatMap((state): readonly Place[] =>
  state === 'ON_HOLD'
    ? resumed.map((resumeState) => ({ name: `ON_HOLD, from ${resumeState}`, state, resumeState }))
    : [{ name: state, state, resumeState: null }],
)

const tableOf = (act: JournalAct): string => {
  const rows = Map.groupBy(places, ({ state, resumeState }) => describe(rulesOf(state, resumeState, act)))
  const lines = [...rows].map(([rules, found]) => `| ${found.map(({ name }) => name).join('; ')} | ${rules} |`)
  return `## ${act}\n\n| the order is | what becomes of it |\n| --- | --- |\n${lines.join('\n')}\n`
}

const bridge = 'with the marketplace bridge'
const delivery = 'delivery.test.ts'
const matrix = 'conflict-matrix.test.ts'
const review = 'review.test.ts'

/** The cases of the field, each with what becomes of it and the test that shows it. */
const cases: readonly (readonly [situation: string, outcome: string, test: string])[] = [
  ['The same command is sent twice, or by two gateways at once', 'the first answer again', delivery],
  ['A number is missing', 'nothing is done from there on; `expectedSeq` says which one', delivery],
  ['The lease ran out, and nobody took the order', '`LATE`: accepted, the claim reopened for it', matrix],
  [
    'The lease ran out, somebody else claimed the order',
    '`TAKEN_OVER`: the pick counts, the other claim is over',
    matrix,
  ],
  [
    'The lease ran out, somebody else picked the order',
    '`SURPLUS`: the first pick stands; the second unit is to be put back, both are told',
    review,
  ],
  ['The order was cancelled meanwhile, its unit picked', '`PUT_BACK`: cancelled, the unit is to be put back', matrix],
  ['Cancelled when packed or in a box', '`REFUSED CANCELLED`: take it out (the box is named) and put it back', review],
  ['Cancelled when a sticker is on it: `voidSticker`', 'the sticker is destroyed, by a scan', bridge],
  [
    'A marking code is on another order already',
    '`REFUSED LABEL_TAKEN`: the first one has it, the other order is on hold',
    review,
  ],
  [
    'Wildberries rejects a marking code after packing',
    'on hold, the code replaced or the order moved to the next supply',
    bridge,
  ],
  ['The order was moved to another supply', 'the pack counts; the new supply and box are shown', bridge],
  ['The supply was delivered while a phone still packs', 'the order goes to the next open supply', bridge],
  ['A shortage was reported, and somebody found the unit', '`FOUND`: found wins, the log names both', matrix],
  ['A shortage is reported of what somebody picked meanwhile', '`OVERRULED`: found wins', matrix],
  [
    'The ledger knows another cell for a reported shortage',
    '`SENT_ELSEWHERE`: the order stays with its holder',
    review,
  ],
  [
    'Barcodes of the card changed after the work was taken',
    'barcodes are only ever added: the old one still proves the item',
    review,
  ],
  ['The clock of the phone is wrong', 'the server’s receipt and the numbers order; the difference is kept', delivery],
  [
    'A printed sticker is printed again without a signal',
    'allowed with a reason; the scan of the sticker decides',
    bridge,
  ],
  ['The app was killed or reinstalled', 'a new journal; a command that comes again in it does nothing twice', delivery],
  [
    'The person is disabled, the device taken out, the grant over',
    'parked for the shift lead: not lost, not done',
    delivery,
  ],
  ['A command cannot be read or decided', 'parked; what does not depend on it goes on', delivery],
  [
    'The work on the phone is older than `checkAfterMinutes`',
    'it may be picked; the phone looks at the server before a sticker',
    bridge,
  ],
]

/** What docs/offline-conflicts.md says. */
export const conflictsDoc = (): string =>
  [
    '# What becomes of what was done without a signal',
    '',
    '<!-- Written by gateway/test/replay/conflict-matrix.test.ts (`npx vitest run … --update`) from gateway/domain/replay/conflict-table.ts. -->',
    '',
    'A phone sends what was done, as facts; the server decides by the order as it is when it arrives. Physical truth beats the plan: a',
    'claim is a plan, a unit in somebody’s hand is a fact. `PARKED` means that a shift lead decides; the words of the outcomes are in the',
    'schema (`ReplayOutcome`). A scan that does not fit, a role that is gone or marking that is missing parks as well. How it is delivered:',
    '[offline.md](offline.md).',
    '',
    '## Cases',
    '',
    '| case | what becomes of it | shown by |',
    '| --- | --- | --- |',
    ...cases.map((row) => `| ${row.join(' | ')} |`),
    '',
    ...JOURNAL_ACTS.map(tableOf),
  ].join('\n')
