import type { PublicSku } from '../public-order.js'
import type { MovementKind, RecountReason } from './movement.js'

// The public values as JSON holds them: instants are ISO-8601 texts.

/** A place on a shelf. */
export interface PublicCell {
  readonly id: string
  readonly warehouseId: string
  readonly zone: string
  readonly code: string
  readonly barcode: string
  /** Its place on the way through the warehouse. */
  readonly walkOrder: number
}

/** How much of a size lies in a cell, and how much of that somebody has been sent for. */
export interface PublicStockLevel {
  readonly cell: PublicCell
  readonly sku: PublicSku
  readonly onHand: number
  readonly reserved: number
  readonly available: number
}

/** A line of the ledger. */
export interface PublicStockMovement {
  readonly id: string
  readonly cell: PublicCell
  readonly sku: PublicSku
  readonly kind: MovementKind
  readonly quantity: number
  readonly orderId: string | null
  readonly cause: string | null
  readonly at: string
  readonly actor: string
  readonly device: string | null
  readonly clientTime: string | null
  readonly commandId: string | null
}

/** A cell to be counted. */
export interface PublicRecount {
  readonly id: string
  readonly level: PublicStockLevel
  readonly reason: RecountReason
  readonly orderId: string | null
  readonly openedBy: string
  readonly openedAt: string
}
