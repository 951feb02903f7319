import type { Crew } from '../../prisma/seed/people.js'
import { markingCode } from '../../prisma/seed/marking-codes.js'
import type { Random } from '../../prisma/seed/random.js'
import type { ShiftOrder } from './shift-board.js'

/** What the shift does next; `actor` is who does it, and the manager imports. */
export type ShiftStep =
  | { readonly kind: 'IMPORT'; readonly count: number }
  /** The gateway chooses the most urgent ones, and says where they lie. */
  | { readonly kind: 'CLAIM'; readonly count: number; readonly actor: string }
  | {
      readonly kind: 'RELEASE' | 'UNCLAIM' | 'STAGE' | 'HAND_OVER' | 'RESUME'
      readonly orderIds: readonly string[]
      readonly actor: string
    }
  | {
      readonly kind: 'HOLD' | 'CANCEL'
      readonly orderIds: readonly string[]
      readonly reason: string
      readonly actor: string
    }
  | {
      readonly kind: 'PICK' | 'CONFIRM_PUT_BACK'
      readonly orderId: string
      readonly barcode: string
      readonly actor: string
    }
  | {
      readonly kind: 'PACK'
      readonly orderId: string
      readonly barcode: string
      /** Scanned before: what the order still lacks. */
      readonly labels: readonly { readonly key: string; readonly raw: string }[]
      readonly actor: string
    }
  | { readonly kind: 'REPORT_SHORTAGE'; readonly orderId: string; readonly reason: string; readonly actor: string }
  | { readonly kind: 'RESOLVE_SHORTAGE'; readonly orderId: string; readonly actor: string }
export type ShiftStepKind = ShiftStep['kind']

/** What a step is decided from. */
export interface ShiftView {
  /** Live orders, soonest deadline first. */
  readonly orders: readonly ShiftOrder[]
  readonly crew: Crew
  /** How many live orders there should be now. */
  readonly liveTarget: number
  readonly now: Date
}

/** Shares of the live orders that a calm warehouse has in each state. */
export const calmShares = {
  NEW: 0.15,
  RELEASED: 0.18,
  CLAIMED: 0.1,
  PICKED: 0.14,
  PACKED: 0.16,
  STAGED: 0.2,
  SHORT: 0.025,
  ON_HOLD: 0.03,
  CANCELLED: 0.015,
} as const satisfies Readonly<Record<string, number>>

/** Why things go wrong, as people write it. */
export const shiftReasons = {
  HOLD: ['Проверка маркировки', 'Повреждена упаковка', 'Уточняем состав с покупателем', 'Ждём стикер'],
  REPORT_SHORTAGE: ['Нет в ячейке', 'Брак: пятно', 'Не тот размер в ячейке', 'Брак: шов'],
  CANCEL: ['Нет в наличии', 'Брак, замены нет'],
} as const

/**
 * Which state a step empties, how often it is wanted when that state holds its calm share, and how many orders it
 * takes. A step that takes three is wanted a third as often: the flow through every state is then the same.
 */
const kinds: Readonly<
  Record<
    Exclude<ShiftStepKind, 'IMPORT'>,
    { from: keyof typeof calmShares; weight: number; batch: readonly [number, number] }
  >
> = {
  RELEASE: { from: 'NEW', weight: 0.34, batch: [2, 4] },
  CLAIM: { from: 'RELEASED', weight: 0.5, batch: [1, 3] },
  UNCLAIM: { from: 'CLAIMED', weight: 0.02, batch: [1, 1] },
  PICK: { from: 'CLAIMED', weight: 1, batch: [1, 1] },
  PACK: { from: 'PICKED', weight: 1, batch: [1, 1] },
  STAGE: { from: 'PACKED', weight: 0.4, batch: [1, 4] },
  HAND_OVER: { from: 'STAGED', weight: 0.2, batch: [3, 7] },
  HOLD: { from: 'PACKED', weight: 0.03, batch: [1, 1] },
  RESUME: { from: 'ON_HOLD', weight: 0.03, batch: [1, 1] },
  REPORT_SHORTAGE: { from: 'CLAIMED', weight: 0.025, batch: [1, 1] },
  RESOLVE_SHORTAGE: { from: 'SHORT', weight: 0.025, batch: [1, 1] },
  CANCEL: { from: 'SHORT', weight: 0.004, batch: [1, 1] },
  CONFIRM_PUT_BACK: { from: 'CANCELLED', weight: 0.015, batch: [1, 1] },
}
const importing = { weight: 0.42, batch: [1, 4] } as const

const troubles = new Set<ShiftStepKind>(['HOLD', 'REPORT_SHORTAGE', 'CANCEL', 'UNCLAIM'])

/** Whether an order allows a step; a unit that lacks its marking is marked by the step that packs it. */
const allows = ({ state, availableCommands }: ShiftOrder, kind: ShiftStepKind): boolean =>
  availableCommands.includes(kind) ||
  (kind === 'PACK' && state === 'PICKED' && availableCommands.includes('ATTACH_LABEL'))

/** The soonest ones mostly: a shift works by deadline, but not like a machine. */
const choose = (random: Random, candidates: readonly ShiftOrder[], count: number): readonly ShiftOrder[] => {
  const left = [...candidates]
  const chosen: ShiftOrder[] = []
  while (chosen.length < count && left.length > 0) {
    const window = Math.min(left.length, random.chance(0.25) ? 60 : 8)
    chosen.push(...left.splice(Math.floor(random.next() ** 2 * window), 1))
  }
  return chosen
}

const weightOf = (kind: ShiftStepKind, view: ShiftView, counts: ReadonlyMap<string, number>): number => {
  if (kind === 'IMPORT') {
    const fill = view.orders.length / Math.max(1, view.liveTarget)
    // Steep on purpose: the number of live orders must hold for weeks, whatever the luck of the draw.
    return fill >= 1.03 ? 0 : importing.weight * Math.min(12, fill < 0.05 ? 12 : fill ** -8)
  }
  const { from, weight } = kinds[kind]
  const count = counts.get(from) ?? 0
  if (count === 0) return 0
  const pressure = count / Math.max(1, calmShares[from] * view.liveTarget)
  // Trouble comes with the flow; everything else answers to what has piled up, but no pile takes the whole shift.
  return weight * (troubles.has(kind) ? Math.min(1, pressure) : Math.min(3, pressure) ** 2)
}

/** So long somebody else's units wait for them, to be packed or put back; then the crew does not let them lie. */
const waitsForPicker = 30 * 60_000

/** What somebody else has taken is theirs: the crew plays nobody but itself. */
const isFree = (order: ShiftOrder, { crew: { pickers }, now }: ShiftView): boolean => {
  const { claim, pickedBy, state, stateChangedAt } = order
  if (claim !== null) return pickers.includes(claim.holder)
  const inTote = state === 'PICKED' || state === 'CANCELLED'
  if (!inTote || pickedBy === null || pickers.includes(pickedBy)) return true
  return now.getTime() - Date.parse(stateChangedAt) > waitsForPicker
}

/** Released orders above those that are left to others: these go last, as their deadlines do. */
const ownReleased = ({ orders, crew: { leaves } }: ShiftView): readonly ShiftOrder[] => {
  const released = orders.filter(({ state }) => state === 'RELEASED')
  return released.slice(0, Math.max(0, released.length - leaves))
}

const candidatesFor = (kind: Exclude<ShiftStepKind, 'IMPORT'>, view: ShiftView): readonly ShiftOrder[] => {
  const { orders } = view
  const own = new Set(ownReleased(view))
  const able = orders.filter(
    (order) => allows(order, kind) && isFree(order, view) && (order.state !== 'RELEASED' || own.has(order)),
  )
  if (kind === 'PICK') {
    // First taken, first picked.
    return able.toSorted((a, b) => ((a.claim?.claimedAt ?? '') < (b.claim?.claimedAt ?? '') ? -1 : 1))
  }
  // Without these two, holding would take from every state and cancelling would empty the warehouse.
  if (kind === 'HOLD') return able.filter(({ state }) => ['RELEASED', 'PICKED', 'PACKED'].includes(state))
  if (kind === 'CANCEL') return able.filter(({ state }) => state === 'SHORT')
  return able
}

/** The codes of a unit that were not scanned yet; the demo sells nothing that asks for others. */
const missingLabels = ({ id, sku, requiredMeta, attachedMeta }: ShiftOrder) =>
  requiredMeta
    .filter((key) => key === 'sgtin' && !attachedMeta.includes(key))
    .map((key) => ({ key, raw: markingCode(sku.barcodes, id) }))

const build = (kind: Exclude<ShiftStepKind, 'IMPORT'>, view: ShiftView, random: Random): ShiftStep | undefined => {
  const candidates = candidatesFor(kind, view)
  const free = kind === 'HOLD' || kind === 'RESUME' || kind === 'RESOLVE_SHORTAGE' || kind === 'REPORT_SHORTAGE'
  const chosen = free
    ? candidates.length > 0
      ? [random.pick(candidates)]
      : []
    : choose(random, candidates, random.int(...kinds[kind].batch))
  const first = chosen[0]
  if (first === undefined) return undefined
  const orderIds = chosen.map(({ id }) => id)
  const { lead, pickers, packers } = view.crew
  const holder = first.claim?.holder ?? random.pick(pickers)
  const barcode = random.pick(first.sku.barcodes)
  switch (kind) {
    case 'RELEASE':
    case 'RESUME':
      return { kind, orderIds, actor: lead }
    case 'CLAIM':
      return { kind, count: orderIds.length, actor: random.pick(pickers) }
    case 'UNCLAIM':
      return { kind, orderIds, actor: holder }
    case 'STAGE':
    case 'HAND_OVER':
      return { kind, orderIds, actor: kind === 'STAGE' ? random.pick(packers) : lead }
    case 'HOLD':
    case 'CANCEL':
      return {
        kind,
        orderIds,
        reason: random.pick(shiftReasons[kind]),
        actor: kind === 'HOLD' ? random.pick(packers) : lead,
      }
    case 'PICK':
      return { kind, orderId: first.id, barcode, actor: holder }
    case 'PACK':
      return { kind, orderId: first.id, barcode, labels: missingLabels(first), actor: random.pick(packers) }
    case 'CONFIRM_PUT_BACK':
      return { kind, orderId: first.id, barcode, actor: random.pick(pickers) }
    case 'REPORT_SHORTAGE':
      return { kind, orderId: first.id, reason: random.pick(shiftReasons.REPORT_SHORTAGE), actor: holder }
    case 'RESOLVE_SHORTAGE':
      return { kind, orderId: first.id, actor: lead }
  }
}

/**
 * Decides the next step of a shift: pure, by the state of the board and the draw alone. `except` are kinds that the
 * gateway has just refused. Undefined when there is nothing to do.
 */
export const decideStep = (
  view: ShiftView,
  random: Random,
  except: ReadonlySet<ShiftStepKind> = new Set(),
): ShiftStep | undefined => {
  const counts = new Map<string, number>()
  for (const { state } of view.orders) counts.set(state, (counts.get(state) ?? 0) + 1)
  const weights = Object.fromEntries(
    (['IMPORT', ...Object.keys(kinds)] as ShiftStepKind[])
      .filter((kind) => !except.has(kind))
      .map((kind) => [kind, weightOf(kind, view, counts)]),
  ) as Record<ShiftStepKind, number>

  while (Object.values(weights).some((weight) => weight > 0)) {
    const kind = random.weighted(weights)
    if (kind === 'IMPORT') return { kind, count: random.int(...importing.batch) }
    const step = build(kind, view, random)
    if (step !== undefined) return step
    weights[kind] = 0
  }
  return undefined
}
