import type { FloorOrderFragment, OrderState } from '../gql/graphql'
import type { BoardReading } from '../live'
import { followFloorDocument } from './lead.documents'

/** A live order as its shift lead sees it; instants are ms since 1970 by the server's clock. */
export interface FloorOrder {
  readonly id: string
  /** The marketplace's number, digits. */
  readonly number: string
  readonly state: OrderState
  readonly deadline: number
  /** From when it is about to be late. */
  readonly red: number
  /** When it came to its present state. */
  readonly changed: number
  readonly reason: string | null
  /** Who holds it now. */
  readonly holder: string | null
  readonly pickedBy: string | null
  readonly packedBy: string | null
  readonly article: string
  readonly size: string | null
}

/** Reads the order of a frame; null when it is none. */
function parseFloorOrder(value: unknown): FloorOrder | null {
  const order = value as Partial<FloorOrderFragment> | null | undefined
  if (typeof order?.id !== 'string' || typeof order.wbOrderId !== 'string' || typeof order.state !== 'string')
    return null
  if (typeof order.sku?.article !== 'string') return null
  const time = (text: string | undefined): number => Date.parse(text ?? '')
  const [deadline, red, changed] = [time(order.deadlineAt), time(order.redAt), time(order.stateChangedAt)]
  if ([deadline, red, changed].some(Number.isNaN)) return null
  return {
    id: order.id,
    number: order.wbOrderId,
    state: order.state,
    deadline,
    red,
    changed,
    reason: order.reason ?? null,
    holder: order.claim?.holder ?? null,
    pickedBy: order.pickedBy ?? null,
    packedBy: order.packedBy ?? null,
    article: order.sku.article,
    size: order.sku.size ?? null,
  }
}

/** How the lead's page follows the orders of a warehouse. */
export const floorReading: BoardReading<FloorOrder> = { document: followFloorDocument, parseOrder: parseFloorOrder }
