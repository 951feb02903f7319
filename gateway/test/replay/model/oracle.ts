// What must come of acts, told a second time: by units, holders and hands, knowing nothing of the conflict table.

export type ModelAct = 'pick' | 'pack' | 'stage' | 'reportShortage' | 'unclaim' | 'putBack'

/** An act as its journal brings it. */
export interface Brought {
  readonly person: string
  readonly journal: string
  readonly act: ModelAct
}

interface Hand {
  readonly done: Set<ModelAct>
  /** How many of its acts on the order wait for a lead. */
  waiting: number
}

/** An order as the oracle sees it. */
export interface ModelOrder {
  state: string
  resume: string | null
  holder: string | null
  /** Everybody who ever had it. */
  readonly held: Set<string>
  pickedBy: string | null
  packedBy: string | null
  putBack: boolean
  /** Second units in people’s hands. */
  surplus: string[]
  /** Units that have left a shelf for it, and come back. */
  taken: number
  returned: number
  readonly hands: Map<string, Hand>
}

export const newOrder = (): ModelOrder => ({
  state: 'RELEASED',
  resume: null,
  holder: null,
  held: new Set(),
  pickedBy: null,
  packedBy: null,
  putBack: false,
  surplus: [],
  taken: 0,
  returned: 0,
  hands: new Map(),
})

const handOf = (order: ModelOrder, journal: string): Hand => {
  const hand = order.hands.get(journal) ?? { done: new Set(), waiting: 0 }
  order.hands.set(journal, hand)
  return hand
}

const inHand = ['PICKED', 'PACKED', 'STAGED']
const live = (order: ModelOrder) => (order.state === 'ON_HOLD' ? (order.resume ?? '') : order.state)

/** The order goes on to a state: under a hold that is only noted. */
const go = (order: ModelOrder, state: string, outcome: string): string => {
  if (order.state === 'ON_HOLD') {
    order.resume = state
    return 'ON_HOLD'
  }
  order.state = state
  order.holder = null
  return outcome
}

const pick = (order: ModelOrder, { person, journal }: Brought): string => {
  const isOwn = order.pickedBy === person && handOf(order, journal).done.has('pick')
  const state = live(order)
  const unitKnown = inHand.includes(state) || state === 'CANCELLED'
  if (unitKnown && isOwn) return 'ALREADY'
  if (state !== 'CLAIMED' || order.holder !== person) if (!order.held.has(person)) return 'PARKED NOT_CLAIMED'
  const outcome =
    state === 'RELEASED'
      ? 'LATE'
      : state === 'CLAIMED'
        ? order.holder === person
          ? 'AS_SAID'
          : 'TAKEN_OVER'
        : state === 'SHORT'
          ? 'FOUND'
          : ''
  order.taken += 1
  if (outcome !== '') {
    if (state === 'SHORT') order.packedBy = null
    order.pickedBy = person
    return go(order, 'PICKED', outcome)
  }
  if (order.pickedBy !== null) {
    order.surplus.push(person)
    return 'SURPLUS'
  }
  order.pickedBy = person
  order.putBack = true
  return 'PUT_BACK'
}

const step =
  (from: string, to: string) =>
  (order: ModelOrder, brought: Brought): string => {
    const state = live(order)
    if (state === 'CANCELLED') return order.putBack ? 'REFUSED CANCELLED' : 'PARKED CANCELLED'
    const beyond = inHand.indexOf(state) >= inHand.indexOf(to)
    if (beyond && to === 'STAGED') return 'ALREADY'
    if (beyond)
      return order.packedBy === brought.person && handOf(order, brought.journal).done.has('pack')
        ? 'ALREADY'
        : 'PARKED ALREADY_DONE'
    if (state !== from) return 'PARKED WRONG_STATE'
    if (to === 'PACKED') order.packedBy = brought.person
    return go(order, to, 'AS_SAID')
  }

const reportShortage = (order: ModelOrder, { person, journal }: Brought): string => {
  const isOwn = order.pickedBy === person && handOf(order, journal).done.has('pick')
  const inVain = order.held.has(person) && order.pickedBy !== null && !isOwn
  const state = live(order)
  if (state === 'SHORT') return 'ALREADY'
  if (state === 'CLAIMED' && order.holder !== person) return 'REFUSED FOREIGN_CLAIM'
  if (state === 'CLAIMED') return go(order, 'SHORT', 'AS_SAID')
  if (state === 'RELEASED' && !order.held.has(person)) return 'PARKED NOT_CLAIMED'
  if (state !== 'RELEASED' && inVain) return 'OVERRULED'
  if (state === 'CANCELLED') return order.putBack ? 'PARKED CANCELLED' : 'ALREADY'
  if (state === 'STAGED' || order.state === 'ON_HOLD') return 'PARKED WRONG_STATE'
  return go(order, 'SHORT', state === 'RELEASED' ? 'LATE' : 'AS_SAID')
}

const unclaim = (order: ModelOrder, { person, journal }: Brought): string => {
  const state = live(order)
  if (state === 'CLAIMED' && order.holder === person) return go(order, 'RELEASED', 'AS_SAID')
  const isOwn = order.pickedBy === person && handOf(order, journal).done.has('pick')
  return isOwn && [...inHand, 'SHORT'].includes(state) ? 'REFUSED WRONG_STATE' : 'ALREADY'
}

const putBack = (order: ModelOrder, { person, journal }: Brought): string => {
  if (order.surplus.length > 0) {
    const own = order.surplus.indexOf(person)
    order.surplus.splice(own < 0 ? 0 : own, 1)
    order.returned += 1
    return 'SURPLUS_RETURNED'
  }
  if (live(order) !== 'CANCELLED') return handOf(order, journal).done.has('putBack') ? 'ALREADY' : 'PARKED WRONG_STATE'
  if (order.putBack) {
    order.putBack = false
    order.returned += 1
    return 'AS_SAID'
  }
  return order.pickedBy === null ? 'PARKED WRONG_STATE' : 'ALREADY'
}

const acts: Readonly<Record<ModelAct, (order: ModelOrder, brought: Brought) => string>> = {
  pick,
  pack: step('PICKED', 'PACKED'),
  stage: step('PACKED', 'STAGED'),
  reportShortage,
  unclaim,
  putBack,
}

/** Takes an act in the order in which the server took it; what must come of it. */
export const take = (order: ModelOrder, brought: Brought): string => {
  const hand = handOf(order, brought.journal)
  const outcome = hand.waiting > 0 ? 'PARKED DEPENDS_ON_PARKED' : acts[brought.act](order, brought)
  if (outcome.startsWith('PARKED')) hand.waiting += 1
  else if (!outcome.startsWith('REFUSED')) hand.done.add(brought.act)
  return outcome
}

/** What happens on the server meanwhile. */
export const world = {
  claim: (order: ModelOrder, person: string) => {
    if (order.state !== 'RELEASED') return
    order.state = 'CLAIMED'
    order.holder = person
    order.held.add(person)
  },
  expire: (order: ModelOrder, person: string) => {
    if (order.state !== 'CLAIMED' || order.holder !== person) return
    order.state = 'RELEASED'
    order.holder = null
  },
  cancel: (order: ModelOrder) => {
    if (order.state === 'CANCELLED') return
    order.putBack = inHand.includes(live(order))
    order.state = 'CANCELLED'
    order.resume = null
    order.holder = null
  },
  hold: (order: ModelOrder) => {
    if (!['RELEASED', 'CLAIMED', ...inHand].includes(order.state)) return
    order.resume = order.state === 'CLAIMED' ? 'RELEASED' : order.state
    order.state = 'ON_HOLD'
    order.holder = null
  },
  resume: (order: ModelOrder) => {
    if (order.state !== 'ON_HOLD') return
    order.state = order.resume ?? ''
    order.resume = null
  },
  resolve: (order: ModelOrder) => {
    if (order.state !== 'SHORT') return
    order.state = 'RELEASED'
    order.pickedBy = null
    order.packedBy = null
  },
  dismiss: (order: ModelOrder, journal: string) => {
    handOf(order, journal).waiting = 0
  },
} as const
