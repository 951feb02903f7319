import type { Act } from './act'

/** What the server said to an act, as it is kept. */
export interface Answer {
  readonly status: 'DONE' | 'REFUSED' | 'PARKED'
  /** What came of it; null unless DONE. */
  readonly outcome: string | null
  /** Why not; null when DONE. */
  readonly code: string | null
  /** What the person should know or do; null when it was done just as said. */
  readonly advice: { readonly en: string; readonly ru: string } | null
  readonly orderVersion: number | null
  /** Whether a unit must now be put back on its shelf. */
  readonly putBack: boolean
}

/** Why the server takes nothing of a journal: it knows it no more, or this is not its phone any more. */
export type JournalTrouble = 'BAD_GRANT' | 'DEVICE_REQUIRED'

/** A journal on this device: acts of one person, numbered without a hole. */
export interface Journal {
  readonly id: string
  readonly personId: string
  readonly person: string
  readonly warehouseId: string
  /** Lets this device deliver, whoever is signed in. */
  readonly grant: string
  /** By the server's clock, ISO. */
  readonly grantExpiresAt: string
  /** The last number that was given here. */
  readonly lastSeq: number
  /** The number that the server expects next: what is below it is delivered. */
  readonly expectedSeq: number
  /** How many acts of it wait for a shift lead. */
  readonly openParked: number
  /** Why it cannot be delivered; null when it can. */
  readonly trouble: JournalTrouble | null
}

/** One act in a journal. */
export interface Entry {
  readonly journalId: string
  readonly seq: number
  readonly commandId: string
  /** By this device's clock, ISO: it may be wrong, the server goes by the numbers. */
  readonly clientTime: string
  readonly act: Act
  /** Null until the server has said something. */
  readonly answer: Answer | null
  /** Whether a person has read what the server said. */
  readonly seen: boolean
}

/** Whether somebody must read what came of it. */
export const needsPerson = ({ answer, seen }: Entry): boolean =>
  answer !== null && !seen && (answer.status !== 'DONE' || answer.putBack || answer.advice !== null)
