/** Why stock moves. */
export const MOVEMENT_KINDS = ['RECEIVED', 'PICKED', 'PUT_BACK', 'MOVED', 'COUNTED', 'WRITTEN_OFF', 'FOUND'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Why a cell is to be counted: more was taken than the ledger knew of, or less lay there than it said. */
export type RecountReason = 'FOUND' | 'SHORTAGE'

/** A size in a cell. */
export interface StockPlace {
  readonly cellId: string
  readonly skuId: string
}

/** A line of the ledger; what lies in a place is the sum of its lines. */
export interface Movement extends StockPlace {
  readonly kind: MovementKind
  /** Below nothing: taken away. */
  readonly quantity: number
  /** For which order. */
  readonly orderId?: string | undefined
}

/**
 * What is booked when somebody takes units from a place. They have them in hand, so it is never refused: what the ledger did
 * not know of is found first.
 */
export const movementsOfTaking = (
  place: StockPlace,
  onHand: number,
  kind: 'PICKED' | 'MOVED' | 'WRITTEN_OFF',
  { quantity, orderId }: Pick<Movement, 'quantity' | 'orderId'>,
): readonly Movement[] => {
  const found = quantity - onHand
  const taken: Movement = { ...place, kind, quantity: -quantity, orderId }
  return found > 0 ? [{ ...place, kind: 'FOUND', quantity: found, orderId }, taken] : [taken]
}

/** What is booked when somebody has counted a place: the difference, also when there is none. */
export const movementOfCounting = (place: StockPlace, onHand: number, counted: number): Movement => ({
  ...place,
  kind: 'COUNTED',
  quantity: counted - onHand,
})
