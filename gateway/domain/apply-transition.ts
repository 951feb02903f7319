import { type ClaimEnd, type ClaimFacts, isUnitTaken, LEASE_MINUTES, type OrderFacts } from './order-facts.js'
import { eventOf, type OrderEventType, type OrderState, type Transition } from './order-states.js'
import { transitionTable } from './transition-table.js'

/** Who makes a transition happen and when, and what they say. */
export interface Cause {
  readonly actor: string
  readonly device: string | null
  readonly now: Date
  /** Why it is held, short or cancelled. */
  readonly reason?: string | null
  /** Of ATTACH_LABEL: the key that was scanned, and whether the code may stand. */
  readonly label?: { readonly key: string; readonly valid: boolean }
  /** Of PUT_INTO_BOX. */
  readonly box?: string
  /** Of CLAIM: until when, from where and in which shift, when it is not a lease of 20 minutes. */
  readonly work?: Pick<ClaimFacts, 'expiresAt' | 'cellId' | 'shiftId'>
}

/** A decision: the order after it, the event that tells of it, and how its claim ends, if it does. */
export interface Change {
  readonly before: OrderFacts
  readonly next: OrderFacts
  readonly event: OrderEventType
  readonly claimEnds: ClaimEnd | null
  /** Whether its codes may be used again: the order is over, or another unit will be taken for it. */
  readonly labelsEnd: boolean
}

/**
 * Whose lease of their own, not the work of a shift, the order is or was: a command that they give about it is the activity that renews
 * their other leases.
 */
export const leasedTo = ({ before, next }: Pick<Change, 'before' | 'next'>): string | undefined => {
  const claim = next.claim ?? before.claim
  return claim?.shiftId === null ? claim.holder : undefined
}

const claimEndOf: Readonly<Record<Transition, ClaimEnd>> = {
  RELEASE: 'UNCLAIMED',
  CLAIM: 'EXPIRED',
  UNCLAIM: 'UNCLAIMED',
  PICK: 'PICKED',
  PACK: 'PICKED',
  STAGE: 'PICKED',
  HAND_OVER: 'PICKED',
  HOLD: 'HELD',
  RESUME: 'UNCLAIMED',
  REPORT_SHORTAGE: 'SHORT',
  RESOLVE_SHORTAGE: 'UNCLAIMED',
  CANCEL: 'CANCELLED',
  CONFIRM_PUT_BACK: 'CANCELLED',
  ATTACH_LABEL: 'PICKED',
  PUT_INTO_BOX: 'PICKED',
  EXPIRE_CLAIM: 'EXPIRED',
  MARKETPLACE_CANCEL: 'CANCELLED',
  ACCEPT: 'MARKETPLACE',
  COMPLETE: 'MARKETPLACE',
  REQUEST_RESHIP: 'MARKETPLACE',
}

/** Transitions that say why; all others but the put-back clear what was said. */
const reasoned: ReadonlySet<Transition> = new Set<Transition>([
  'HOLD',
  'REPORT_SHORTAGE',
  'CANCEL',
  'MARKETPLACE_CANCEL',
])

const target = (order: OrderFacts, transition: Transition): OrderState | undefined => {
  const cell = transitionTable[order.state][transition]
  if (!('to' in cell)) return undefined
  return cell.to === 'RESUME_STATE' ? (order.resumeState ?? undefined) : cell.to
}

const nextReason = (order: OrderFacts, transition: Transition, cause: Cause): string | null => {
  if (reasoned.has(transition)) return cause.reason ?? null
  return transition === 'CONFIRM_PUT_BACK' ? order.reason : null
}

const nextMeta = (attached: readonly string[], label: Cause['label']): readonly string[] => {
  if (!label) return attached
  const others = attached.filter((key) => key !== label.key)
  return label.valid ? [...others, label.key].toSorted() : others
}

const claimOf = ({ actor, device, now, work }: Cause): ClaimFacts => ({
  holder: actor,
  device,
  claimedAt: now,
  ...(work ?? { expiresAt: new Date(now.getTime() + LEASE_MINUTES * 60_000), cellId: null, shiftId: null }),
})

/** What the transition makes of the order, guards aside; undefined when the table refuses it. */
export const applyTransition = (order: OrderFacts, transition: Transition, cause: Cause): Change | undefined => {
  const state = target(order, transition)
  if (state === undefined) return undefined
  const anew = transition === 'RESOLVE_SHORTAGE'
  // The unit lies on its shelf, or is none: what was stuck to it and what it was put into says nothing of the order.
  const unitGone = anew || transition === 'CONFIRM_PUT_BACK'
  const next: OrderFacts = {
    ...order,
    state,
    // A held claim is over: somebody else may have to go on.
    resumeState: state === 'ON_HOLD' ? (order.state === 'CLAIMED' ? 'RELEASED' : order.state) : null,
    putBackRequired: state === 'CANCELLED' && transition !== 'CONFIRM_PUT_BACK' && isUnitTaken(order),
    pickedBy: transition === 'PICK' ? cause.actor : anew ? null : order.pickedBy,
    packedBy: transition === 'PACK' ? cause.actor : anew ? null : order.packedBy,
    box: unitGone ? null : transition === 'PUT_INTO_BOX' ? (cause.box ?? null) : order.box,
    attachedMeta: unitGone
      ? []
      : transition === 'ATTACH_LABEL'
        ? nextMeta(order.attachedMeta, cause.label)
        : order.attachedMeta,
    reason: nextReason(order, transition, cause),
    version: order.version + 1,
    claim: transition === 'CLAIM' ? claimOf(cause) : null,
  }
  const event = state === 'DONE' ? 'COMPLETED' : eventOf[transition]
  return {
    before: order,
    next,
    event,
    claimEnds: order.claim === null ? null : claimEndOf[transition],
    labelsEnd: anew || state === 'DONE' || (state === 'CANCELLED' && !next.putBackRequired),
  }
}
