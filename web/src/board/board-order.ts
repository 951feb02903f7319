import type { BoardOrderFragment, OrderState } from '../gql/graphql'

/** What a card shows of an order; instants are ms since 1970 by the server's clock. */
export interface BoardOrder {
  readonly id: string
  /** The marketplace's number, digits. */
  readonly number: string
  readonly state: OrderState
  readonly putBackRequired: boolean
  readonly deadline: number
  readonly amber: number
  readonly red: number
  readonly created: number
  /** When it came to its present state. */
  readonly changed: number
  /** Who has it in hand now, or had it last. */
  readonly holder: string | null
  readonly article: string
  readonly size: string | null
}

/** Where the board shows an order; null: an order in this state is not on the board. */
export const columnOf = {
  NEW: 'new',
  RELEASED: 'released',
  CLAIMED: 'claimed',
  PICKED: 'picked',
  PACKED: 'packed',
  STAGED: 'staged',
  SHORT: 'attention',
  ON_HOLD: 'attention',
  CANCEL_REQUESTED: 'attention',
  CANCELLED: 'attention',
  RESHIP: 'attention',
  HANDED_OVER: null,
  ACCEPTED: null,
  DONE: null,
} as const satisfies Readonly<Record<OrderState, string | null>>

const isState = (value: unknown): value is OrderState => typeof value === 'string' && value in columnOf

/** Reads the order of a frame; null when it is none. */
export function parseBoardOrder(value: unknown): BoardOrder | null {
  const order = value as Partial<BoardOrderFragment> | null | undefined
  if (typeof order?.id !== 'string' || typeof order.wbOrderId !== 'string' || !isState(order.state)) return null
  if (typeof order.sku?.article !== 'string') return null
  const time = (text: string | undefined): number => Date.parse(text ?? '')
  const [deadline, amber, red] = [time(order.deadlineAt), time(order.amberAt), time(order.redAt)]
  const [created, changed] = [time(order.createdAt), time(order.stateChangedAt)]
  if ([deadline, amber, red, created, changed].some(Number.isNaN)) return null
  return {
    id: order.id,
    number: order.wbOrderId,
    state: order.state,
    putBackRequired: order.putBackRequired === true,
    deadline,
    amber,
    red,
    created,
    changed,
    holder: order.claim?.holder ?? order.packedBy ?? order.pickedBy ?? null,
    article: order.sku.article,
    size: order.sku.size ?? null,
  }
}
