import type { RefusalCode } from '../refusal.js'

/** What comes of an act that is done; the schema describes each. */
export const REPLAY_OUTCOMES = [
  'AS_SAID',
  'LATE',
  'TAKEN_OVER',
  'FOUND',
  'ON_HOLD',
  'NOTED',
  'PUT_BACK',
  'SURPLUS',
  'SURPLUS_RETURNED',
  'ALREADY',
  'OVERRULED',
  'SENT_ELSEWHERE',
] as const
export type ReplayOutcome = (typeof REPLAY_OUTCOMES)[number]

/** What becomes of an act: done, refused for good, or parked until a shift lead has looked. */
export type Verdict =
  | { readonly is: 'DONE'; readonly outcome: ReplayOutcome }
  | { readonly is: 'REFUSED' | 'PARKED'; readonly code: RefusalCode }

/** Done, with what came of it. */
export const done = (outcome: ReplayOutcome): Verdict => ({ is: 'DONE', outcome })
/** Decided against for good, and why. */
export const refused = (code: RefusalCode): Verdict => ({ is: 'REFUSED', code })
/** Left to a shift lead, and why. */
export const parked = (code: RefusalCode): Verdict => ({ is: 'PARKED', code })
