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

/** It is done. */
export const done = (outcome: ReplayOutcome): Verdict => ({ is: 'DONE', outcome })
/** It is refused for good. */
export const refused = (code: RefusalCode): Verdict => ({ is: 'REFUSED', code })
/** It waits for a shift lead. */
export const parked = (code: RefusalCode): Verdict => ({ is: 'PARKED', code })
