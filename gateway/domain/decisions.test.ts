import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from './apply-transition.js'
import { availableCommands, holderCommands } from './available-commands.js'
import { type CommandGiven, decideOrderCommand, expireForClaim } from './decide-order-command.js'
import { decideExpiry, decideMirrorChange } from './decide-order-fact.js'
import { isLeaseLive, LEASE_MINUTES, type OrderFacts } from './order-facts.js'
import { isLive, ORDER_COMMANDS, ORDER_STATES, type OrderCommand, type OrderState } from './order-states.js'
import { meansCancelled } from './wb-status.js'

const RIGHT = 'right'
const start: OrderFacts = {
  id: 'order',
  state: 'NEW',
  resumeState: null,
  putBackRequired: false,
  pickedBy: null,
  packedBy: null,
  box: null,
  requiredMeta: ['sgtin'],
  optionalMeta: ['gtin'],
  attachedMeta: [],
  reason: null,
  version: 1,
  claim: null,
  marketplace: { supplierStatus: 'new', wbStatus: 'waiting', isCancellable: null, cancelled: false },
  barcodes: [RIGHT, 'also right'],
}
const minute = 60_000
const label = { key: 'sgtin', valid: true }

type Step =
  | (Pick<CommandGiven, 'command' | 'actor' | 'barcode' | 'label' | 'box'> & { readonly kind: 'command' })
  | { readonly kind: 'forward' }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'status'; readonly supplierStatus: string; readonly wbStatus: string }

const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('command' as const),
        command: fc.constantFrom(...ORDER_COMMANDS),
        actor: fc.constantFrom('anna', 'boris'),
        barcode: fc.constantFrom(RIGHT, RIGHT, 'also right', 'wrong', ''),
        label: fc.constantFrom(
          label,
          { key: 'sgtin', valid: false },
          { key: 'gtin', valid: true },
          { key: 'uin', valid: true },
        ),
        box: fc.constantFrom('K-1', 'K-2'),
      }),
    },
    // The straight way, so that runs come far.
    { weight: 8, arbitrary: fc.constant({ kind: 'forward' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 30 }) }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'sweep' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('status' as const),
        supplierStatus: fc.constantFrom('new', 'confirm', 'complete', 'cancel', 'martian'),
        wbStatus: fc.constantFrom('waiting', 'sorted', 'sold', 'canceled', 'canceled_by_client', 'postponed_delivery'),
      }),
    },
  ),
  { maxLength: 60 },
)

const forward: Readonly<Partial<Record<OrderState, OrderCommand>>> = {
  NEW: 'RELEASE',
  RELEASED: 'CLAIM',
  CLAIMED: 'PICK',
  PICKED: 'PACK',
  PACKED: 'STAGE',
  STAGED: 'HAND_OVER',
  ON_HOLD: 'RESUME',
  SHORT: 'RESOLVE_SHORTAGE',
}

/** The next step of the straight way; a unit is marked before it is packed. */
const forwardOf = ({ state, attachedMeta }: OrderFacts): OrderCommand =>
  state === 'PICKED' && !attachedMeta.includes('sgtin') ? 'ATTACH_LABEL' : (forward[state] ?? 'CANCEL')

/** The oracle: what a unit and its holder are, told by events alone, knowing nothing of the table. */
interface Oracle {
  readonly state: OrderState
  readonly holder: string | null
  /** The unit has left its shelf. */
  readonly taken: boolean
}
const oracleAfter = (oracle: Oracle, change: Change, actor: string): Oracle => {
  const at = (state: OrderState, rest: Partial<Oracle> = {}): Oracle => ({ ...oracle, state, holder: null, ...rest })
  switch (change.event) {
    case 'RELEASED':
    case 'UNCLAIMED':
    case 'CLAIM_EXPIRED':
      return at('RELEASED')
    case 'SHORTAGE_RESOLVED':
      return at('RELEASED', { taken: false })
    case 'CLAIMED':
      return at('CLAIMED', { holder: actor })
    case 'PICKED':
      return at('PICKED', { taken: true })
    case 'PACKED':
      return at('PACKED')
    case 'STAGED':
      return at('STAGED')
    case 'HANDED_OVER':
      return at('HANDED_OVER')
    case 'HELD':
      return at('ON_HOLD')
    case 'RESUMED':
      return at(change.before.resumeState ?? 'NEW')
    case 'SHORTAGE_REPORTED':
      return at('SHORT', { taken: false })
    case 'CANCELLED':
      return at('CANCELLED')
    case 'PUT_BACK_CONFIRMED':
      return at('CANCELLED', { taken: false })
    case 'ACCEPTED':
      return at('ACCEPTED')
    case 'COMPLETED':
      return at('DONE')
    default:
      return oracle
  }
}

const check = (before: OrderFacts, change: Change) => {
  const { next } = change
  expect(change.before).toEqual(before)
  expect(next.version).toBe(before.version + 1)
  expect(next.resumeState !== null).toBe(next.state === 'ON_HOLD')
  if (next.putBackRequired) expect(next.state).toBe('CANCELLED')
  expect(next.claim !== null).toBe(next.state === 'CLAIMED')
  expect(change.claimEnds !== null).toBe(before.claim !== null && next.claim !== before.claim)
}

test('whatever people and the marketplace do, an order stays in order', () => {
  const seed = Number(process.hrtime.bigint() % 2_147_483_647n)
  console.info(`fast-check seed ${seed}`)
  const reached = new Set<OrderState>()
  const property = fc.property(steps, (list: readonly Step[]) => {
    let order = start
    let oracle: Oracle = { state: 'NEW', holder: null, taken: false }
    let now = new Date('2026-11-22T09:00:00Z')
    const take = (change: Change | undefined, actor: string) => {
      if (!change) return
      check(order, change)
      oracle = oracleAfter(oracle, change, actor)
      order = change.next
      reached.add(order.state)
      expect({ state: order.state, holder: order.claim?.holder ?? null }).toEqual({
        state: oracle.state,
        holder: oracle.holder,
      })
      if (change.event === 'CANCELLED') expect(order.putBackRequired).toBe(oracle.taken)
    }
    for (const step of list) {
      if (step.kind === 'wait') now = new Date(now.getTime() + step.minutes * minute)
      else if (step.kind === 'sweep') take(decideExpiry(order, now), 'system')
      else if (step.kind === 'status') {
        const { supplierStatus, wbStatus } = step
        const mirror = { supplierStatus, wbStatus, isCancellable: null, cancelled: meansCancelled(step) }
        take(decideMirrorChange(order, mirror, now), 'marketplace')
        expect(order.marketplace).toEqual(mirror)
      } else {
        const said =
          step.kind === 'command'
            ? step
            : { command: forwardOf(order), actor: order.claim?.holder ?? 'anna', barcode: RIGHT, label, box: 'K-1' }
        const given: CommandGiven = { ...said, device: null, now }
        const wasClosed = !isLive(order)
        take(expireForClaim(order, given), 'system')
        const live = isLeaseLive(order.claim, now)
        const decision = decideOrderCommand(order, given)
        if ('refusal' in decision) {
          expect(decision.refusal).toMatchObject({ orderId: order.id, orderState: order.state })
          // One may scan again, and put it into another box.
          const again = ['WRONG_ITEM', 'LABEL_NOT_NEEDED'].includes(decision.refusal.code)
          if (!again && !(said.command === 'PUT_INTO_BOX' && order.box === said.box))
            expect(decision.refusal.availableCommands).not.toContain(said.command)
          continue
        }
        // No person opens a closed order, takes from a live foreign claim, or gets by with a wrong scan.
        expect(wasClosed).toBe(false)
        expect(availableCommands(order)).toContain(said.command)
        if (live && holderCommands.has(said.command)) expect(order.claim?.holder).toBe(said.actor)
        if (['PICK', 'PACK', 'CONFIRM_PUT_BACK'].includes(said.command)) expect(order.barcodes).toContain(said.barcode)
        if (said.command === 'PACK') expect(order.attachedMeta).toContain('sgtin')
        take(decision.change, said.actor)
        // What a unit was marked with and put into goes with it.
        if (['RELEASED', 'CLAIMED'].includes(order.state) || decision.change.event === 'PUT_BACK_CONFIRMED')
          expect([order.box, order.attachedMeta]).toEqual([null, []])
      }
    }
  })
  fc.assert(property, { numRuns: 2000, seed })
  for (const state of ORDER_STATES)
    if (!['CANCEL_REQUESTED', 'RESHIP'].includes(state)) expect(reached, state).toContain(state)
})

test('what is said to be available is what some person can do, and nothing else', () => {
  const claim = (now: Date, minutes: number) => ({
    holder: 'anna',
    device: null,
    claimedAt: now,
    expiresAt: new Date(now.getTime() + minutes * minute),
    cellId: null,
    shiftId: null,
  })
  const now = new Date('2026-11-22T09:00:00Z')
  for (const state of ORDER_STATES)
    for (const putBackRequired of state === 'CANCELLED' ? [true, false] : [false])
      for (const [cancelled, attachedMeta] of [true, false].flatMap(
        (is) =>
          [
            [is, []],
            [is, ['sgtin']],
          ] as const,
      )) {
        const order: OrderFacts = {
          ...start,
          state,
          attachedMeta,
          putBackRequired,
          resumeState: state === 'ON_HOLD' ? 'PICKED' : null,
          claim: state === 'CLAIMED' ? claim(now, LEASE_MINUTES) : null,
          marketplace: { ...start.marketplace, cancelled },
        }
        const can = ORDER_COMMANDS.filter((command) =>
          ['anna', 'boris'].some(
            (actor) =>
              'change' in
              decideOrderCommand(order, { command, actor, device: null, now, barcode: RIGHT, label, box: 'K-1' }),
          ),
        )
        expect(availableCommands(order), `${state} ${putBackRequired} ${cancelled}`).toEqual(can)
      }
})

test('a lease ends at its very moment, not after it', () => {
  const now = new Date('2026-11-22T09:00:00Z')
  const claim = { holder: 'anna', device: null, claimedAt: now, expiresAt: now, cellId: null, shiftId: null }
  expect(isLeaseLive(claim, now)).toBe(false)
  expect(isLeaseLive(claim, new Date(now.getTime() - 1))).toBe(true)
})

test('a cancel in flight that the marketplace grants leaves a unit to put back when one was picked', () => {
  const mirror = { supplierStatus: 'cancel', wbStatus: 'canceled', isCancellable: false, cancelled: true }
  const asked: OrderFacts = { ...start, state: 'CANCEL_REQUESTED', pickedBy: 'anna' }
  expect(decideMirrorChange(asked, mirror, new Date())?.next).toMatchObject({
    state: 'CANCELLED',
    putBackRequired: true,
  })
  const early: OrderFacts = { ...asked, pickedBy: null }
  expect(decideMirrorChange(early, mirror, new Date())?.next).toMatchObject({
    state: 'CANCELLED',
    putBackRequired: false,
  })
})

test('a re-shipment is staged again, and its unit put back when it is cancelled', () => {
  const order: OrderFacts = { ...start, state: 'RESHIP', pickedBy: 'anna' }
  const given = { actor: 'boris', device: null, now: new Date() }
  expect(decideOrderCommand(order, { ...given, command: 'STAGE' })).toMatchObject({
    change: { next: { state: 'STAGED' } },
  })
  expect(decideOrderCommand(order, { ...given, command: 'CANCEL' })).toMatchObject({
    change: { next: { state: 'CANCELLED', putBackRequired: true } },
  })
})
