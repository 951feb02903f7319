import fc from 'fast-check'
import type { ModelAct } from './oracle.js'

/** How large a run is. */
export interface ScriptSize {
  readonly phones: number
  readonly orders: number
  readonly rounds: { readonly least: number; readonly most: number }
  /** At most, in a round. */
  readonly acts: number
  readonly worldly: number
}

/** `overtake`: a phone’s leases run out, and the next phone takes what they were on. */
export const worldKinds = ['claim', 'overtake', 'expire', 'cancel', 'hold', 'resume', 'resolve', 'dismiss'] as const

/** Something that happens on the server, to some orders in one phone’s eyes. */
export interface Worldly {
  readonly kind: (typeof worldKinds)[number]
  readonly phone: number
  readonly from: number
  readonly count: number
}

/** Something that a person does; `order` counts in what their phone knows, or in all when `stray`. */
export interface Doing {
  readonly phone: number
  readonly order: number
  /** NEXT: what follows on the way of the order, as the phone sees it. */
  readonly act: ModelAct | 'NEXT'
  readonly stray: boolean
}

/** How a phone finds the network in a round. */
export interface Network {
  readonly up: boolean
  /** How often the same delivery arrives, at whichever gateway, at once. */
  readonly copies: number
  /** No answer comes back. */
  readonly lost: boolean
  readonly shuffled: boolean
  /** Its first entry is missing. */
  readonly torn: boolean
  /** The app comes up again and knows only its journal. */
  readonly crashed: boolean
  /** The app is reinstalled: what was not delivered is gone with the device’s storage, and a new journal begins. */
  readonly reinstalled: boolean
}

export interface Round {
  readonly world: readonly Worldly[]
  readonly doings: readonly Doing[]
  readonly networks: readonly Network[]
  /** PostgreSQL drops connections meanwhile. */
  readonly cut: boolean
}

const often = (percent: number) => fc.integer({ min: 1, max: 100 }).map((n) => n <= percent)

/** Runs of phones and orders, with everything that can happen between them. */
export const scriptOf = ({ phones, orders, rounds, acts, worldly }: ScriptSize): fc.Arbitrary<readonly Round[]> => {
  const phone = fc.nat(phones - 1)
  const world = fc.record({
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('claim' as const, 'overtake' as const) },
      { weight: 4, arbitrary: fc.constantFrom(...worldKinds) },
    ),
    phone,
    from: fc.nat(orders - 1),
    count: fc.integer({ min: 1, max: Math.ceil(orders / phones) }),
  })
  const doing = fc.record({
    phone,
    order: fc.nat(orders - 1),
    act: fc.oneof(
      { weight: 12, arbitrary: fc.constant('NEXT' as const) },
      { weight: 1, arbitrary: fc.constantFrom('pick' as const, 'pack' as const) },
      {
        weight: 4,
        arbitrary: fc.constantFrom('stage' as const, 'reportShortage' as const, 'unclaim' as const, 'putBack' as const),
      },
    ),
    stray: often(4),
  })
  const network = fc.record({
    up: often(70),
    copies: fc.integer({ min: 1, max: 5 }),
    lost: often(30),
    shuffled: often(50),
    torn: often(15),
    crashed: often(15),
    reinstalled: often(4),
  })
  const round = fc.record({
    world: fc.array(world, { minLength: 2, maxLength: worldly }),
    doings: fc.array(doing, { minLength: Math.ceil(acts / 3), maxLength: acts, size: 'max' }),
    networks: fc.array(network, { minLength: phones, maxLength: phones }),
    cut: often(10),
  })
  // Everybody has work to begin with.
  const work = (n: number): Worldly => {
    const count = Math.ceil(orders / phones)
    return { kind: 'claim', phone: n, from: n * count, count }
  }
  const began = { world: Array.from({ length: phones }, (_, n) => work(n)), doings: [], networks: [], cut: false }
  return fc
    .array(round, { minLength: rounds.least, maxLength: rounds.most, size: 'max' })
    .map((more) => [began, ...more])
}
