import type { OrderEventType, OrderState } from './order-states.js'

// The public values as JSON holds them: instants are ISO-8601 texts. The SQL view order_state builds a PublicOrder.

/** A size of a product card. */
export interface PublicSku {
  readonly id: string
  readonly chrtId: string
  readonly nmId: string
  readonly article: string
  readonly title: string | null
  readonly size: string | null
  readonly barcodes: readonly string[]
}

/** An order as everybody may see it. */
export interface PublicOrder {
  readonly id: string
  readonly warehouseId: string
  readonly wbOrderId: string
  readonly rid: string | null
  readonly orderUid: string | null
  readonly sku: PublicSku
  readonly state: OrderState
  readonly resumeState: OrderState | null
  readonly putBackRequired: boolean
  readonly claim: {
    readonly holder: string
    readonly device: string | null
    readonly claimedAt: string
    readonly expiresAt: string
  } | null
  readonly pickedBy: string | null
  readonly packedBy: string | null
  readonly box: string | null
  readonly reason: string | null
  readonly cargoType: number
  readonly crossBorderType: number
  readonly isB2b: boolean
  readonly isZeroOrder: boolean
  readonly requiredMeta: readonly string[]
  readonly optionalMeta: readonly string[]
  readonly attachedMeta: readonly string[]
  readonly offices: readonly string[]
  readonly comment: string | null
  readonly price: { readonly amount: number; readonly currency: string } | null
  readonly createdAt: string
  readonly importedAt: string
  readonly deadlineAt: string
  readonly amberAt: string
  readonly redAt: string
  readonly stateChangedAt: string
  readonly version: number
  readonly marketplace: {
    readonly supplierStatus: string
    readonly wbStatus: string
    readonly isCancellable: boolean | null
    readonly cancelled: boolean
    readonly observedAt: string
  }
}

/** An event of an order's life; `prevSeq` is the event before it in the same stream. */
export interface PublicOrderEvent {
  readonly seq: number
  readonly prevSeq: number
  readonly epoch: string
  readonly at: string
  readonly warehouseId: string
  readonly orderId: string
  readonly type: OrderEventType
  readonly from: OrderState | null
  readonly order: PublicOrder
  readonly actor: string
  readonly device: string | null
  readonly clientTime: string | null
  readonly commandId: string | null
}
