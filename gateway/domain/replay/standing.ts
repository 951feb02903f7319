import type { OrderFacts } from '../order-facts.js'
import type { JournalAct } from './journal-act.js'

/** What the records say of an order and whoever acted on it, beside the order itself. */
export interface Records {
  /** Whether the actor has, or once had, a claim on it; or a shift lead vouches for the act. */
  readonly held: boolean
  /** Acts on it that this journal has already brought and that were done. */
  readonly doneHere: readonly JournalAct[]
  /** A second unit of it that is to be put back, the actor's own first. */
  readonly surplusUnitId: string | null
}

/** How the actor stands to the order when the act arrives: all that the conflict table asks. */
export interface Standing {
  readonly claim: 'NONE' | 'MINE' | 'ANOTHERS'
  readonly held: boolean
  /** The unit that the order knows of: none, the one that this journal picked, or another. */
  readonly unit: 'NONE' | 'MINE' | 'ANOTHER'
  /** Whether this journal did the same before. */
  readonly again: boolean
  readonly putBackRequired: boolean
  readonly surplus: boolean
}

/** How an actor stands to an order, by its facts and the records. */
export const standingOf = (order: OrderFacts, actor: string, act: JournalAct, records: Records): Standing => {
  const { held, doneHere, surplusUnitId } = records
  const { claim, pickedBy, packedBy, putBackRequired } = order
  const pickedHere = pickedBy === actor && doneHere.includes('PICK')
  return {
    claim: claim === null ? 'NONE' : claim.holder === actor ? 'MINE' : 'ANOTHERS',
    held: held || claim?.holder === actor,
    unit: pickedBy === null ? 'NONE' : pickedHere ? 'MINE' : 'ANOTHER',
    again: doneHere.includes(act) && (act !== 'PACK' || packedBy === actor),
    putBackRequired,
    surplus: surplusUnitId !== null,
  }
}

/** What a rule of the conflict table may ask of a standing, with the words in which the table is printed. */
export const conditions = {
  'the claim is one’s own': ({ claim }) => claim === 'MINE',
  'one never had a claim on it': ({ held }) => !held,
  'this journal picked it': ({ unit }) => unit === 'MINE',
  'somebody else, or another phone, picked it': ({ unit }) => unit === 'ANOTHER',
  'nobody picked it': ({ unit }) => unit === 'NONE',
  'one had claimed it, and somebody else picked it': ({ held, unit }) => held && unit === 'ANOTHER',
  'this journal did it already': ({ again }) => again,
  'its unit is to be put back': ({ putBackRequired }) => putBackRequired,
  'a second unit of it is to be put back': ({ surplus }) => surplus,
} as const satisfies Readonly<Record<string, (standing: Standing) => boolean>>

export type Condition = keyof typeof conditions
