import type { Entry, Journal } from '../journal/entry'
import type { Known } from '../model/put-backs'
import type { Work } from '../model/work'
import type { Who } from './who'

/**
 * What is wrong with the phone's own memory. NONE: there is none, nothing can be kept. FULL: the last act was not kept. LOST:
 * acts that were not delivered are gone. CLOSED: it was taken away under our hands, a reload gets it back.
 */
export type StorageTrouble = 'NONE' | 'FULL' | 'LOST' | 'CLOSED'

export type Phase = 'STARTING' | 'SIGNED_OUT' | 'LOCKED' | 'OPEN'

/** All that the screens show. */
export interface PhoneState {
  readonly phase: Phase
  readonly who: Who | null
  /** Whether the server was heard of at the last try. */
  readonly online: boolean
  /** Null without a shift. */
  readonly work: Work | null
  readonly known: ReadonlyMap<string, Known>
  /** Of everybody on this device. */
  readonly journals: readonly Journal[]
  /** Of whoever works here. */
  readonly journalId: string | null
  readonly entries: readonly Entry[]
  readonly gone: ReadonlySet<string>
  readonly storage: StorageTrouble | null
  /** Whether the system has promised not to throw the memory away; null while it was not asked. */
  readonly persisted: boolean | null
}

export const startingState: PhoneState = {
  phase: 'STARTING',
  who: null,
  online: true,
  work: null,
  known: new Map(),
  journals: [],
  journalId: null,
  entries: [],
  gone: new Set(),
  storage: null,
  persisted: null,
}

/** How many acts of this device the server does not have yet. */
export const undelivered = ({ journals }: Pick<PhoneState, 'journals'>): number =>
  journals.reduce((sum, { lastSeq, expectedSeq }) => sum + Math.max(0, lastSeq - expectedSeq + 1), 0)
