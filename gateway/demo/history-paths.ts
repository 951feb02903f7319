import type { Random } from '../../prisma/seed/random.js'

/** What happens to an order in the demo's past, in the order in which it can happen within one slot of time. */
export const historyKinds = [
  'IMPORT',
  'RELEASE',
  'CLAIM',
  'PICK',
  'REPORT_SHORTAGE',
  'PACK',
  'HOLD',
  'RESUME',
  'STAGE',
  'HAND_OVER',
  'ACCEPT',
  'SELL',
  'MARKETPLACE_CANCEL',
] as const
export type HistoryKind = (typeof historyKinds)[number]
export type HistoryEvent = Exclude<HistoryKind, 'IMPORT'>

/** States that the demo's live orders are found in. */
export type HistoryState =
  'NEW' | 'RELEASED' | 'CLAIMED' | 'PICKED' | 'PACKED' | 'STAGED' | 'SHORT' | 'ON_HOLD' | 'CANCELLED'

const released = ['RELEASE'] as const
const claimed = [...released, 'CLAIM'] as const
const picked = [...claimed, 'PICK'] as const
const packed = [...picked, 'PACK'] as const
const staged = [...packed, 'STAGE'] as const

/** Ways into each state; one is drawn for each order. */
const livePaths: Readonly<Record<HistoryState, readonly (readonly HistoryEvent[])[]>> = {
  NEW: [[]],
  RELEASED: [released],
  CLAIMED: [claimed],
  PICKED: [picked],
  PACKED: [packed, packed, packed, packed, [...packed, 'HOLD', 'RESUME']],
  STAGED: [staged, staged, staged, staged, staged, [...packed, 'HOLD', 'RESUME', 'STAGE']],
  SHORT: [[...claimed, 'REPORT_SHORTAGE']],
  ON_HOLD: [
    [...packed, 'HOLD'],
    [...picked, 'HOLD'],
    [...released, 'HOLD'],
  ],
  CANCELLED: [
    [...picked, 'MARKETPLACE_CANCEL'],
    [...packed, 'MARKETPLACE_CANCEL'],
  ],
}

/** A way into a state. */
export const livePath = (state: HistoryState, random: Random): readonly HistoryEvent[] => random.pick(livePaths[state])

/** A way out of the warehouse: nearly all are handed over, some cancelled before anybody picked them. */
export const closedPath = (random: Random): readonly HistoryEvent[] =>
  random.chance(0.05) ? [...released, 'MARKETPLACE_CANCEL'] : [...staged, 'HAND_OVER', 'ACCEPT', 'SELL']

/** How long an order waits for each event, as shares of its time. */
const waits: Readonly<Record<HistoryEvent, number>> = {
  RELEASE: 0.15,
  CLAIM: 0.25,
  PICK: 0.08,
  REPORT_SHORTAGE: 0.08,
  PACK: 0.25,
  HOLD: 0.1,
  RESUME: 0.15,
  STAGE: 0.2,
  HAND_OVER: 0.25,
  ACCEPT: 0,
  SELL: 0,
  MARKETPLACE_CANCEL: 0.15,
}

/** A lease lasts 20 minutes; with slots of eight, this is safely within. */
const longestClaim = 9 * 60_000

/**
 * Spreads a path's events over the time from `from` to `to` (ms since 1970). A live order still waits in its state at
 * the end; the last event of a closed one stands at `to`, what the marketplace tells comes after it.
 */
export const spreadPath = (
  path: readonly HistoryEvent[],
  from: number,
  to: number,
  options: { readonly random: Random; readonly waitsOn: boolean },
): { readonly kind: HistoryEvent; readonly at: number }[] => {
  const { random, waitsOn } = options
  const own = path.filter((kind) => kind !== 'ACCEPT' && kind !== 'SELL')
  const shares = own.map((kind) => waits[kind] * (0.5 + random.next()))
  const whole = shares.reduce((sum, share) => sum + share, waitsOn ? 0.2 * (0.5 + random.next()) : 0)
  let at = from
  const events = own.map((kind, index): { kind: HistoryEvent; at: number } => {
    at += (to - from) * ((shares[index] ?? 0) / whole)
    return { kind, at }
  })
  // Whoever takes an order works on it at once, else the lease would run out.
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'CLAIM') continue
    const next = events[index + 1]?.at ?? to
    event.at = Math.max(event.at, next - longestClaim)
  }
  if (path.includes('ACCEPT')) {
    const accepted = to + random.int(14, 30) * 60_000
    events.push({ kind: 'ACCEPT', at: accepted }, { kind: 'SELL', at: accepted + random.int(40, 150) * 60_000 })
  }
  return events
}
