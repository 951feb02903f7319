/** What the hub must know of a public order; the rest of it passes through untouched. */
export interface LiveOrder {
  readonly id: string
  readonly state: string
  readonly putBackRequired: boolean
  readonly deadlineAt: string
  readonly sku: { readonly id: string }
  readonly claim: { readonly holder: string } | null
  readonly pickedBy: string | null
}

/** What an order was before an event, as far as filters ask. */
export interface Before {
  readonly state: string
  readonly putBackRequired: boolean
  readonly holder: string | null
}

/** A row of the event log. */
export interface LogEvent {
  readonly warehouseId: string
  readonly seq: number
  readonly epoch: string
  readonly at: string
  readonly orderId: string
  readonly type: string
  readonly before: Before | null
  readonly order: LiveOrder
  readonly actor: string
  readonly device: string | null
  readonly clientTime: string | null
  readonly commandId: string | null
}

/** Where a warehouse's log stands. */
export interface Head {
  readonly warehouseId: string
  readonly epoch: string
  readonly seq: number
  /** The lowest cursor that can still be resumed from. */
  readonly minSeq: number
}

/** A count of orders in a state. */
export interface StateCount {
  readonly state: string
  readonly count: number
}

/** Everything on a board at one seq of its log. */
export interface BoardRead {
  readonly seq: number
  readonly epoch: string
  readonly orders: readonly LiveOrder[]
  readonly counters: { readonly live: readonly StateCount[]; readonly closedToday: readonly StateCount[] }
  /** The next local midnight, when the counts of the day begin anew. */
  readonly dayEndsAt: string
}
